import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readStartConfig } from '../config.ts';
import { ROTATING, rotateKeys, withNewKey, type Rotating } from './keys.ts';

/**
 * Makes a new current key, of those that sign license documents unless `secret` is asked for. Where the setting is in the
 * environment, as in production, its new value is printed for the secret store; else the data folder's own keys change.
 */
const asked = process.argv[2] ?? 'signing';
const setting = ROTATING.find((name) => name === `${asked.toUpperCase()}_KEYS`);
if (!setting) {
  console.error('Say which keys: npm run keys:rotate -- signing, or npm run keys:rotate -- secret');
  process.exit(1);
}
rotate(setting);

function rotate(setting: Rotating): void {
  const given = process.env[setting]?.trim();
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
  const dataDir = resolve(readStartConfig().dataDir);
  if (!existsSync(join(dataDir, 'keys.json'))) {
    console.error(
      `${dataDir} has no keys yet: npm start makes them. Set DATA_DIR, or ${setting} to print its new value.`,
    );
    process.exit(1);
  }
  const name = rotateKeys(dataDir, setting);
  console.log(`${name} is the current key of ${setting} from the next npm start on. The ones before it still verify.`);
}
