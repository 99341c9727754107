import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { leaveUpdate, serverWorkflowId, type SilenceLook } from '../../temporal/contract.ts';
import { openTimeSkippingBench, type Bench } from '../support/workflow/bench.ts';
import { createLives } from '../support/workflow/lives.ts';

const DAY_MS = 86_400_000;

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

test('a server is looked at seven days after it was last heard of, every seven days while it is silent, and no more once it has left', async () => {
  const looks: SilenceLook[] = [];
  let calledAt: number | null = null;
  const noteSilence = (look: SilenceLook) => {
    looks.push(look);
    return Promise.resolve(calledAt);
  };
  const options = { activities: { noteSilence } };
  await bench.withWorker(async () => {
    const start = await createLives(bench).anActivatedServer('srv_1', 'SO-1');
    const daysOfLooks = () => looks.map(({ atMs }) => Math.round(((atMs - start) / DAY_MS) * 10) / 10);
    calledAt = start + 5 * DAY_MS;
    await bench.env.sleep('11 days');
    expect(daysOfLooks()).toEqual([7]);
    expect(looks[0]!.atMs - looks[0]!.heardOfSince).toBe(7 * DAY_MS);
    await bench.env.sleep('20 days');
    expect(daysOfLooks()).toEqual([7, 12, 19, 26]);
    calledAt = start + 32 * DAY_MS;
    await bench.env.sleep('7 days');
    expect(daysOfLooks().slice(4)).toEqual([33]);
    await bench.env.sleep('2 days');
    expect(daysOfLooks().slice(5)).toEqual([39]);
    const handle = bench.env.client.workflow.getHandle(serverWorkflowId('srv_1'));
    await handle.executeUpdate(leaveUpdate, { args: [{ at: await bench.now(), request: 'r3' }] });
    await bench.env.sleep('30 days');
    expect(looks).toHaveLength(6);
  }, options);
});
