import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { AT_FIRST, type State } from './folder/state.ts';
import { identify, machineFingerprint } from './machine.ts';

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
    identifiedBy: await identify(),
  };
}

/** The fingerprint of the machine that a folder is on: as its administrator gave it, else the machine's own. */
export async function fingerprintOf({ fingerprint, identifiedBy, installation }: State): Promise<string> {
  return fingerprint ?? (await machineFingerprint(identifiedBy, installation));
}
