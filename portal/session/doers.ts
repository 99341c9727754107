import { namesOfDoers } from '../../db/queries/pages/people.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import type { PageServices } from '../services.ts';

/** What to call those who did what a life tells, for who reads it. */
export function doersOf(
  services: Pick<PageServices, 'em'>,
  reader: Caller,
  events: readonly Record<string, unknown>[],
): Promise<ReadonlyMap<string, string>> {
  const by = events.flatMap((event) => (typeof event.by === 'string' ? [event.by] : []));
  return namesOfDoers(services.em(), by, reader.account.id);
}
