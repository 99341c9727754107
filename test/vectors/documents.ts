import { sign } from 'node:crypto';
import { judge, type Expected } from '../../agent/documents/verdict.ts';
import { EMPTY, FINGERPRINT, ISSUED, OFFLINE, SMALL, SERVER, URL } from './estate.ts';
import { CURRENT, PREVIOUS, PUBLISHED, signed, STRANGER } from './keys.ts';

type Circumstances = Partial<Pick<Expected, 'url' | 'server' | 'mode' | 'heldIssuedAt' | 'machineMs'>>;

const HOUR_MS = 3_600_000;
const seconds = ISSUED / 1000;

/** What most documents are judged by: the service, server and machine that they are for, a minute after they were made. */
const USUAL = {
  ...{ url: URL, server: SERVER, fingerprint: FINGERPRINT, mode: 'online' as const },
  ...{ heldIssuedAt: null, clock: null, machineMs: ISSUED + 60_000 },
};

const good = signed(SMALL);
const [header, payload, signature] = good.split('.') as [string, string, string];
const base64url = (text: string | Buffer) => Buffer.from(text).toString('base64url');
const withPart = (index: number, part: string) =>
  good
    .split('.')
    .map((old, at) => (at === index ? part : old))
    .join('.');
const changed = (claims: object) => signed({ ...SMALL, ...claims });
const [first] = SMALL.applications;
const withApplication = (claims: object) => changed({ applications: [{ ...first, ...claims }] });
const withEntitlement = (claims: object) =>
  withApplication({ entitlements: [{ ...first!.entitlements[0], ...claims }] });

/** A part that writes the same once more behind it, and a good signature over parts of which some are replaced. */
const twice = (part: string, what: string) =>
  base64url(Buffer.from(part, 'base64url').toString().replace(what, `${what},${what}`));
const signedAs = (parts: { 0?: string; 1?: string }) => {
  const text = `${parts[0] ?? header}.${parts[1] ?? payload}`;
  return `${text}.${sign(null, Buffer.from(text), CURRENT.privateKey).toString('base64url')}`;
};

/** The last letter of a signature has bits that say nothing; a reader that ignores them takes two texts for one. */
const otherLastLetter = good.slice(0, -1) + String.fromCharCode(good.charCodeAt(good.length - 1) + 1);

