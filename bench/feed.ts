import { connect } from '../db/orm.ts';
import { createFollowing } from '../db/following.ts';
import { readFeed } from '../db/queries/feed/read.ts';
import { appendToJournal } from '../db/queries/publishing/journal.ts';
import { VENDOR } from '../domain/permissions.ts';
import { compare, inTurns, quantile, type Row } from './in-turns.ts';
import type { Installation } from './installation.ts';

const ROUNDS = 5;
const WRITERS = 16;
const FOLLOWERS = 2;
const EVENTS_OF_A_WRITER = 150;
const TARGET_SECONDS = 1;

type Orm = Awaited<ReturnType<typeof connect>>;

/**
 * Events written by many at once while the feed is followed and read, beside the same while nobody does; and how long after
 * its commit an event reaches whoever waits. In a database of its own, as the installation's is always followed.
 */
export async function measureFeed({ databaseUrl }: Pick<Installation, 'databaseUrl'>): Promise<Row[]> {
  const owner = await connect(databaseUrl, 1);
  await owner.em.execute('create database bench_feed');
  await owner.close();
  const url = new URL(databaseUrl);
  url.pathname = '/bench_feed';
  const orm = await connect(url.href, WRITERS + FOLLOWERS + 2);
  await orm.migrator.up();
  const delays: number[] = [];
  try {
    const rounds = await inTurns(
      ROUNDS,
      async (round) => {
        const followed = followAndRead(orm, delays);
        const written = await writeEvents(orm, `followed-${round}`);
        await followed.stop();
        return { written };
      },
      async (round) => {
        const unread = await writeEvents(orm, `alone-${round}`);
        const rest = createFollowing({ orm, clock: Date.now, warn: console.error });
        await rest.follow();
        return { unread };
      },
    );
    const p95 = quantile(delays, 0.95) / 1_000;
    const beside = `p95 from commit to a waiting reader ${p95.toFixed(2)} s${p95 > TARGET_SECONDS ? ', missed' : ''}`;
    return [
      compare(
        rounds.map(({ ours, theirs }) => ({ ours: ours.written, theirs: theirs.unread })),
        { what: 'events written, followed and read', against: 'events written', target: 0.97, beside },
      ),
    ];
  } finally {
    await orm.close();
  }
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

/** As two processes follow it, and one reader goes on whenever it has come further. */
function followAndRead(orm: Orm, delays: number[]) {
  const following = Array.from({ length: FOLLOWERS }, () =>
    createFollowing({ orm, clock: Date.now, warn: console.error }),
  );
  let after: number | null = null;
  let reading = Promise.resolve();
  following[0]!.onAdvance((end) => {
    after ??= end;
    reading = reading.then(readOn);
  });

  async function readOn(): Promise<void> {
    const { items, position } = await readFeed(
      orm.em.fork(),
      { account: VENDOR, nowMs: Date.now() },
      { after: after!, limit: 100 },
    );
    delays.push(...items.map(({ recordedAt }) => Date.now() - recordedAt));
    after = position;
    if (items.length === 100) await readOn();
  }

  for (const one of following) one.start();
  return {
    async stop() {
      await Promise.all(following.map((one) => one.stop()));
      await reading;
    },
  };
}
