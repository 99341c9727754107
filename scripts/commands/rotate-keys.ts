import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Argument } from 'commander';
import { commandLine } from '../../admin/command-line.ts';
import { readSetting, readStartConfig } from '../../config.ts';
import { rotateKeys, withNewKey, type Rotating } from '../start/keys.ts';

const KINDS = { signing: 'SIGNING_KEYS', service: 'SERVICE_KEYS', secret: 'SECRET_KEYS' } as const satisfies Record<
  string,
  Rotating
>;

await commandLine('keys:rotate', 'Makes a new current key; those before it go on verifying.')
  .addArgument(new Argument('[kind]', 'what the key is for').choices(Object.keys(KINDS)).default('signing'))
  .action((kind: keyof typeof KINDS) => rotate(KINDS[kind]))
  .parseAsync();

/**
 * Where the setting is in the environment, as in production, its new value is printed for the secret store; else the keys
 * of the data folder change, unless DATABASE_URL says that another installation is meant.
 */
function rotate(setting: Rotating): void {
  const given = readSetting(setting);
  if (given) {
    const { value, name } = withNewKey(setting, given);
    console.error(
      `${name} is new. Put this into ${setting} and restart every api and worker; keep the old keys in it.${
        setting === 'SIGNING_KEYS' ? ' Before, certify it: npm run keys:certify -- --help' : ''
      }`,
    );
    console.log(value);
    return;
  }
  if (readSetting('DATABASE_URL') !== undefined) {
    refuse(`DATABASE_URL names a database with keys of its own: set ${setting} to them, to print its new value.`);
    return;
  }
  const dataDir = resolve(readStartConfig().dataDir);
  if (!existsSync(join(dataDir, 'keys.json'))) {
    refuse(`${dataDir} has no keys yet: npm start makes them. Set DATA_DIR, or ${setting} to print its new value.`);
    return;
  }
  const name = rotateKeys(dataDir, setting);
  console.log(`${name} is the current key of ${setting} from the next npm start on. The ones before it still verify.`);
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
