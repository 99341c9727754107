import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFollowing } from '../../../db/following.ts';
import { serversConcerned } from '../../../db/queries/feed/concerned.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { publishServer } from '../../../db/queries/publishing/publish-server.ts';
import { readServers } from '../../../db/queries/servers/servers.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { openOrder } from '../../../domain/order/order.ts';
import { handle } from '../../../domain/server/handle.ts';
import { openServer, type ServerCommand, type Share } from '../../../domain/server/server.ts';
import { refusalOf } from '../../../services/check-ins/caller.ts';
import { currentDocument } from '../../../services/check-ins/document.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { DAY_MS, live } from '../../support/domain/any-history.ts';
import { anyOrderLife, SERVERS, type OrderLife } from '../../support/domain/any-order.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { handleMove, OPENING, type OrderMove } from '../../support/domain/order-language.ts';
import { activate, changeCapacity, publicKey, SERVER, share } from '../../support/domain/server-language.ts';

let database: TestDatabase;
let following: ReturnType<typeof createFollowing>;
beforeAll(async () => {
  database = await openDatabase();
  following = createFollowing({ orm: database.orm, clock: Date.now, warn: console.error });
});
afterAll(() => database.drop());

const em = () => database.orm.em.fork();
const advisories = { affecting: async () => [], forget: () => undefined };
const about = { publicUrl: 'https://licensing.example', catalogue: CATALOGUE, advisories };

/** Does something, and answers whom the feed says it concerns: null where that is everybody. */
async function concernedBy(change: () => Promise<unknown>): Promise<string[] | null> {
  await following.follow();
  const before = following.position();
  await change();
  await following.follow();
  return serversConcerned(em(), before, following.position());
}

/** What each of some servers would be answered at an instant, by a key that signs for it. */
async function answersAt(servers: string[], nowMs: number, key = 'key of machine-1'): Promise<(string | null)[]> {
  const records = await readServers(em(), servers);
  return Promise.all(
    records.map(async (record) => {
      return (
        record && `${refusalOf(record, key)} ${(await currentDocument(about, record, { kind: 'own' }, nowMs)).etag}`
      );
    }),
  );
}

let lives = 0;

/** An order with servers that would take whatever it gives them, published from step to step: who is concerned, and what the events are whose documents changed. */
async function livePublished(life: OrderLife): Promise<{ missed: unknown[]; changedBy: string[] }> {
  const mark = `${(lives += 1)}`;
  const named = JSON.parse(JSON.stringify(life).replaceAll('"srv-', `"srv-${mark}-`)) as OrderLife;
  const servers = SERVERS.map((id) => id.replace('srv-', `srv-${mark}-`));
  const [number, at] = [`SO-${mark}`, OPENING.acceptedAt];
  for (const id of servers) {
    const opened = openServer({ ...SERVER, id, registeredAt: at });
    const shares = ['1', '2', '3', '4'].map((line): Share => {
      return { order: number, line, application: 'attendant-console', capacity: 1_000 };
    });
    const { server, events } = handle(opened, { type: 'register' }, at, at);
    await publishServer(em(), { ...server, shares }, events, () => ({ hash: '', firstGroup: '' }));
  }
  const early: OrderMove[] = servers.map((server) => {
    return { type: 'take', server, number: 1, shares: [{ line: '1', capacity: 1 }], activatedAt: null };
  });
  const later = named.steps.map(({ command, ...step }) => ({
    ...step,
    command: 'number' in command ? { ...command, number: command.number + 10 } : command,
  }));
  const open = openOrder({ ...OPENING, number, timeZone: named.timeZone });
  const history = live({ open, handle: handleMove, evolve }, [
    ...[named.delivery, { type: 'unlock' } as const, ...early].map((command) => ({ command, atMs: at, nowMs: at })),
    ...later,
  ]);
  const missed: unknown[] = [];
  const changedBy: string[] = [];
  for (const { after, events, nowMs, command } of history) {
    const before = await answersAt(servers, nowMs);
    const concerned = await concernedBy(() => publishOrder(em(), after, events));
    const now = await answersAt(servers, nowMs);
    const changed = servers.filter((_id, index) => before[index] !== now[index]);
    if (changed.length > 0) changedBy.push(...events.map(({ type }) => type));
    const isMissed = (id: string) => concerned !== null && !concerned.includes(id);
    if (changed.some(isMissed)) missed.push({ command, events, changed, concerned });
  }
  return { missed, changedBy };
}

/** Events at which documents change, as far as lives by chance meet them. */
const CHANGING = ['assigned', 'canceled', 'released', 'renewed', 'suspended', 'taken-back'];

test('whatever happens to an order, the feed names each server whose document it changes', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyOrderLife, async (life) => {
      const { missed, changedBy } = await livePublished(life);
      expect(missed).toEqual([]);
      for (const type of changedBy) met.add(type);
    }),
    { numRuns: 40, seed: 11 },
  );
  expect(CHANGING.filter((type) => !met.has(type))).toEqual([]);
});

test('whatever happens to a server, the feed names it', async () => {
  let server = openServer({ ...SERVER, id: 'srv-own' });
  const changedBy: string[] = [];
  const LIFE: ServerCommand[] = [
    { type: 'register' },
    changeCapacity(share(5)),
    activate('machine-1'),
    activate('machine-1', { publicKey: publicKey('another') }),
    { type: 'rotate', tokenKey: 'secret-2', byVendor: true },
    activate('machine-2', { tokenVersion: 2 }),
    { type: 'leave' },
    changeCapacity(),
    { type: 'retire', assigned: 0 },
  ];
  for (const [day, command] of LIFE.entries()) {
    const at = SERVER.registeredAt + day * DAY_MS;
    const { server: after, events } = handle(server, command, at, at);
    const before = await answersAt(['srv-own'], at);
    const concerned = await concernedBy(() =>
      publishServer(em(), after, events, ({ version }) => ({ hash: `hash-${version}`, firstGroup: '' })),
    );
    const [now] = await answersAt(['srv-own'], at);
    if (now !== before[0]) changedBy.push(...events.map(({ type }) => type));
    expect({ command: command.type, concerned }).toEqual({ command: command.type, concerned: ['srv-own'] });
    server = after;
  }
  expect(changedBy).toEqual(['registered', 'activated', 'reinstalled', 'retired']);
});

test('an event of no order, server or account concerns everybody, one of an account or an e-mail nobody', async () => {
  const journal = (stream: string) =>
    em().execute(
      `insert into journal (stream, seq, type, at, recorded_at, data) values (?, 1, 'account-changed', now(), now(), '{}')`,
      [stream],
    );
  expect(await concernedBy(() => journal('advisory/CL-2026-1'))).toBeNull();
  expect(await concernedBy(() => journal('account/acme-hotels'))).toEqual([]);
  expect(await concernedBy(() => journal('mail-state/SO-1/1'))).toEqual([]);
});
