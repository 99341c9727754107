import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handle } from '../../domain/order/handle.ts';
import { openOrder } from '../../domain/order/order.ts';
import { POLICY } from '../../domain/policy.ts';
import * as contract from '../../temporal/contract.ts';
import { CUSTOMER, MACHINE, openRealBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

const orderOf = (number: string) => bench.env.client.workflow.getHandle(contract.orderWorkflowId(number));
const serverOf = (id: string) => bench.env.client.workflow.getHandle(contract.serverWorkflowId(id));

let requests = 0;
const request = () => `request-${++requests}`;

/** The update's outcome: its answer, or the code of its refusal. */
async function settle<Result>(update: Promise<Result>): Promise<Result | string> {
  try {
    return await update;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure) return String(cause.type);
    throw error;
  }
}

const setCapacity = (id: string, capacity: number, application = 'attendant-console', id_ = request()) =>
  settle(
    serverOf(id).executeUpdate(contract.setCapacityUpdate, {
      args: [{ request: id_, at: Date.now(), application, capacity, tokenKey: 'k1', onlineOnly: false }],
    }),
  );

async function unlocked(number: string, ...lines: Parameters<typeof sold>[0][]): Promise<void> {
  await bench.startOrder(number, lines.map(sold));
  await orderOf(number).signal(contract.unlockSignal, { at: await bench.now() });
  await bench.until(() => bench.events(number).some((event) => event.type === 'unlocked'));
}

const held = async (number: string, server: string) =>
  (await bench.order(number)).assignments
    .filter((share) => share.server === server)
    .reduce((sum, share) => sum + share.capacity, 0);

const free = (number: string, units: number) =>
  bench.until(async () => {
    const order = await bench.order(number);
    const used = order.assignments.reduce((sum, share) => sum + share.capacity, 0);
    return order.lines.reduce((sum, line) => sum + line.capacity, 0) - used === units;
  });

test('a server takes capacity of two orders, activates, and every order is told', async () => {
  await bench.withWorker(async () => {
    await unlocked('A-1', { application: 'voicemail' });
    await unlocked('A-2', { application: 'voicemail' });
    await bench.startServer('srv_a');
    expect(await setCapacity('srv_a', 15, 'voicemail')).toMatchObject({ stream: 'server/srv_a' });
    expect((await held('A-1', 'srv_a')) + (await held('A-2', 'srv_a'))).toBe(15);
    const activate = () =>
      settle(
        serverOf('srv_a').executeUpdate(contract.activateUpdate, {
          args: [{ request: request(), at: Date.now(), ...MACHINE }],
        }),
      );
    expect(await activate()).toMatchObject({ told: [{ order: 'A-1' }, { order: 'A-2' }] });
    expect(await activate()).toMatchObject({ told: [] });
    for (const number of ['A-1', 'A-2'])
      await bench.until(() => bench.events(number).some((event) => event.type === 'activated'));
    await setCapacity('srv_a', 0, 'voicemail');
    await free('A-1', 10);
    await free('A-2', 10);
  });
});

test('when a later order refuses, what was taken is given back, and the plan is made once more on fresh answers', async () => {
  let stale = true;
  await bench.withWorker(
    async () => {
      await unlocked('B-1', { application: 'digital-fax' });
      await unlocked('B-2', { application: 'digital-fax' });
      await bench.startServer('srv_b1');
      await bench.startServer('srv_b2');
      await setCapacity('srv_b1', 13, 'digital-fax');
      stale = true;
      expect(await setCapacity('srv_b2', 8, 'digital-fax')).toBe('INSUFFICIENT_CAPACITY');
      await bench.until(async () => (await held('B-1', 'srv_b2')) + (await held('B-2', 'srv_b2')) === 0);
      expect(await setCapacity('srv_b2', 7, 'digital-fax')).toMatchObject({ stream: 'server/srv_b2' });
      expect((await held('B-1', 'srv_b2')) + (await held('B-2', 'srv_b2'))).toBe(7);
    },
    {
      activities: {
        async readCandidates(asked) {
          const candidates = await bench.activities.readCandidates(asked);
          // A projection that has not heard of anything yet: everything looks free.
          return asked.fresh || !stale ? candidates : candidates.map((line) => ({ ...line, held: 0, free: 10 }));
        },
      },
    },
  );
});

