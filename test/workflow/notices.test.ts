import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signalNotices } from '../../activities/tell-notices.ts';
import { dayAt } from '../../domain/days.ts';
import { noticesQuery, noticesWorkflowId, type DigestAnswer, type NoticeTold } from '../../temporal/contract.ts';
import { openTimeSkippingBench, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

const RESELLER_ZONE = 'Europe/Rome';
const HOUR_MS = 3_600_000;
const handle = (account: string) => bench.env.client.workflow.getHandle(noticesWorkflowId(account));
const digests = (account: string) => bench.published.digests.filter((digest) => digest.account === account);
const tell = (account: string, order: string, seq: number, timeZone = RESELLER_ZONE) =>
  signalNotices({ ...bench.env, taskQueue: bench.taskQueue }, { ...aNotice(account, order, seq), timeZone });

function aNotice(account: string, order: string, seq: number): NoticeTold {
  return { account, order, seq, at: 0, line: '1', what: 'term', days: 30, endsOn: '2099-12-31', noticeDays: [30] };
}

function hourOf(instantMs: number, timeZone: string): number {
  return Number(new Date(instantMs).toLocaleString('en-GB', { timeZone, hour: '2-digit' }));
}

/** The activity that makes digests, with the instants at which it was called. */
function watched() {
  const sentAt: number[] = [];
  const sendDigest: Bench['activities']['sendDigest'] = async (request) => {
    sentAt.push(await bench.now());
    return bench.activities.sendDigest(request);
  };
  return { sentAt, activities: { sendDigest } };
}

/** Lets time pass to one o'clock in the afternoon at the reseller, whatever the hour is now. */
async function noon(): Promise<string> {
  const now = await bench.now();
  await bench.env.sleep(((13 - hourOf(now, RESELLER_ZONE) + 24) % 24) * HOUR_MS);
  return dayAt(await bench.now(), RESELLER_ZONE);
}

test('notices of several orders, told at different hours, are one digest at eight o’clock in the reseller’s time zone', async () => {
  const { sentAt, activities } = watched();
  await bench.withWorker(
    async () => {
      const today = await noon();
      await tell('several', 'SO-1', 4);
      await bench.env.sleep('5h');
      await tell('several', 'SO-2', 7);
      await tell('several', 'SO-1', 5);
      await bench.env.sleep('2d');
      expect(digests('several')).toHaveLength(1);
      const [digest] = digests('several');
      expect(digest!.notices.map(({ order, seq }) => [order, seq])).toEqual([
        ['SO-1', 4],
        ['SO-2', 7],
        ['SO-1', 5],
      ]);
      expect(digest!.day > today).toBe(true);
      expect(hourOf(sentAt[0]!, RESELLER_ZONE)).toBe(8);
    },
    { activities },
  );
});

test('a notice told twice, while its digest is waited for, is in it once', async () => {
  await bench.withWorker(async () => {
    await noon();
    await tell('twice', 'SO-1', 4);
    await tell('twice', 'SO-1', 4);
    await bench.env.sleep('1d');
    expect(digests('twice').map(({ notices }) => notices.length)).toEqual([1]);
  });
});

test('what comes after the morning’s digest is told the next morning, and never two digests on one day', async () => {
  await bench.withWorker(async () => {
    await noon();
    for (const seq of [4, 5, 6]) {
      await tell('daily', 'SO-1', seq);
      await bench.env.sleep('1d');
    }
    const days = digests('daily').map(({ day }) => day);
    expect(days).toHaveLength(3);
    expect(new Set(days).size).toBe(3);
  });
});

test('when nothing waits it ends, and the next notice begins it again', async () => {
  await bench.withWorker(async () => {
    await noon();
    await tell('again', 'SO-1', 4);
    await handle('again').result();
    await tell('again', 'SO-1', 30);
    expect(await handle('again').query(noticesQuery)).toMatchObject([{ order: 'SO-1', seq: 30 }]);
    await handle('again').result();
    expect(digests('again').map(({ notices }) => notices.map(({ seq }) => seq))).toEqual([[4], [30]]);
  });
});

test('notices that a digest could not take any more wait for the next one', async () => {
  const answers: DigestAnswer[] = [
    { outcome: 'sent', left: [{ order: 'SO-2', seq: 5 }] },
    { outcome: 'nothing', left: [] },
  ];
  const asked: number[][] = [];
  await bench.withWorker(
    async () => {
      await noon();
      await tell('left', 'SO-1', 4);
      await tell('left', 'SO-2', 5);
      await handle('left').result();
      expect(asked).toEqual([[4, 5], [5]]);
    },
    {
      activities: {
        async sendDigest({ notices }) {
          asked.push(notices.map(({ seq }) => seq));
          return answers.shift()!;
        },
      },
    },
  );
});

test('an account that moves to another time zone gets its digest at its new eight o’clock', async () => {
  const { sentAt, activities } = watched();
  await bench.withWorker(
    async () => {
      await noon();
      await tell('moving', 'SO-1', 4);
      expect(await handle('moving').query(noticesQuery)).toHaveLength(1);
      await tell('moving', 'SO-1', 5, 'Pacific/Auckland');
      expect(await handle('moving').query(noticesQuery)).toHaveLength(2);
      await handle('moving').result();
      expect(sentAt.map((instantMs) => hourOf(instantMs, 'Pacific/Auckland'))).toEqual([8]);
      expect(digests('moving')).toHaveLength(1);
    },
    { activities },
  );
});

test('a thousand notices that a roll-over carried are one digest', async () => {
  await bench.withWorker(async () => {
    await noon();
    const waiting = Array.from({ length: 1_000 }, (_, index) => ({
      ...aNotice('many', 'SO-1', index + 1),
      timeZone: RESELLER_ZONE,
    }));
    await bench.env.client.workflow.start('notices', {
      ...{ workflowId: noticesWorkflowId('many'), taskQueue: bench.taskQueue },
      args: [{ account: 'many', waiting }],
    });
    await handle('many').result();
    expect(digests('many').map(({ notices }) => new Set(notices.map(({ seq }) => seq)).size)).toEqual([1_000]);
  });
});
