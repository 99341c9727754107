import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { numberDue } from '../../db/queries/feed/number.ts';
import { readFeed, type FeedItem } from '../../db/queries/feed/read.ts';
import { journaled } from '../../db/queries/publishing/journal.ts';
import { VENDOR } from '../../domain/permissions.ts';
import { openDatabase, type TestDatabase } from '../support/api/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const WRITERS = 16;
const EVENTS = 25;
const streamOf = (writer: number) => `server/writer-${writer}`;
const vendor = { account: VENDOR, nowMs: 0 };
/** In the statement that writes: what its connection does before that is committed. */
const DIES = 'pg_terminate_backend(pg_backend_pid())';
const HANGS = 'pg_sleep(0.06)';

/** Writes the events of a stream, one after the other; each writer hangs and dies at other places. */
async function write(em: EntityManager, writer: number): Promise<void> {
  const append = (seq: number, first: string) =>
    em.execute(
      `with ${journaled(`select ?::text, ?::int, 'changed', now(), now(), '{}'::jsonb`)} select ${first} from journaled`,
      [streamOf(writer), seq],
    );
  for (let seq = 1; seq <= EVENTS; seq += 1) {
    if ((seq * 7 + writer) % 9 === 0) await expect(append(seq, DIES)).rejects.toThrow();
    await append(seq, (seq * 5 + writer) % 11 === 0 ? HANGS : '1');
  }
}

test('of 16 writers that hang and die, while who numbers is killed too, a reader misses nothing, twice nothing, and nothing behind its cursor', async () => {
  let isWriting = true;
  let kills = 0;
  const read: FeedItem[] = [];
  const em = () => database.orm.em.fork();

  async function number(): Promise<void> {
    while (isWriting) await numberDue(em(), 20, Date.now()).catch(() => (kills += 1));
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
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(em(), writer)));
  isWriting = false;
  await Promise.all(others);
  while ((await numberDue(em(), 20, Date.now())) !== null);
  for (let from = -1; from !== after;) [from, after] = [after, await page(after)];

  expect(kills).toBeGreaterThan(3);
  const places = read.map(({ stream, seq }) => `${stream} ${seq}`);
  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBe(WRITERS * EVENTS);
  expect(read.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1));
  for (let writer = 0; writer < WRITERS; writer += 1)
    expect(read.filter(({ stream }) => stream === streamOf(writer)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: EVENTS }, (_, index) => index + 1),
    );
}, 30_000);
