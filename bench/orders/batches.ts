import { setTimeout as delay } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../db/orm.ts';
import { compare, inTurns, median, quantile, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime, order, placeOrder } from '../load.ts';
import { untilMailed } from './mailed.ts';

const ROUNDS = 3;
/** Enough that what a batch takes to begin is not most of it. */
const PER_ROUND = 600;
/** As long as somebody posts beside it, and some. */
const BESIDE = 400;
/** As many as a batch carries out at a time at most. */
const WIDTH = 8;
/** As often as somebody looks who waits for a batch: looking is work, too. */
const LOOK_EVERY_MS = 250;
/** Somebody who places one order after the other, with a look at each answer. */
const POSTS = 80;
const PAUSE_MS = 30;
/** A batch leaves time to whoever has posted a moment ago; then nobody has. */
const NOBODY_POSTS_MS = 3_500;
/** A batch is as wide as it gets when somebody begins to post beside it. */
const UNDER_WAY_MS = 1_000;

/** Orders by one batch beside single posts at the same width, and what somebody waits who places single ones meanwhile. */
export async function measureBatches(installation: Installation): Promise<Row[]> {
  const orm = await connect(installation.databaseUrl, 1);
  try {
    return [await measureRates(installation, orm), await measureWaits(installation, orm)];
  } finally {
    await orm.close();
  }
}

async function measureRates(installation: Installation, orm: MikroORM): Promise<Row> {
  /** The next turn begins when nothing of this one is left to do. */
  const rates = async (prefix: string, take: () => Promise<void>) => {
    await delay(NOBODY_POSTS_MS);
    const startedAt = performance.now();
    const perSecond = () => PER_ROUND / ((performance.now() - startedAt) / 1000);
    const [taken, mailed] = await Promise.all([
      take().then(perSecond),
      untilMailed(orm, prefix, PER_ROUND).then(perSecond),
    ]);
    return { taken, mailed };
  };
  const rounds = await inTurns(
    ROUNDS,
    async (round) => {
      const { taken, mailed } = await rates(`BA${round}`, () => carryOut(installation, `BA${round}`));
      return { 'batch taken': taken, 'batch mailed': mailed };
    },
    async (round) => {
      const place = (index: number) => placeOrder(installation, `SI${round}-${index}`);
      const { taken, mailed } = await rates(`SI${round}`, () => manyAtATime(PER_ROUND, place, WIDTH));
      return { 'single taken': taken, 'single mailed': mailed };
    },
  );
  const taken = (name: string, rates: number[]) => `${name} ${median(rates).toFixed(0)}`;
  return compare(
    rounds.map(({ ours, theirs }) => ({ ours: ours['batch mailed'], theirs: theirs['single mailed'] })),
    {
      ...{
        what: 'orders of a batch, delivered and mailed',
        against: `posted one by one, ${WIDTH} at a time`,
        target: 1,
      },
      beside: `${taken(
        'done',
        rounds.map(({ ours }) => ours['batch taken']),
      )} / ${taken(
        'accepted',
        rounds.map(({ theirs }) => theirs['single taken']),
      )} a second`,
    },
  );
}

async function measureWaits(installation: Installation, orm: MikroORM): Promise<Row> {
  const waits: { quiet: number; meanwhile: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const quiet = await p95OfPosts(installation, `QU${round}`);
    await delay(NOBODY_POSTS_MS);
    const batch = carryOut(installation, `ME${round}`, BESIDE);
    await delay(UNDER_WAY_MS);
    const meanwhile = await p95OfPosts(installation, `PO${round}`);
    await batch;
    await untilMailed(orm, `ME${round}`, BESIDE);
    await untilMailed(orm, `PO${round}`, POSTS);
    console.error(`  p95 of a post: quiet ${quiet.toFixed(0)} ms, beside a batch ${meanwhile.toFixed(0)} ms`);
    waits.push({ quiet, meanwhile });
  }
  const [quiet, meanwhile] = [median(waits.map((wait) => wait.quiet)), median(waits.map((wait) => wait.meanwhile))];
  return compare(
    waits.map((wait) => ({ ours: 1_000 / wait.meanwhile, theirs: 1_000 / wait.quiet })),
    {
      ...{ what: 'posts of somebody beside a batch, by the p95', against: 'the same when it is quiet', target: 0.5 },
      beside: `p95 ${meanwhile.toFixed(0)} / ${quiet.toFixed(0)} ms`,
    },
  );
}

/** Posts a batch of orders, and waits until it is done. */
async function carryOut({ apiUrl, apiKey }: Installation, prefix: string, items = PER_ROUND): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' };
  const body = Array.from({ length: items }, (_, index) => JSON.stringify(order(`${prefix}-${index}`))).join('\n');
  const posted = await fetch(`${apiUrl}/v1/batches?kind=orders`, { method: 'POST', headers, body });
  const { id } = (await posted.json()) as { id: string };
  for (;;) {
    const answer = await fetch(`${apiUrl}/v1/batches/${id}`, { headers: { authorization: headers.authorization } });
    const { state, done } = (await answer.json()) as { state: string; done: number };
    if (state === 'done' && done === items) return;
    if (state === 'done') throw new Error(`${items - done} orders of a batch were refused`);
    await delay(LOOK_EVERY_MS);
  }
}

async function p95OfPosts(installation: Installation, prefix: string): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < POSTS; index++) {
    const startedAt = performance.now();
    await placeOrder(installation, `${prefix}-${index}`);
    took.push(performance.now() - startedAt);
    await delay(PAUSE_MS);
  }
  return quantile(took, 0.95);
}
