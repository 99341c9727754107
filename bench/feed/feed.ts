import { connect } from '../../db/orm.ts';
import { createFollowing } from '../../db/following.ts';
import { readFeed } from '../../db/queries/feed/read.ts';
import { appendToJournal } from '../../db/queries/publishing/journal.ts';
import { VENDOR } from '../../domain/people/permissions.ts';
import { compare, inTurns, quantile, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';

const ROUNDS = 5;
const WRITERS = 16;
const FOLLOWERS = 2;
const EVENTS_OF_A_WRITER = 150;
const TARGET_SECONDS = 1;

type Orm = Awaited<ReturnType<typeof connect>>;
type Following = ReturnType<typeof createFollowing>;

/**
 * Events written by many at once while they are read, beside the same while nobody reads; how long after its commit an event
 * reaches whoever waits; and what numbering takes. In a database of its own, as the installation's is always followed.
 */
export async function measureFeed({ databaseUrl }: Pick<Installation, 'databaseUrl'>): Promise<Row[]> {
  const owner = await connect(databaseUrl, 1);
  await owner.em.execute('create database bench_feed');
  await owner.close();
  const url = new URL(databaseUrl);
  url.pathname = '/bench_feed';
  const orm = await connect(url.href, WRITERS + FOLLOWERS + 2);
  await orm.migrator.up();
  try {
    return [await measureReaders(orm), await measureFollowing(orm)];
  } finally {
    await orm.close();
  }
}

/** Written and numbered, as all events are, with a reader who hears of each as soon as it can, and with none. */
async function measureReaders(orm: Orm): Promise<Row> {
  const delays: number[] = [];
  const rounds = await inTurns(
    ROUNDS,
    async (round) => {
      const following = follow(orm);
      const reader = readOn(orm, following[0]!, delays);
      const read = await writeEvents(orm, `read-${round}`);
      await stopAll(following);
      await reader.done();
      return { read };
    },
    async (round) => {
      const following = follow(orm);
      const unread = await writeEvents(orm, `unread-${round}`);
      await stopAll(following);
      return { unread };
    },
  );
  const p95 = quantile(delays, 0.95) / 1_000;
  return compare(
    rounds.map(({ ours, theirs }) => ({ ours: ours.read, theirs: theirs.unread })),
    {
      ...{ what: 'events written while they are read', against: 'events written while nobody reads', target: 0.97 },
      beside: `p95 from commit to a waiting reader ${p95.toFixed(2)} s${p95 > TARGET_SECONDS ? ', missed' : ''}`,
    },
  );
}

/** What it takes of a machine that does nothing but write events, that they are numbered meanwhile and not later. */
async function measureFollowing(orm: Orm): Promise<Row> {
  const rounds = await inTurns(
    ROUNDS,
    async (round) => {
      const following = follow(orm);
      const numbered = await writeEvents(orm, `numbered-${round}`);
      await stopAll(following);
      return { numbered };
    },
    async (round) => {
      const alone = await writeEvents(orm, `alone-${round}`);
      await createFollowing({ orm, clock: Date.now, warn: console.error }).follow();
      return { alone };
    },
  );
  return compare(
    rounds.map(({ ours, theirs }) => ({ ours: ours.numbered, theirs: theirs.alone })),
    { what: 'events written and numbered', against: 'events written, and numbered later', target: null },
  );
}

async function writeEvents(orm: Orm, prefix: string): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let seq = 1; seq <= EVENTS_OF_A_WRITER; seq += 1)
        await appendToJournal(orm.em.fork(), `server/${prefix}-${writer}`, [
          { seq, type: 'changed', at: Date.now(), recordedAt: Date.now() },
        ]);
    }),
  );
  return (WRITERS * EVENTS_OF_A_WRITER) / ((performance.now() - startedAt) / 1_000);
}

/** As two processes follow it. */
function follow(orm: Orm): Following[] {
  const following = Array.from({ length: FOLLOWERS }, () =>
    createFollowing({ orm, clock: Date.now, warn: console.error }),
  );
  for (const one of following) one.start();
  return following;
}

async function stopAll(following: Following[]): Promise<void> {
  await Promise.all(following.map((one) => one.stop()));
  await following[0]!.follow();
}

/** Reads on whenever the feed has come further, and notes how long after its commit each event was there, in milliseconds. */
function readOn(orm: Orm, following: Following, delays: number[]) {
  let after: number | null = null;
  let reading = Promise.resolve();
  following.onAdvance((end) => {
    after ??= end;
    reading = reading.then(read);
  });

  async function read(): Promise<void> {
    const { items, position } = await readFeed(
      orm.em.fork(),
      { account: VENDOR, nowMs: Date.now() },
      { after: after!, limit: 100 },
    );
    delays.push(...items.map(({ recordedAt }) => Date.now() - recordedAt));
    after = position;
    if (items.length === 100) await read();
  }

  return { done: () => reading };
}
