import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../../db/orm.ts';
import { endOfFeed, placeInFeed, raiseEpoch } from '../../../db/queries/feed/epochs.ts';
import { numberDue } from '../../../db/queries/feed/number.ts';
import { readFeed, type FeedItem } from '../../../db/queries/feed/read.ts';
import { journaled } from '../../../db/queries/publishing/journal.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';

let database: TestDatabase;
/** Connections that are killed; a statement that gets a dead one is repeated. */
let victims: MikroORM;
beforeAll(async () => {
  database = await openDatabase();
  victims = await connect(database.url, 20);
});
afterAll(async () => {
  await victims.close();
  await database.drop();
});

const WRITERS = 16;
const EVENTS = 20;
const streamOf = (writer: number) => `server/writer-${writer}`;
const vendor = { account: VENDOR, nowMs: 0 };
const em = () => database.orm.em.fork();
const append = (stream: string, seq: number, andThen: string, orm = victims) =>
  orm.em
    .fork()
    .execute(
      `with ${journaled(`select ?::text, ?::int, 'changed', now(), now(), '{}'::jsonb`, { repeats: 'left-out' })} select ${andThen} from journaled`,
      [stream, seq],
    );

/** In the statement that writes: what its connection does before that is committed. */
const DIES = 'pg_terminate_backend(pg_backend_pid())';
const HANGS = 'pg_sleep(0.06)';

/** Writes the events of a stream, one after the other, and answers how many; each writer hangs and dies at other places. */
async function write(writer: number, isEnough: () => boolean): Promise<number> {
  let seq = 0;
  while (seq < EVENTS || !isEnough()) {
    seq += 1;
    if ((seq * 7 + writer) % 9 === 0) await expect(append(streamOf(writer), seq, DIES)).rejects.toThrow();
    const andThen = (seq * 5 + writer) % 11 === 0 ? HANGS : '1';
    while (
      !(await append(streamOf(writer), seq, andThen).then(
        () => true,
        () => false,
      ))
    );
  }
  return seq;
}

test('of 16 writers that hang and die, while who numbers is killed too, a reader misses nothing, twice nothing, and nothing behind its cursor', async () => {
  let isWriting = true;
  let kills = 0;
  const read: FeedItem[] = [];
  async function number(): Promise<void> {
    while (isWriting) await numberDue(victims.em.fork(), 20, Date.now()).catch(() => (kills += 1));
  }
  async function kill(): Promise<void> {
    for (; isWriting; await pause(40))
      await em().execute(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and query like '%feed_due%' and state <> 'idle' limit 1`,
      );
  }
  async function page(after: number): Promise<number> {
    const { items, position } = await readFeed(em(), vendor, { after, limit: 7 });
    read.push(...items);
    return position;
  }
  let after = 0;
  async function readAlong(): Promise<void> {
    while (isWriting) after = await page(after);
  }
  const others = [number(), number(), number(), kill(), readAlong()];
  const isEnough = () => kills > 3;
  const written = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer, isEnough))).finally(
    () => (isWriting = false),
  );
  await Promise.all(others);
  while ((await numberDue(em(), 20, Date.now())) !== null);
  for (let from = -1; from !== after;) [from, after] = [after, await page(after)];

  const places = read.map(({ stream, seq }) => `${stream} ${seq}`);
  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBe(written.reduce((sum, events) => sum + events, 0));
  expect(read.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1));
  for (let writer = 0; writer < WRITERS; writer += 1)
    expect(read.filter(({ stream }) => stream === streamOf(writer)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: written[writer]! }, (_, index) => index + 1),
    );
});

test('after a restore a cursor from before the backup goes on, and one behind it is told where to', async () => {
  const before = await endOfFeed(em());
  const fill = async ({ orm }: TestDatabase, stream: string, seq: number) => {
    await append(stream, seq, '1', orm);
    await numberDue(orm.em.fork(), 20, Date.now());
  };
  await fill(database, 'server/restored', 1);
  const backup = await endOfFeed(em());
  const restored = await database.restored();
  const there = () => restored.orm.em.fork();
  await fill(database, 'server/restored', 2);
  const lost = await endOfFeed(em());

  expect(await placeInFeed(there(), lost)).toEqual({ ...backup, isKnown: false });
  await fill(restored, 'server/other', 1);
  await fill(restored, 'server/restored', 2);
  const now = await endOfFeed(there());
  expect(now.epoch).toBeGreaterThan(backup.epoch);
  expect(await placeInFeed(there(), before)).toEqual({ epoch: now.epoch, position: before.position, isKnown: true });
  expect(await placeInFeed(there(), backup)).toEqual({ epoch: now.epoch, position: backup.position, isKnown: true });
  expect(await placeInFeed(there(), lost)).toEqual({ epoch: now.epoch, position: backup.position, isKnown: false });
  const { items } = await readFeed(there(), vendor, { after: backup.position, limit: 10 });
  expect(items.map(({ stream, seq }) => [stream, seq])).toEqual([
    ['server/other', 1],
    ['server/restored', 2],
  ]);
  // Of another restore of the same backup nothing is known here.
  const ofAnother = { epoch: now.epoch - 1, position: 1 };
  expect(await placeInFeed(there(), ofAnother)).toMatchObject({ position: 0, isKnown: false });
  const raised = await raiseEpoch(there());
  expect(raised.epoch).toBeGreaterThan(now.epoch);
  expect(await placeInFeed(there(), now)).toEqual({ ...raised, isKnown: true });
  await restored.drop();
});
