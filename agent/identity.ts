import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { exportJWK, generateKeyPair } from 'jose';
import { AT_FIRST, type State } from './folder/state.ts';

/** The state of a folder before its first activation: a key pair of its own and nothing else. */
export async function newState(url: string, fingerprint: string | null): Promise<State> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x } = await exportJWK(pair.publicKey);
  return {
    installation: randomUUID(),
    privateKey: await exportJWK(pair.privateKey),
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: x! },
    fingerprint,
    url,
    ...AT_FIRST,
  };
}

/** The fingerprint of a folder: as its administrator gave it, else the machine's own. */
export async function fingerprintOf({ fingerprint, installation }: State): Promise<string> {
  return fingerprint ?? (await machineFingerprint(installation));
}

/** SHA-256 of the machine and the folder, in hexadecimal: the same after a restart, another in another folder. */
async function machineFingerprint(installation: string): Promise<string> {
  const machine = await readFile('/etc/machine-id', 'utf8').catch(() => hostname());
  return createHash('sha256')
    .update(JSON.stringify([machine.trim(), installation]))
    .digest('hex');
}
