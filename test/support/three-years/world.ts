import { createAskOrders } from '../../../temporal/ask-orders.ts';
import { createSendDigest } from '../../../activities/send-digest.ts';
import { createSendMail } from '../../../activities/send-mail.ts';
import type { OutgoingMail } from '../../../mail/resend.ts';
import { orderSeq } from '../../../db/queries/orders/orders.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { orderQuery, orderWorkflowId } from '../../../temporal/contract.ts';
import { openApi, startWorker, type TestApi } from '../api/api.ts';
import { openTimeSkippingServer } from '../workflow/bench.ts';

const DAY_MS = 86_400_000;
/** Digests leave at eight in the morning; an AppSuite of this story checks in at ten. */
const TEN_HOURS_MS = 10 * 3_600_000;
/** An AppSuite that does not call for seven days is silent; these call more often. */
const LONGEST_PAUSE_MS = 5 * DAY_MS;

/** An e-mail that left, and when: epoch milliseconds. */
export type LeftMail = OutgoingMail & { at: number };

/** The whole product on one clock, that of a time-skipping Temporal server: API, worker, PostgreSQL, and a provider that takes every e-mail. */
export type World = {
  api: TestApi;
  mails: LeftMail[];
  now: () => number;
  /** Lets time pass up to an instant, and stops every five days and after every deadline on the way. */
  passTo(instant: number, onStop: () => Promise<void>): Promise<void>;
  /** Waits until everything that happened is projected, and every e-mail of a delivery has left. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

export async function openWorld(startsAt: number, orders: string[]): Promise<World> {
  const env = await openTimeSkippingServer();
  await env.sleep(startsAt - (await env.currentTimeMs()));
  let now = startsAt;
  const clock = () => now;
  const api = await openApi({ temporalAddress: env.address, clock });
  letServersRest(api);
  const mails: LeftMail[] = [];
  const sending = {
    ...{ orm: api.deps.orm, secretKeys: api.deps.secretKeys, publicUrl: api.deps.publicUrl, clock },
    from: 'Licensing <licensing@licensing.example>',
    catalogue: api.deps.catalogue,
    resend: async (mail: OutgoingMail) => {
      mails.push({ ...mail, at: now });
      return { kind: 'sent' as const, id: `mail-${mails.length}` };
    },
  };
  /** Activities happen while time passes: what they take for now is the server's word. */
  const inTime =
    <Argument, Result>(activity: (argument: Argument) => Promise<Result>) =>
    async (argument: Argument): Promise<Result> => {
      now = Math.max(now, await env.currentTimeMs());
      return activity(argument);
    };
  const worker = await startWorker(api, {
    sendMail: inTime(createSendMail(sending)),
    sendDigest: inTime(createSendDigest({ ...sending, askOrders: createAskOrders(api.deps.temporal) })),
  });

  const stateOf = (number: string) => api.deps.temporal.workflow.getHandle(orderWorkflowId(number)).query(orderQuery);

  /** The next stop on the way: a week later at the latest, on the day of each deadline, and where the way ends. */
  async function nextStop(target: number): Promise<number> {
    const placed = orders.filter((_, index) => index < mails.length);
    const deadlines = await Promise.all(placed.map(async (number) => nextDeadline(await stateOf(number))));
    const due = deadlines.flatMap((deadline) => (deadline === null ? [] : [deadline + TEN_HOURS_MS]));
    return Math.min(target, now + LONGEST_PAUSE_MS, ...due.filter((stop) => stop > now));
  }

  async function isSettled(number: string): Promise<boolean> {
    const { status, body } = await api.call('GET', `/v1/orders/${number}`);
    if (status === 404) return true;
    const { seq } = await stateOf(number);
    const isSent = body.deliveries.every(({ mail }: { mail: string }) => mail === 'sent');
    return isSent && (await orderSeq(api.deps.orm.em.fork(), number)) === seq;
  }

  async function settle(): Promise<void> {
    for (let tries = 0; tries < 2_000; tries++) {
      const settled = await Promise.all(orders.map(isSettled));
      if (settled.every(Boolean)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('What happened is not projected');
  }

  return {
    api,
    mails,
    now: clock,
    settle,
    async passTo(instant, onStop) {
      while (now < instant) {
        const stop = await nextStop(instant);
        await env.sleep(Math.max(stop - (await env.currentTimeMs()), 1));
        now = Math.max(now, stop);
        await settle();
        await onStop();
      }
    },
    async close() {
      await worker.stop();
      await api.close();
      await env.teardown();
    },
  };
}

/**
 * Servers of this story look at no silence: that would make them roll over, and the test server, which then waits for a
 * task of the former run, lets no time pass any more.
 */
function letServersRest({ deps }: TestApi): void {
  const { workflow } = deps.temporal;
  const start = workflow.start.bind(workflow);
  const restful = (type: string, options: { args: [{ opening: object }] }) => {
    const [{ opening, ...begun }] = options.args;
    return start(type, { ...options, args: [{ ...begun, opening: { ...opening, silentDays: 36_500 } }] } as never);
  };
  Object.assign(workflow, { start: restful });
}
