import { hashOfJson } from '../../services/canonical.ts';
import type { Caller } from '../../domain/permissions.ts';
import type { PageServices } from '../services.ts';
import { outcomeOf } from './set-capacities.ts';
import { readCapacity, refused, type NewServerWish, type Outcome } from './capacity-form.ts';
import type { Done } from '../parts/done.tsx';

/** What became of the server that a form names; `server` where it is there, whatever became of its capacity. */
export type Made = { outcome: Outcome; done: Done[]; server: string | null };

type Asked = { customer: string; application: string; wish: NewServerWish; attempt: string };

/**
 * Registers a server and gives it its first capacity. What is not free is refused before, so that no empty server stays
 * behind. A form that is sent again finds the server that it made, and renames none.
 */
export async function makeServer(services: PageServices, viewer: Caller, asked: Asked): Promise<Made> {
  const { customer, application, attempt } = asked;
  const { name, role, capacity: text } = asked.wish;
  const key = `${viewer.by} ${asked.wish.key}`;
  const capacity = readCapacity(text);
  if (name === '') return without(refused('NAME_MISSING'));
  if (capacity === null) return without({ kind: 'not-a-number' });
  let server: string | null = null;
  try {
    const before = await services.servers.findRegistered(customer, key);
    server = before?.view.id ?? null;
    if (before && (before.view.name !== name || before.view.role !== role))
      return { outcome: { kind: 'made-before' }, done: [], server };
    const free = before ? capacity : await freeOf(application);
    if (free === null) return without(refused('APPLICATION_UNKNOWN'));
    if (free < capacity) return without(refused('INSUFFICIENT_CAPACITY', free));
    const { view, seq } = before ?? (await services.servers.register(customer, { name, role }, viewer.by, key));
    server = view.id;
    const requestId = hashOfJson([viewer.by, key, attempt, 'new', capacity]);
    const set = await services.setCapacity(viewer, { server, application, capacity, seq: null }, requestId);
    const done: Done = { server, application, before: 0, after: capacity, seq: Math.max(seq, set.seq) };
    return { outcome: { kind: 'done' }, done: [done], server };
  } catch (error) {
    return { outcome: await outcomeOf(error, async () => 0), done: [], server };
  }

  async function freeOf(wanted: string): Promise<number | null> {
    const licenses = await services.licensesOf(viewer, customer);
    return licenses.find((license) => license.application === wanted)?.free ?? null;
  }
}

function without(outcome: Outcome): Made {
  return { outcome, done: [], server: null };
}
