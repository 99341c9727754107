import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { thumbprint } from '../../secrets/certificate.ts';
import { makeRoot } from '../roots.ts';

const HELP = `Makes a root of the vendor: the Ed25519 key that AppSuites trust, and that certifies signing keys.

  npm run keys:root -- <file>    writes the private half to a file that does not exist yet, and prints the public one

Make two, far from the service, and keep the second in a safe. Their public halves go into agent/roots.ts of a release.
`;

try {
  console.log(answer(process.argv.slice(2)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** What the command prints. Throws an Error whose message says what to do. */
function answer(args: string[]): string {
  const options = { help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return HELP;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error('Say where to keep it: npm run keys:root -- <file>');
  if (existsSync(file)) throw new Error(`${file} is there already: a root is never overwritten.`);
  const { publicKey } = makeRoot(file);
  console.error(`${file} holds the root ${thumbprint(publicKey)}. Its public half:`);
  return JSON.stringify(publicKey);
}
