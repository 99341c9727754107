import { createHash } from 'node:crypto';

const ID_BYTES = 18;

/** The id of an event: the same for ever, whatever number the feed gives it; of the form of all ids. */
export function eventId(stream: string, seq: number): string {
  const digest = createHash('sha256').update(`${stream}/${seq}`).digest();
  return `evt_${digest.subarray(0, ID_BYTES).toString('base64url')}`;
}
