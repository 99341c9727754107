import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What of an answer differs from what the portal asked for. */
export type Amiss = { origin?: string; host?: string; verified?: boolean; challenge?: string };

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const url64 = (bytes: Buffer) => bytes.toString('base64url');

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** CBOR of what a passkey says: text and byte strings, small integers, and maps of them. */
function cbor(value: string | number | Buffer | Map<string | number, unknown>): Buffer {
  const head = (major: number, size: number) =>
    Buffer.from(size < 24 ? [major | size] : size < 256 ? [major | 24, size] : [major | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value < 0 ? cborNegative(value) : head(0x00, value);
  if (typeof value === 'string') return Buffer.concat([head(0x60, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(0x40, value.length), value]);
  const entries = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as number)]);
  return Buffer.concat([head(0xa0, value.size), ...entries]);
}

function cborNegative(value: number): Buffer {
  return -1 - value < 24 ? Buffer.from([0x20 | (-1 - value)]) : Buffer.from([0x38, -1 - value]);
}

/** A passkey without a device (WebAuthn level 3, ES256, attestation `none`), for what no browser would do. */
export function createAuthenticator(host: string, origin: string) {
  const id = randomBytes(16);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let userHandle = '';

  const clientData = (type: string, challenge: string, amiss: Amiss) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: amiss.challenge ?? challenge,
        origin: amiss.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (flags: number, counter: number, { host: other, verified = true }: Amiss) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(other ?? host), Buffer.from([flags | PRESENT | (verified ? VERIFIED : 0)]), count]);
  };

  return {
    id: url64(id),
    /** What a browser sends that made it. */
    make(options: { challenge: string; user: { id: string } }, amiss: Amiss = {}): string {
      userHandle = options.user.id;
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(coseOf(publicKey))]);
      const authData = Buffer.concat([authenticatorData(ATTESTED, 0, amiss), attested]);
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      const response = {
        clientDataJSON: url64(clientData('webauthn.create', options.challenge, amiss)),
        attestationObject: url64(attestation),
        transports: ['internal'],
      };
      return JSON.stringify({
        id: url64(id),
        rawId: url64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response,
      });
    },
    /** What a browser sends that used it; `counter` is how often it says it was used. */
    use({ challenge }: { challenge: string }, { counter = 0, ...amiss }: Amiss & { counter?: number } = {}): string {
      const client = clientData('webauthn.get', challenge, amiss);
      const data = authenticatorData(0, counter, amiss);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        ...{ clientDataJSON: url64(client), authenticatorData: url64(data), signature: url64(signature), userHandle },
      };
      return JSON.stringify({
        id: url64(id),
        rawId: url64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response,
      });
    },
  };
}

function coseOf(key: KeyObject): Map<number, unknown> {
  const { x, y } = key.export({ format: 'jwk' }) as { x: string; y: string };
  return new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
}
