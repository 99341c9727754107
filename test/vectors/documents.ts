import { signJws } from '../../agent/documents/jws.ts';
import { judge, type Expected } from '../../agent/documents/verdict.ts';
import { ADVISORY, EMPTY, FINGERPRINT, ISSUED, OFFLINE, SMALL, SERVER, URL } from './estate.ts';
import { SERVICE_TOKEN } from './service-tokens.ts';
import { certificate, CERTIFIED, CURRENT, OTHER_ROOT, PREVIOUS, ROOT, signed, SPARE_ROOT, STRANGER } from './keys.ts';

type Circumstances = Partial<
  Pick<Expected, 'roots' | 'least' | 'url' | 'server' | 'mode' | 'heldIssuedAt' | 'machineMs'>
>;

const HOUR_MS = 3_600_000;
const seconds = ISSUED / 1000;

/** What most documents are judged by: the service, server and machine that they are for, a minute after they were made. */
const USUAL = {
  ...{ roots: [ROOT.kid, SPARE_ROOT.kid], least: 0 },
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
const under = (certificate: unknown) => signed(SMALL, CURRENT, { certificate });
const certifiedAs = (changes: object, root = ROOT) => under(certificate(CURRENT, changes, root));
const [certificateHeader, certificateClaims, certificateSignature] = CURRENT.certificate.split('.') as [
  string,
  string,
  string,
];
const [first] = SMALL.applications;
const withApplication = (claims: object) => changed({ applications: [{ ...first, ...claims }] });
const withEntitlement = (claims: object) =>
  withApplication({ entitlements: [{ ...first!.entitlements[0], ...claims }] });
const advising = (claims: object) => changed({ advisories: [{ ...ADVISORY, ...claims }] });

/** A part that writes the same once more behind it, and a good signature over parts of which some are replaced. */
const twice = (part: string, what: string) =>
  base64url(Buffer.from(part, 'base64url').toString().replace(what, `${what},${what}`));
const signedAs = (parts: { 0?: string; 1?: string }) => {
  const text = `${parts[0] ?? header}.${parts[1] ?? payload}`;
  return `${text}.${CURRENT.sign(Buffer.from(text)).toString('base64url')}`;
};

/** The last letter of a signature has bits that say nothing; a reader that ignores them takes two texts for one. */
const otherLastLetter = good.slice(0, -1) + String.fromCharCode(good.charCodeAt(good.length - 1) + 1);

const CERTIFICATE = 'license-key+jwt';

/** What a certificate claims, under another header or signed by another root than it names. */
const certificateLike = (header: object, root = ROOT) =>
  signJws({ alg: 'EdDSA', ...header }, { ...CERTIFIED, jwk: CURRENT.publicKey }, root.jwk);

const CASES: [name: string, document: string, circumstances?: Circumstances][] = [
  ['as it should be', good],
  ['signed with the key before the current one', signed(SMALL, PREVIOUS)],
  ['with a claim that nobody knows', changed({ weather: 'fine' })],
  ['with an advisory', advising({})],
  ['with an advisory of a severity that nobody knows', advising({ severity: 'dire' })],
  ['with an advisory that no version is without yet', advising({ fixedIn: null })],
  ['with an advisory that says more than is known', advising({ score: 9.8 })],
  ['of an evaluation', withEntitlement({ evaluation: true })],
  ['of what is free for tests', withEntitlement({ testUnits: true, order: 'TEST-UNITS' })],
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
  ['a token for another service', SERVICE_TOKEN],
  ['no type', signed(SMALL, CURRENT, { typ: undefined })],
  ['an extension that must be understood', signed(SMALL, CURRENT, { crit: ['exp'], exp: 1 })],

  ['no certificate', under(undefined)],
  ['a key in the header instead of a certificate', signed(SMALL, STRANGER, { jwk: STRANGER.publicKey })],
  ['a certificate that is no text', under({ ...CERTIFIED, jwk: CURRENT.publicKey })],
  ['a certificate with a letter behind it', under(`${CURRENT.certificate}A`)],
  ['a document as its own certificate', under(good)],
  ['a certificate of another type', under(certificateLike({ typ: 'license+jwt', jwk: ROOT.publicKey }))],
  ['a certificate of no root', under(certificateLike({ typ: CERTIFICATE }))],
  [
    'a certificate with an extension',
    under(certificateLike({ typ: CERTIFICATE, jwk: ROOT.publicKey, crit: ['x'], x: 1 })),
  ],
  [
    'a certificate that another root signed in this one’s name',
    under(certificateLike({ typ: CERTIFICATE, jwk: ROOT.publicKey }, OTHER_ROOT)),
  ],
  [
    'a certificate whose claims were changed',
    under(
      `${certificateHeader}.${base64url(JSON.stringify({ ...CERTIFIED, jwk: STRANGER.publicKey }))}.${certificateSignature}`,
    ),
  ],
  [
    'a certificate with another last letter that decodes to the same',
    under(
      CURRENT.certificate.slice(0, -1) +
        String.fromCharCode(CURRENT.certificate.charCodeAt(CURRENT.certificate.length - 1) + 1),
    ),
  ],
  [
    'a certificate that writes a name twice',
    under(`${certificateHeader}.${twice(certificateClaims, '"serial":3')}.${certificateSignature}`),
  ],
  ['a certificate without a key', certifiedAs({ jwk: undefined })],
  ['a certificate of a key on another curve', certifiedAs({ jwk: { ...CURRENT.publicKey, crv: 'X25519' } })],
  [
    'a certificate of a key that is too short',
    certifiedAs({ jwk: { ...CURRENT.publicKey, x: CURRENT.publicKey.x.slice(0, -2) } }),
  ],
  ['a certificate without a beginning', certifiedAs({ nbf: undefined })],
  ['a certificate without an end', certifiedAs({ exp: undefined })],
  ['a certificate whose end is a text', certifiedAs({ exp: `${CERTIFIED.exp}` })],
  ['a certificate that ends as it begins', certifiedAs({ exp: CERTIFIED.nbf })],
  ['a certificate without a serial', certifiedAs({ serial: undefined })],
  ['a certificate whose serial is no whole number', certifiedAs({ serial: 3.5 })],
  ['a certificate that withdraws itself', certifiedAs({ least: 4 })],

  ['certified by the spare root', certifiedAs({}, SPARE_ROOT)],
  ['certified by a root of somebody else', certifiedAs({}, OTHER_ROOT)],
  ['certified by itself', certifiedAs({}, CURRENT)],
  ['certified by the other of two roots, where one is trusted', certifiedAs({}, SPARE_ROOT), { roots: [ROOT.kid] }],
  ['certified by any root, where none is known yet', certifiedAs({}, OTHER_ROOT), { roots: null }],
  ['uncertified, where no root is known yet', under(undefined), { roots: null }],

  [
    'a stranger’s key, under the current one’s certificate',
    signed(SMALL, STRANGER, { certificate: CURRENT.certificate }),
  ],
  [
    'the previous key, under the current one’s certificate',
    signed(SMALL, PREVIOUS, { certificate: CURRENT.certificate }),
  ],
  ['no name of its key', signed(SMALL, CURRENT, { kid: undefined })],
  ['another name of its key', signed(SMALL, CURRENT, { kid: 's1' })],

  [
    'a stranger’s signature under a known name',
    signed(SMALL, STRANGER, { kid: CURRENT.kid, certificate: CURRENT.certificate }),
  ],
  ['signed by the root itself', signed(SMALL, ROOT, { kid: CURRENT.kid, certificate: CURRENT.certificate })],

  ['made in the first second of its certificate', certifiedAs({ nbf: seconds })],
  ['made a second before its certificate', certifiedAs({ nbf: seconds + 1 })],
  ['made in the last second of its certificate', certifiedAs({ exp: seconds + 1 })],
  ['made when its certificate was over', certifiedAs({ exp: seconds })],
  [
    'made in time, looked at when its certificate is over',
    signed(OFFLINE),
    { mode: 'offline', machineMs: Date.parse('2031-01-01') },
  ],

  ['under the least serial that was seen', good, { least: 3 }],
  ['under a lower serial than was seen to be the least', good, { least: 4 }],
  [
    'under an older certificate, which says less of what was withdrawn',
    certifiedAs({ serial: 2, least: 2 }),
    { least: 3 },
  ],

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
  ['an evaluation by another word than yes or no', withEntitlement({ evaluation: 'yes' })],
  ['what is free for tests by a number', withEntitlement({ testUnits: 5 })],
  ['a capacity below zero', withEntitlement({ capacity: -1 })],
  ['a capacity that is no whole number', withEntitlement({ capacity: 1.5 })],
  ['a boundary that is a day', withEntitlement({ until: '2027-11-30' })],
  ['a boundary that is left out', withEntitlement({ graceUntil: undefined })],
  ['advisories that are no list', changed({ advisories: {} })],
  ['an advisory without a title', advising({ title: undefined })],
  ['an advisory that is described at no web address', advising({ url: 'javascript:alert(1)' })],
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
    const { roots, least, url, server, fingerprint, mode, heldIssuedAt, machineMs } = expected;
    const { verdict } = judge(document, expected);
    const machine = new Date(machineMs).toISOString();
    return { name, document, given: { roots, least, url, server, fingerprint, mode, heldIssuedAt, machine }, verdict };
  });
}
