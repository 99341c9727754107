import Type from 'typebox';
import { Closed, Text } from './common.ts';
import { Activation } from './servers.ts';

/** Longer than any string of an AppSuite, with whatever e-mail programs put between. */
const Pasted = Type.String({ maxLength: 100_000 });

export const OfflineRequest = Closed({ request: Pasted });
export const OfflineReturn = Closed({ proof: Pasted });
export const OfflineOverride = Closed({ reason: Text });

export const OfflineResponse = Type.Object({
  response: Type.String({ description: 'The license document, to be pasted into the AppSuite' }),
});

const { token, fingerprint, version, publicKey } = Activation.properties;
const Made = { iat: Type.Number(), jti: Text };

/** The claims of a request string; what else it claims does not matter. */
export const OfflineRequestClaims = Type.Object({ token, fingerprint, version, publicKey, ...Made });

/** The claims of a return string; `doc` is the `jti` of the document that it gives back. */
export const OfflineReturnClaims = Type.Object({ iss: Text, fingerprint, doc: Text, ...Made });
