import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { PublicKey } from '../../domain/server/server.ts';
import { certify, publicKeyOf, readCertificate, thumbprint } from '../../secrets/certificate.ts';
import type { KeyPair } from '../../secrets/signing-keys.ts';
import { publicKeysIn, readRoot } from '../roots.ts';

const HELP = `Signs with a root of the vendor what the service signs license documents with, and prints SIGNING_CERTIFICATES.

  npm run keys:certify -- --public                             where SIGNING_KEYS is set: prints the public halves
  npm run keys:certify -- --root <file> --key <JWK> [--key …]  where the roots are kept: prints a certificate of each

  --root <file>    the root, as npm run keys:root has made it
  --key <JWK>      the public half of a signing key; without any, those of SIGNING_KEYS
  --days <number>  for how long documents may be signed with it, from now on (730)
  --from <day>     from this day on instead, YYYY-MM-DD in UTC
  --serial <n>     higher than that of every certificate before (the time in seconds)
  --least <n>      AppSuites take no new document under a certificate of a lower serial, once they have seen this one (0):
                   to withdraw a key, the serial of the oldest certificate that still counts
`;

const DAY_S = 86_400;
/** Clocks differ: a document may be made a little before a certificate was. */
const EARLIER_S = 3_600;

const OPTIONS = {
  public: { type: 'boolean' },
  root: { type: 'string' },
  key: { type: 'string', multiple: true },
  days: { type: 'string', default: '730' },
  from: { type: 'string' },
  serial: { type: 'string' },
  least: { type: 'string', default: '0' },
  help: { type: 'boolean', short: 'h' },
} as const;

try {
  console.log(answer(process.argv.slice(2)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** What the command prints. Throws an Error whose message says what to do. */
function answer(args: string[]): string {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) return HELP;
  if (values.public)
    return keysToCertify([])
      .map((key) => JSON.stringify(key))
      .join('\n');
  if (values.root === undefined) throw new Error('Say which root signs: --root <file>. --help tells more.');
  const now = Math.floor(Date.now() / 1000);
  const nbf = values.from === undefined ? now - EARLIER_S : secondsOf(values.from);
  const certified = {
    nbf,
    exp: nbf + whole('--days', values.days) * DAY_S,
    serial: values.serial === undefined ? now : whole('--serial', values.serial),
    least: whole('--least', values.least),
  };
  const root = rootIn(values.root);
  const certificates = keysToCertify(values.key ?? []).map((jwk) => certify(root, { jwk, ...certified }));
  if (!certificates.every(readCertificate)) throw new Error('--days is 1 at least, and --least at most --serial.');
  console.error(
    `Certified by ${thumbprint(root.publicKey)}, serial ${certified.serial}, until ${dayOf(certified.exp)}:`,
  );
  return certificates.join(',');
}

function keysToCertify(given: string[]): PublicKey[] {
  const keys = given.length > 0 ? given.map(keyIn) : publicKeysIn(process.env.SIGNING_KEYS ?? '');
  if (keys.length === 0) throw new Error('Say which key: --key <JWK>, or set SIGNING_KEYS. --help tells more.');
  return keys;
}

function keyIn(json: string): PublicKey {
  const key = publicKeyOf(parsed(json));
  if (!key) throw new Error(`${json} is no Ed25519 public key as a JWK: npm run keys:certify -- --public prints it.`);
  return key;
}

function rootIn(file: string): KeyPair {
  const root = readRoot(readFileSync(file, 'utf8'));
  if (!root) throw new Error(`${file} is no root: npm run keys:root makes one.`);
  return root;
}

function whole(option: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`${option} is "${text}": give a whole number.`);
  return Number(text);
}

function secondsOf(day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(ms)) throw new Error(`--from is "${day}": give a day such as 2026-12-01.`);
  return ms / 1000;
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
