import { existsSync } from 'node:fs';
import { commandLine } from '../../admin/command-line.ts';
import { thumbprint } from '../../secrets/certificate.ts';
import { makeRoot } from '../start/roots.ts';

const about = `Makes a root of the vendor: the Ed25519 key that AppSuites trust, and that certifies signing keys.
Make two, far from the service, and keep the second in a safe. Their public halves go into agent/roots.ts of a release.`;

await commandLine('keys:root', about)
  .argument('<file>', 'where to keep it; a file that is there is never overwritten')
  .action((file: string) => {
    if (existsSync(file)) {
      console.error(`${file} is there already: a root is never overwritten.`);
      process.exitCode = 1;
      return;
    }
    const { publicKey } = makeRoot(file);
    console.error(`${file} holds the root ${thumbprint(publicKey)}. Its public half:`);
    console.log(JSON.stringify(publicKey));
  })
  .parseAsync();