test('an ask that arrives after its give-back changes nothing', async () => {
  await bench.withWorker(async () => {
    await unlocked('C-1', { application: 'voicemail' });
    const message = { server: 'srv_c', activatedAt: null, at: Date.now() };
    await orderOf('C-1').signal(contract.tellSignal, { ...message, number: 2, shares: [] });
    const late = { ...message, number: 1, shares: [{ line: '1', capacity: 10 }] };
    expect(await settle(orderOf('C-1').executeUpdate(contract.takeUpdate, { args: [late] }))).toEqual({ shares: [] });
    expect(await held('C-1', 'srv_c')).toBe(0);
  });
});

test('an order that does not answer is named, and keeps nothing of what it was asked', async () => {
  await bench.withWorker(
    async () => {
      await unlocked('D-1', { application: 'call-analytics' });
      await bench.startServer('srv_d');
      expect(await setCapacity('srv_d', 5, 'call-analytics')).toBe('ORDER_NOT_ANSWERING');
      await bench.until(async () => (await bench.order('D-1')).servers.some((heard) => heard.server === 'srv_d'));
      expect(await held('D-1', 'srv_d')).toBe(0);
    },
    { activities: { askOrder: () => Promise.reject(new Error('deadline exceeded')) } },
  );
});

test('asking an order that has ended is a refusal, telling it succeeds', async () => {
  await bench.withWorker(async () => {
    await bench.startOrder('E-1', [
      sold({ application: 'hotel-services', license: 'subscription', startsOn: '2020-01-01', endsOn: '2020-12-31' }),
    ]);
    await orderOf('E-1').result();
    const message = { server: 'srv_e', number: 1, activatedAt: null, at: 0, shares: [{ line: '1', capacity: 1 }] };
    const outgoing = { order: 'E-1', message };
    expect(await bench.activities.askOrder(outgoing)).toEqual({ kind: 'refused', code: 'ORDER_ENDED' });
    await expect(bench.activities.tellOrder(outgoing)).resolves.toBeUndefined();
  });
});

test('of 20 servers that ask for the last unit at once, through 4 slots, exactly one gets it', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `srv_f${index}`);
  await bench.withWorker(
    async () => {
      await unlocked('F-1', { application: 'phone-lock', capacity: 1 });
      for (const id of ids) await bench.startServer(id);
      const outcomes = await Promise.all(ids.map((id) => setCapacity(id, 1, 'phone-lock')));
      expect(outcomes.filter((outcome) => outcome === 'INSUFFICIENT_CAPACITY')).toHaveLength(19);
      expect((await bench.order('F-1')).assignments).toHaveLength(1);
    },
    { overrides: { maxConcurrentActivityTaskExecutions: 4 } },
  );
});

test('a server that is busy refuses the tenth change at once, and does the others in turn', async () => {
  await bench.withWorker(async () => {
    await unlocked('G-1', { application: 'contact-manager' });
    await bench.startServer('srv_g');
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => setCapacity('srv_g', (index % 9) + 1, 'contact-manager')),
    );
    const refused = outcomes.filter((outcome) => outcome === 'CHANGE_IN_PROGRESS').length;
    expect(outcomes.filter((outcome) => typeof outcome === 'object')).toHaveLength(10 - refused);
    const { server } = bench.published.servers.get('srv_g')!;
    await bench.until(
      async () =>
        (await held('G-1', 'srv_g')) ===
        (await serverOf('srv_g').query(contract.serverQuery)).shares.reduce((sum, share) => sum + share.capacity, 0),
    );
    expect(server.token).toMatchObject({ version: 1, key: 'k1' });
  });
});

