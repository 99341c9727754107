import { setTimeout } from 'node:timers/promises';
import { CompleteAsyncError, Context } from '@temporalio/activity';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as contract from '../../temporal/contract.ts';
import { MACHINE, openRealBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

const SERVER = 'srv_tells';
const server = () => bench.env.client.workflow.getHandle(contract.serverWorkflowId(SERVER));
let requests = 0;
const request = () => ({ request: `tells-${++requests}`, at: Date.now() });
const setCapacity = (capacity: number) => {
  const of = { application: 'attendant-console', tokenKey: 'k1', onlineOnly: false };
  return server().executeUpdate(contract.setCapacityUpdate, { args: [{ ...request(), ...of, capacity }] });
};

test('what comes with the end of a publication is published itself before an order hears of it', async () => {
  let token: Uint8Array | undefined;
  await bench.withWorker(
    async () => {
      await bench.startOrder('TELLS-1', [sold()]);
      await bench.env.client.workflow
        .getHandle(contract.orderWorkflowId('TELLS-1'))
        .signal(contract.unlockSignal, { at: Date.now() });
      await bench.until(() => bench.events('TELLS-1').some(({ type }) => type === 'unlocked'));
      await bench.startServer(SERVER);
      await setCapacity(8);
      await setCapacity(4);
      await bench.until(() => token !== undefined);
    },
    {
      activities: {
        /** The reduction is written, but who wrote it is gone before anybody knows. */
        async publishServer(publication) {
          await bench.activities.publishServer(publication);
          const isReduced = publication.server.shares.some(({ capacity }) => capacity === 4);
          if (!isReduced) return;
          token = Context.current().info.taskToken;
          throw new CompleteAsyncError();
        },
      },
    },
  );
  await bench.env.client.activity.complete(token!, undefined);
  const activation = server().executeUpdate(contract.activateUpdate, { args: [{ ...request(), ...MACHINE }] });
  await setTimeout(500);
  const happened: string[] = [];
  await bench.withWorker(
    async () => {
      await activation;
      await bench.until(() => happened.length === 3);
    },
    {
      activities: {
        async publishServer(publication) {
          happened.push(`published ${publication.events.map(({ type }) => type).join(' ')}`);
          await bench.activities.publishServer(publication);
        },
        async tellOrder(outgoing) {
          happened.push(outgoing.message.activatedAt === null ? 'told the reduction' : 'told the activation');
          await bench.activities.tellOrder(outgoing);
        },
      },
    },
  );
  expect(happened).toEqual(['published activated', 'told the reduction', 'told the activation']);
});
