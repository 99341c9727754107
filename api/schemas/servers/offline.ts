import Type from 'typebox';
import { Closed, Text } from '../common.ts';

/** Longer than any string of an AppSuite, with whatever e-mail programs put between. */
const Pasted = Type.String({ minLength: 1, maxLength: 100_000 });

export const OfflineRequest = Closed({ request: Pasted });
export const OfflineReturn = Closed({ proof: Pasted });
export const OfflineOverride = Closed(
  { reason: Text },
  { description: 'The reason stands in the events of the server' },
);

export const OfflineResponse = Type.Object({
  response: Type.String({ description: 'The license document, to be pasted into the AppSuite' }),
});
