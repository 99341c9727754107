import { signJws } from '../../agent/documents/jws.ts';
import { signServiceToken, serviceKey } from '../../secrets/service-keys.ts';
import { ISSUED, SERVER, SMALL, URL } from './estate.ts';
import { CURRENT, SERVICE_KEY, signed, STRANGER } from './keys.ts';

const AUDIENCE = 'https://voice.example';
const SECONDS = ISSUED / 1000;

const CLAIMS = {
  ...{ jti: '1f0c5f4e-2f53-4c0e-9f5b-0a4b0a6d7c11', iss: URL, aud: AUDIENCE, sub: SERVER, customer: 'acme-hotels' },
  ...{ iat: SECONDS, exp: SECONDS + 600, services: ['enhancedSupport', 'proactiveSupport', 'cloudServices'] },
  applications: [{ application: 'digital-fax', capacity: 8 }],
};

const key = serviceKey({ seed: SERVICE_KEY.seed });
const good = signServiceToken(key, CLAIMS);
const [header, payload, signature] = good.split('.') as [string, string, string];
const changed = (claims: object) => signServiceToken(key, { ...CLAIMS, ...claims });
const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** The same claims under another header, by the key of service tokens or another one. */
const under = (about: object, by: Pick<typeof SERVICE_KEY, 'kid' | 'jwk'> = SERVICE_KEY) =>
  signJws({ alg: 'EdDSA', typ: 'service+jwt', kid: by.kid, ...about }, CLAIMS, by.jwk);

/** A payload that writes a name twice, with a good signature. */
function twice(): string {
  const text = Buffer.from(payload, 'base64url').toString().replace('"sub":', '"sub":"srv_other","sub":');
  const signing = `${header}.${base64url(text)}`;
  return `${signing}.${key.sign(Buffer.from(signing)).toString('base64url')}`;
}

const CASES: [name: string, token: string, verdict: string, given?: { now?: number; audience?: string }][] = [
  ['as it should be', good, 'good'],
  ['a second before its end', good, 'good', { now: SECONDS + 599 }],
  ['with a claim that nobody knows', changed({ weather: 'fine' }), 'good'],
  ['at its end', good, 'over', { now: SECONDS + 600 }],
  ['without an end', changed({ exp: undefined }), 'over'],
  ['whose end is a text', changed({ exp: `${SECONDS + 600}` }), 'over'],
  ['from far in the future', good, 'over', { now: SECONDS - 3_600 }],
  ['of a service that is another', good, 'wrong-audience', { audience: 'https://fax.example' }],
  ['for a list of services', changed({ aud: [AUDIENCE, 'https://fax.example'] }), 'wrong-audience'],
  ['for none', changed({ aud: undefined }), 'wrong-audience'],
  ['of another cloud', changed({ iss: 'https://elsewhere.example' }), 'wrong-issuer'],
  ['nothing', '', 'malformed'],
  ['cut off', `${header}.${payload}`, 'malformed'],
  ['padded', `${header}==.${payload}.${signature}`, 'malformed'],
  ['a payload that writes a name twice', twice(), 'malformed'],
  ['a license document', signed(SMALL), 'wrong-type'],
  ['what the key of license documents signed as a token', under({}, CURRENT), 'unknown-key'],
  ['a license document under the key of tokens', under({ typ: 'license+jwt' }), 'wrong-type'],
  ['without a type', under({ typ: undefined }), 'wrong-type'],
  ['unsigned', `${base64url(JSON.stringify({ alg: 'none', typ: 'service+jwt' }))}.${payload}.`, 'wrong-type'],
  ['another algorithm', under({ alg: 'HS256' }), 'wrong-type'],
  ['an extension that must be understood', under({ crit: ['exp'], exp: 1 }), 'wrong-type'],
  ['a key that nobody published', under({}, STRANGER), 'unknown-key'],
  ['a key in the header', under({ jwk: STRANGER.publicKey }, STRANGER), 'unknown-key'],
  ['signed by another key than it names', under({ kid: SERVICE_KEY.kid }, STRANGER), 'bad-signature'],
  [
    'claims that were changed',
    `${header}.${base64url(JSON.stringify({ ...CLAIMS, sub: 'srv_x' }))}.${signature}`,
    'bad-signature',
  ],
];

/** Tokens for other services, with what such a service has to say of each by the published keys alone. */
export const serviceTokenVectors = () =>
  CASES.map(([name, token, verdict, { now = SECONDS + 60, audience = AUDIENCE } = {}]) => ({
    ...{ name, token, given: { issuer: URL, audience, now }, verdict },
  }));

/** One that is good, to be shown where a license document belongs. */
export const SERVICE_TOKEN = good;
