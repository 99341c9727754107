import Type from 'typebox';
import { Text } from '../text.ts';

/** What a machine says of itself when it activates, online or by a string that somebody carries. */
export const MACHINE = {
  token: Type.String({ minLength: 1, maxLength: 1_000 }),
  fingerprint: Text,
  version: Text,
  publicKey: Type.Object(
    {
      kty: Type.Literal('OKP'),
      crv: Type.Literal('Ed25519'),
      // 32 bytes in base64url: the last of 43 characters carries 4 bits.
      x: Type.String({ pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$', format: 'verifying-key' }),
    },
    { additionalProperties: false, description: 'An Ed25519 key as RFC 8037 writes it' },
  ),
};

const Made = { iat: Type.Number(), jti: Text };

/** The claims of a request string; what else it claims does not matter. */
export const OfflineRequestClaims = Type.Object({ ...MACHINE, ...Made });

/** The claims of a return string; `doc` is the `jti` of the document that it gives back. */
export const OfflineReturnClaims = Type.Object({ iss: Text, fingerprint: MACHINE.fingerprint, doc: Text, ...Made });
