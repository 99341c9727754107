import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { commandLine, wholeNumber } from '../../admin/command-line.ts';
import { readSetting } from '../../config.ts';
import type { PublicKey } from '../../domain/server/server.ts';
import { certify, publicKeyOf, readCertificate, thumbprint } from '../../secrets/certificate.ts';
import { parsed, publicKeysIn, readRoot } from '../start/roots.ts';

const DAY_S = 86_400;
/** Clocks differ: a document may be made a little before its certificate was. */
const EARLIER_S = 3_600;

type Options = {
  public?: true;
  root?: string;
  key: PublicKey[];
  from?: number;
  days: number;
  serial: number;
  least: number;
};

const about = `Signs with a root of the vendor what the service signs license documents with, and prints SIGNING_CERTIFICATES.
Where SIGNING_KEYS is set, --public prints the public halves; where the roots are kept, --root and --key certify them.`;
const now = Math.floor(Date.now() / 1000);

await commandLine('keys:certify', about)
  .option('--public', 'print the public halves of SIGNING_KEYS, a line each')
  .option('--root <file>', 'the root that signs, as keys:root has made it')
  .option('--key <JWK>', 'public half of a signing key, repeatable; without any those of SIGNING_KEYS', withKey, [])
  .option('--from <day>', 'documents made from this day on, YYYY-MM-DD in UTC (default: from now on)', secondsOf)
  .option('--days <number>', 'for so many days', wholeNumber, 730)
  .option('--serial <number>', 'higher than that of every certificate before (default: the time)', wholeNumber, now)
  .option('--least <number>', 'withdraws what has a lower serial, for AppSuites that have seen this', wholeNumber, 0)
  .action(run)
  .parseAsync();

function run(options: Options): void {
  try {
    console.log(answer(options));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

/** What the command prints. Throws an Error whose message says what to do. */
function answer({ public: isPublic, root: file, key, from, days, serial, least }: Options): string {
  const keys = key.length > 0 ? key : publicKeysIn(readSetting('SIGNING_KEYS') ?? '');
  if (keys.length === 0) throw new Error('Say which key: --key <JWK>, or set SIGNING_KEYS.');
  if (isPublic) return keys.map((jwk) => JSON.stringify(jwk)).join('\n');
  if (file === undefined) throw new Error('Say which root signs: --root <file>.');
  const root = readRoot(readFileSync(file, 'utf8'));
  if (!root) throw new Error(`${file} is no root: npm run keys:root makes one.`);
  const nbf = from ?? now - EARLIER_S;
  const exp = nbf + days * DAY_S;
  const certificates = keys.map((jwk) => certify(root, { jwk, nbf, exp, serial, least }));
  if (!certificates.every(readCertificate))
    throw new Error('Give at least a day, and a --least that is no higher than --serial.');
  const until = new Date(exp * 1000).toISOString().slice(0, 10);
  console.error(`Certified by ${thumbprint(root.publicKey)}, serial ${serial}, until ${until}:`);
  return certificates.join(',');
}

function withKey(json: string, others: PublicKey[]): PublicKey[] {
  const key = publicKeyOf(parsed(json));
  if (!key) throw new InvalidArgumentError('It is no Ed25519 public key as a JWK, as --public prints it.');
  return [...others, key];
}

function secondsOf(day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(ms)) throw new InvalidArgumentError('It is no day such as 2026-12-01.');
  return ms / 1000;
}