test('under a load that never pauses a server rolls over, and forgets neither its number nor a request', async () => {
  await bench.withWorker(async () => {
    await unlocked('H-1', { application: 'budget-control', capacity: 100 });
    await bench.startServer('srv_h');
    const again = request();
    const first = await setCapacity('srv_h', 7, 'budget-control', again);
    let rolledOver = false;
    for (let change = 0; change < 120 && !rolledOver; change++) {
      const outcome = await setCapacity('srv_h', 8 + (change % 2), 'budget-control');
      if (outcome === 'ROLLING_OVER') await bench.env.sleep('1s');
      const { events } = await serverOf('srv_h').fetchHistory();
      rolledOver = Boolean(events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId);
      expect(events!.length).toBeLessThan(450);
    }
    expect(rolledOver).toBe(true);
    const { shares } = await serverOf('srv_h').query(contract.serverQuery);
    const holds = shares[0]!.capacity;
    await free('H-1', 100 - holds);
    expect(await setCapacity('srv_h', 7, 'budget-control', again)).toEqual(first);
    expect(await held('H-1', 'srv_h')).toBe(holds);
    expect(await setCapacity('srv_h', 30, 'budget-control')).toMatchObject({ stream: 'server/srv_h' });
    expect(await held('H-1', 'srv_h')).toBe(30);
  });
});

test('a roll-over waits for a capacity change that waits for an order', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await bench.withWorker(
    async () => {
      await unlocked('I-1', { application: 'screen-recording' });
      await bench.startServer('srv_i');
      const change = setCapacity('srv_i', 4, 'screen-recording');
      // Activations are answered without a turn: they fill the history while the change waits.
      let refused: unknown;
      for (let count = 0; count < 200 && refused !== 'ROLLING_OVER'; count++)
        refused = await settle(
          serverOf('srv_i').executeUpdate(contract.leaveUpdate, { args: [{ request: request(), at: Date.now() }] }),
        );
      expect(refused).toBe('ROLLING_OVER');
      release();
      expect(await change).toMatchObject({ stream: 'server/srv_i' });
      await bench.until(async () => {
        const { events } = await serverOf('srv_i').fetchHistory();
        return Boolean(events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId);
      });
      expect((await serverOf('srv_i').query(contract.serverQuery)).shares).toMatchObject([{ capacity: 4 }]);
    },
    {
      activities: {
        async askOrder(asked) {
          await gate;
          return bench.activities.askOrder(asked);
        },
      },
    },
  );
});

test('capacity that is asked for while the server is being retired is taken from no order', async () => {
  const read = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  await bench.withWorker(
    async () => {
      await unlocked('J-1', { application: 'voicemail' });
      await bench.startServer('srv_j');
      const retired = settle(
        serverOf('srv_j').executeUpdate(contract.retireUpdate, { args: [{ request: request(), at: Date.now() }] }),
      );
      await read.promise;
      const voicemail = { application: 'voicemail', tokenKey: 'k1', onlineOnly: false };
      const change = await serverOf('srv_j').startUpdate(contract.setCapacityUpdate, {
        args: [{ ...voicemail, request: request(), at: Date.now(), capacity: 4 }],
        waitForStage: 'ACCEPTED',
      });
      gate.resolve();
      expect(await retired).toMatchObject({ stream: 'server/srv_j' });
      expect(await settle(change.result())).toBe('SERVER_RETIRED');
      await serverOf('srv_j').result();
      expect(await held('J-1', 'srv_j')).toBe(0);
    },
    {
      activities: {
        async readCandidates(asked) {
          read.resolve();
          await gate.promise;
          return bench.activities.readCandidates(asked);
        },
      },
    },
  );
});

test('what an update changed is published only when the update is in the history, so that a repeated task changes nothing', async () => {
  const accepted: Record<string, number> = {};
  const updatesIn = async (workflowId: string) => {
    const { events } = await bench.env.client.workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
  };
  const activities = {
    async publishOrder(publication: contract.OrderPublication) {
      const taken = publication.events.some((event) => event.type === 'assigned');
      if (taken) accepted.order = await updatesIn(contract.orderWorkflowId(publication.order.number));
      await bench.activities.publishOrder(publication);
    },
    async publishServer(publication: contract.ServerPublication) {
      const changed = publication.events.some((event) => event.type === 'capacity-changed');
      if (changed) accepted.server = await updatesIn(contract.serverWorkflowId(publication.server.id));
      await bench.activities.publishServer(publication);
    },
  };
  await bench.withWorker(
    async () => {
      await unlocked('SO-RECORDED', {});
      await bench.startServer('srv_recorded');
      await setCapacity('srv_recorded', 3);
      await bench.until(() => accepted.order !== undefined && accepted.server !== undefined);
    },
    { activities },
  );
  expect(accepted).toEqual({ order: 1, server: 1 });
});

