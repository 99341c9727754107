import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  activateUpdate,
  leaveUpdate,
  serverWorkflowId,
  setCapacityUpdate,
  unlockSignal,
  type SilenceLook,
} from '../../workflows/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/bench.ts';

const DAY_MS = 86_400_000;

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

/** A server that is activated; answers when, in epoch milliseconds. */
async function activated(server: string, order: string): Promise<number> {
  await bench.startOrder(order, [sold()]);
  await bench.env.client.workflow.getHandle(`order/${order}`).signal(unlockSignal, { at: await bench.now() });
  await bench.until(() => bench.events(order).some(({ type }) => type === 'unlocked'));
  await bench.startServer(server);
  const handle = bench.env.client.workflow.getHandle(serverWorkflowId(server));
  const at = await bench.now();
  const capacity = { at, request: 'r1', application: 'attendant-console', capacity: 1, tokenKey: 'k1' };
  await handle.executeUpdate(setCapacityUpdate, { args: [capacity] });
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: server } as const;
  const machine = { fingerprint: server, publicKey, version: '2026.Autumn.1', hostname: null };
  const activatedAt = await bench.now();
  await handle.executeUpdate(activateUpdate, {
    args: [{ at: activatedAt, request: 'r2', tokenVersion: 1, ...machine }],
  });
  return activatedAt;
}

test('a server is looked at seven days after it was last heard of, every seven days while it is silent, and no more once it has left', async () => {
  const looks: SilenceLook[] = [];
  let calledAt: number | null = null;
  const noteSilence = (look: SilenceLook) => {
    looks.push(look);
    return Promise.resolve(calledAt);
  };
  const options = { activities: { noteSilence } };
  await bench.withWorker(async () => {
    const start = await activated('srv_1', 'SO-1');
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