const CASES: [name: string, document: string, circumstances?: Circumstances][] = [
  ['as it should be', good],
  ['signed with the key before the current one', signed(SMALL, PREVIOUS)],
  ['with a claim that nobody knows', changed({ weather: 'fine' })],
  ['without any application', signed(EMPTY), { machineMs: ISSUED + 96 * HOUR_MS }],
  ['on a server that is not activated yet', good, { server: null }],
  ['the same as the one that is held', good, { heldIssuedAt: seconds }],
  ['a clock that is three hours behind', good, { machineMs: ISSUED - 3 * HOUR_MS }],
  ['a clock that is three years ahead, and the document is news', good, { machineMs: ISSUED + 26_280 * HOUR_MS }],
  ['offline', signed(OFFLINE), { mode: 'offline' }],
  ['offline, ten years later', signed(OFFLINE), { mode: 'offline', machineMs: ISSUED + 87_600 * HOUR_MS }],
  ['offline, of a service that is not known yet', signed(OFFLINE), { mode: 'offline', url: null, server: null }],

  ['nothing', ''],
  ['two parts', `${header}.${payload}`],
  ['four parts', `${good}.${signature}`],
  ['a line break in it', `${good.slice(0, 80)}\n${good.slice(80)}`],
  ['a line break after it', `${good}\n`],
  ['padded', `${header}==.${payload}.${signature}`],
  ['the other alphabet', withPart(2, Buffer.from(signature, 'base64url').toString('base64'))],
  ['another last letter that decodes to the same', otherLastLetter],
  ['a payload that is no JSON', withPart(1, base64url('licensed'))],
  ['a payload that is a list', withPart(1, base64url('[]'))],
  ['a payload that is no UTF-8', withPart(1, base64url(Buffer.from([0x7b, 0xff, 0x7d])))],
  ['a header that is no object', withPart(0, base64url('null'))],
  ['a header that writes a name twice', signedAs({ 0: twice(header, '"alg":"EdDSA"') })],
  ['a payload that writes a name twice', signedAs({ 1: twice(payload, '"mode":"online"') })],
  ['a payload that writes a name twice, deep within', signedAs({ 1: twice(payload, '"capacity":8') })],

  ['unsigned', `${base64url(JSON.stringify({ alg: 'none', typ: 'license+jwt', kid: CURRENT.kid }))}.${payload}.`],
  ['another algorithm', signed(SMALL, CURRENT, { alg: 'HS256' })],
  ['a check-in’s type', signed(SMALL, CURRENT, { typ: 'JWT' })],
  ['an offline request’s type', signed(SMALL, CURRENT, { typ: 'offline-request+jwt' })],
  ['no type', signed(SMALL, CURRENT, { typ: undefined })],
  ['an extension that must be understood', signed(SMALL, CURRENT, { crit: ['exp'], exp: 1 })],

  ['a key that is not published', signed(SMALL, STRANGER)],
  ['a key that is not published, given in the header', signed(SMALL, STRANGER, { jwk: STRANGER.publicKey })],
  ['no key', signed(SMALL, CURRENT, { kid: undefined })],

  ['a stranger’s signature under a known name', signed(SMALL, STRANGER, { kid: CURRENT.kid })],
  ['the current key’s signature under the previous name', signed(SMALL, CURRENT, { kid: PREVIOUS.kid })],
  ['claims changed after it was signed', withPart(1, base64url(JSON.stringify({ ...SMALL, customer: 'other' })))],
  ['a shorter signature', withPart(2, base64url(Buffer.from(signature, 'base64url').subarray(0, 63)))],
  ['no signature', withPart(2, '')],

  ['another service', changed({ iss: 'https://elsewhere.example' })],
  ['a slash at the end of the address', changed({ iss: `${URL}/` })],
  ['another server', changed({ sub: 'srv-other' })],
  ['offline, where an answer of the service is expected', signed(OFFLINE)],
  ['online, where a response is expected', good, { mode: 'offline' }],
  ['offline, of another machine', signed({ ...OFFLINE, fingerprint: 'machine-2' }), { mode: 'offline' }],
  ['offline, of no machine', signed({ ...OFFLINE, fingerprint: undefined }), { mode: 'offline' }],

  ['no name', changed({ jti: undefined })],
  ['a name that is none', changed({ jti: '' })],
  ['no customer', changed({ customer: undefined })],
  ['online without an end', changed({ exp: undefined })],
  ['a time that is a text', changed({ iat: `${seconds}` })],
  ['applications that are no list', changed({ applications: {} })],
  ['a license of a kind that nobody knows', withEntitlement({ license: 'lease' })],
  ['a capacity below zero', withEntitlement({ capacity: -1 })],
  ['a capacity that is no whole number', withEntitlement({ capacity: 1.5 })],
  ['a boundary that is a day', withEntitlement({ until: '2027-11-30' })],
  ['a boundary that is left out', withEntitlement({ graceUntil: undefined })],
  ['a state that nobody knows', withApplication({ state: 'resting' })],

  ['an end before its beginning', changed({ exp: seconds - 1 })],
  ['an end at its beginning', changed({ exp: seconds })],
  ['over, and held before', good, { heldIssuedAt: seconds, machineMs: SMALL.exp! * 1000 }],
  ['over in a millisecond, and held before', good, { heldIssuedAt: seconds, machineMs: SMALL.exp! * 1000 - 1 }],
  ['older than the one that is held', good, { heldIssuedAt: seconds + 1 }],
  ['offline, older than the one that is held', signed(OFFLINE), { mode: 'offline', heldIssuedAt: seconds + 1 }],
];

export function documentVectors() {
  return CASES.map(([name, document, circumstances = {}]) => {
    const expected = { ...USUAL, ...circumstances };
    const { url, server, fingerprint, mode, heldIssuedAt, machineMs } = expected;
    const { verdict } = judge(document, { ...expected, keys: PUBLISHED });
    const machine = new Date(machineMs).toISOString();
    return { name, document, given: { url, server, fingerprint, mode, heldIssuedAt, machine }, verdict };
  });
}