test('what one application holds is not taken for less because an order is not published yet when another is assigned', async () => {
  const activities = {
    /** What was assigned first is not published until the other application has been assigned too. */
    async publishOrder(publication: contract.OrderPublication) {
      const onlyFirst = publication.order.assignments.length === 1;
      if (!onlyFirst) await bench.activities.publishOrder(publication);
    },
  };
  await bench.withWorker(
    async () => {
      await unlocked('SO-BEHIND', { application: 'auto-attendant' }, { application: 'advanced-queueing' });
      await bench.startServer('srv_behind');
      await setCapacity('srv_behind', 7, 'auto-attendant');
      await setCapacity('srv_behind', 2, 'advanced-queueing');
      const { shares } = await serverOf('srv_behind').query(contract.serverQuery);
      expect(shares.map(({ application, capacity }) => [application, capacity])).toEqual(
        expect.arrayContaining([
          ['auto-attendant', 7],
          ['advanced-queueing', 2],
        ]),
      );
      expect(await held('SO-BEHIND', 'srv_behind')).toBe(9);
    },
    { activities },
  );
});

/** An order that is projected as it was unlocked, and whose workflow no worker ever works on: it takes signals and answers nothing. */
async function stuck(number: string, application: string): Promise<void> {
  const at = await bench.now();
  const about = { number, customerId: CUSTOMER, resellerId: 'northwind-voice', distributorId: null, timeZone: 'UTC' };
  const opening = { ...about, policy: POLICY, placedAt: at, acceptedAt: at };
  const delivery = { reference: number, lines: [sold({ application })] };
  await bench.env.client.workflow.start('order', {
    ...{ workflowId: contract.orderWorkflowId(number), taskQueue: 'nobody', args: [{ opening, ...delivery }] },
  });
  const delivered = handle(openOrder(opening), { type: 'deliver', ...delivery }, at, at).order;
  const { order } = handle(delivered, { type: 'unlock' }, at, at);
  bench.published.orders.set(number, { order, events: [] });
}

describe('an order that is stuck', () => {
  test('is not even asked for a server that wants another application, or is retired', async () => {
    const asked: string[][] = [];
    const activities = {
      async readCandidates(about: contract.CandidatesRequest) {
        const lines = await bench.activities.readCandidates(about);
        asked.push(lines.map(({ order }) => order));
        return lines;
      },
    };
    await bench.withWorker(
      async () => {
        await stuck('K-1', 'digital-fax');
        await unlocked('K-2', { application: 'call-recording' });
        await bench.startServer('srv_k');
        expect(await setCapacity('srv_k', 10, 'call-recording')).toMatchObject({ stream: 'server/srv_k' });
        // Not enough, so that it asks the orders themselves.
        expect(await setCapacity('srv_k', 11, 'call-recording')).toBe('INSUFFICIENT_CAPACITY');
        expect(await setCapacity('srv_k', 0, 'call-recording')).toMatchObject({ stream: 'server/srv_k' });
        const retire = { request: request(), at: Date.now() };
        const retired = settle(serverOf('srv_k').executeUpdate(contract.retireUpdate, { args: [retire] }));
        expect(await retired).toMatchObject({ stream: 'server/srv_k' });
        expect(asked.flat()).toContain('K-2');
        expect(asked.flat()).not.toContain('K-1');
      },
      { activities },
    );
  });

  test('costs its own capacity alone to one that wants its application, and the refusal says which is missing', async () => {
    await bench.withWorker(async () => {
      await stuck('L-1', 'conversational-ai');
      await unlocked('L-2', { application: 'conversational-ai', capacity: 6 });
      await bench.startServer('srv_l');
      expect(await setCapacity('srv_l', 6, 'conversational-ai')).toMatchObject({ stream: 'server/srv_l' });
      expect(await held('L-2', 'srv_l')).toBe(6);
      expect(await setCapacity('srv_l', 16, 'conversational-ai')).toBe('ORDER_NOT_ANSWERING');
      expect(await setCapacity('srv_l', 17, 'conversational-ai')).toBe('INSUFFICIENT_CAPACITY');
      expect(await held('L-2', 'srv_l')).toBe(6);
      expect(await setCapacity('srv_l', 2, 'conversational-ai')).toMatchObject({ stream: 'server/srv_l' });
    });
  });
});
