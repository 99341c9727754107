import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { afterWait, freshWaits, type WaitOutcome } from '../../../agent/enforcement/waits.ts';
import { newFolder, runUntil, type VirtualTime } from '../../support/agent/appsuite-folder.ts';
import { startFakeCloud, type AskedWait, type FakeCloud } from '../../support/agent/fake-cloud.ts';
import { application, ISSUED } from '../../support/agent/licenses.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const start = Date.parse(ISSUED);

let dir: string;
let cloud: FakeCloud;
let time: VirtualTime;
/** What was waited for, and when, in seconds from the start. */
let waited: { at: number; seconds: number }[];
const opened: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const folder = await newFolder();
  dir = folder.dir;
  time = { nowMs: start };
  cloud = await startFakeCloud({ clock: () => time.nowMs, applications: () => [application()] });
  opened.push(cloud.close, folder.remove);
  waited = [];
  await activate({ dir, token: 'AAAAA', url: cloud.url, nowMs: start, random: () => 0 });
  await checkIn({ dir, nowMs: start, random: () => 0 });
});
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A cloud that answers waits like this, after as many seconds; by default after those that were asked for. */
function answers(
  answer: (asked: AskedWait) => ReturnType<NonNullable<FakeCloud['wait']>>,
  afterSeconds?: number,
): void {
  cloud.wait = (asked) => {
    waited.push({ at: Math.round((time.nowMs - start) / 1000), seconds: asked.seconds });
    time.nowMs += Math.min(afterSeconds ?? asked.seconds, asked.seconds) * 1000;
    return answer(asked);
  };
}

const runFor = (ms: number) => runUntil(dir, time, start + ms, MINUTE_MS);
const ages = () => waited.map(({ at }) => at);

describe('the daemon, between its check-ins', () => {
  test('waits for news, by a call of its own, and gets them by a check-in at once', async () => {
    answers(() => waited.length === 3 && Boolean((cloud.etag = '"other"')));
    await runFor(6 * MINUTE_MS);
    expect(waited.slice(0, 5)).toEqual([0, 55, 110, 165, 220].map((at) => ({ at, seconds: 55 })));
    expect(cloud.checkIns.map(({ claims }) => (claims.iat as number) - start / 1000)).toEqual([0, 165]);
    expect(cloud.alarms).toEqual([]);
  });

  test('says for what it signs, and neither a number nor the id of a check-in', async () => {
    const claims: AskedWait[] = [];
    answers((asked) => Boolean(claims.push(asked)) && false);
    await runFor(MINUTE_MS);
    expect(claims[0]).toMatchObject({ etag: '"same"', claims: { act: 'wait', iss: 'server-1', aud: cloud.url } });
    expect(claims[0]!.claims).not.toHaveProperty('chk');
  });

  test('asks a cloud that does not know of it, or refuses it, once a day, and checks in as ever', async () => {
    answers(() => ({ status: waited.length === 1 ? 404 : 403 }), 0);
    await runFor(49 * HOUR_MS);
    expect(ages()).toEqual([0, 24, 48].map((hours) => hours * 3_600));
    expect(cloud.checkIns).toHaveLength(3);
  });

  test('does not ask in a loop: who answers too early is asked when the time is over, who has no news ever later', async () => {
    answers(() => false, 1);
    await runFor(3 * MINUTE_MS);
    expect(ages()).toEqual([0, 55, 110, 165]);
    waited = [];
    time.nowMs = start;
    answers(() => true, 0);
    await runFor(2 * HOUR_MS);
    expect(ages().slice(0, 5)).toEqual([0, 60, 180, 420, 900]);
  });

  test('comes back when a cloud that stops says so, and later each time it does not answer', async () => {
    answers(() => ({ status: 503, ...(waited.length === 1 && { retryAfter: 7 }) }), 0);
    await runFor(20 * MINUTE_MS);
    expect(ages().slice(0, 4)).toEqual([0, 7, 127, 367]);
  });

  test('waits half as long where two were cut off at the same age, until it passes, and tries all of it the next day', async () => {
    answers(({ seconds }) => (seconds > 20 ? 'cut' : false), 20);
    await runFor(10 * MINUTE_MS);
    expect(waited.slice(0, 6)).toEqual([
      { at: 0, seconds: 55 },
      { at: 80, seconds: 55 },
      { at: 100, seconds: 27 },
      { at: 180, seconds: 27 },
      { at: 200, seconds: 13 },
      { at: 213, seconds: 13 },
    ]);
    waited = [];
    answers(() => false);
    time.nowMs = start + 24 * HOUR_MS;
    await runUntil(dir, time, time.nowMs + 3 * MINUTE_MS, MINUTE_MS);
    expect(waited.at(-1)!.seconds).toBe(55);
  });
});

describe('a wait that is cut off', () => {
  const cut = (afterMs: number): WaitOutcome => ({ kind: 'cut', afterMs });
  const after = (...outcomes: WaitOutcome[]) =>
    outcomes.reduce(
      (waits, outcome) => afterWait(waits, outcome, { beganMs: 0, seconds: waits.seconds, nowMs: 0 }, () => 0),
      freshWaits(),
    ).seconds;

  test.each([
    ['once', [cut(30_000)], 55],
    ['twice at the same age', [cut(30_000), cut(31_000)], 27],
    ['at two ages', [cut(30_000), cut(40_000)], 55],
    ['at the same age, with one between that was not', [cut(30_000), { kind: 'none' } as const, cut(30_000)], 55],
    ['as nobody is there at all', [cut(3), cut(3), cut(3)], 55],
    ['again and again', Array(20).fill(cut(2_500)) as WaitOutcome[], 5],
  ])('%s', (_what, outcomes, seconds) => {
    expect(after(...outcomes)).toBe(seconds);
  });
});
