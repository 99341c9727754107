import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** No address of anybody can be one: the log and workflows keep it. */
export const REQUEST_ID = /^[A-Za-z0-9_.:/+=-]{1,100}$/;

/** By which an answer and the log speak of a request: the caller's `Request-Id`, else one made here. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
