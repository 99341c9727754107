import type { Client } from './client.ts';
import type { PlannedLife } from './plan.ts';

type Line = { capacity: number; state: string; planned: { id: string }[] };
type Order = {
  stage: string;
  status: string;
  customer: { id: string };
  deliveries: { id: string; unlockedAt: string | null }[];
  lines: Line[];
};
type Step = {
  what: string;
  events: string[];
  ask: (client: Client, order: string, key: string) => Promise<unknown>;
  isDone: (order: Order) => boolean;
};

const ordered = { application: 'digital-fax', capacity: 80, license: 'perpetual' };
const meant = { ...ordered, capacity: 8 };
const subscription = { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2030-12-31' };

const post = (path: string, body: object) => (client: Client, order: string, key: string) =>
  client.change('POST', `/v1/orders/${order}/${path}`, key, body);
const remove = (path: string) => (client: Client, order: string, key: string) =>
  client.change('DELETE', `/v1/orders/${order}/${path}`, key);

const isUnlocked = ({ deliveries }: Order) => typeof deliveries[0]?.unlockedAt === 'string';

/** What happens to an order that is changed as business changes it, each step with the events that it leaves behind. */
function stepsOf(heir: string): Step[] {
  const [renewal, cancellation] = ['R-1', 'C-1'];
  const customer = { id: heir, name: heir, email: `it@${heir}.example` };
  return [
    {
      ...{ what: 'amended', events: ['amended'] },
      ask: post('amendments', { reference: 'A-1', lines: [meant, subscription] }),
      isDone: ({ lines }) => lines[0]?.capacity === meant.capacity,
    },
    { what: 'unlocked', events: ['unlocked'], ask: post('unlock', {}), isDone: isUnlocked },
    {
      ...{ what: 'locked again', events: ['locked'] },
      ask: post('deliveries/1/lock', { reference: 'L-1', reason: 'unpaid' }),
      isDone: (order) => !isUnlocked(order),
    },
    { what: 'unlocked once more', events: ['unlocked'], ask: post('unlock', { delivery: '1' }), isDone: isUnlocked },
    {
      ...{ what: 'renewed with less', events: ['renewed'] },
      ask: post('renewals', { reference: renewal, endsOn: '2031-12-31', lines: [{ line: '4', capacity: 5 }] }),
      isDone: ({ lines }) => lines[1]?.planned.length === 1,
    },
    {
      ...{ what: 'renewal withdrawn', events: ['withdrawn'] },
      ask: remove(`renewals/${renewal}`),
      isDone: ({ lines }) => lines[1]?.planned.length === 0,
    },
    {
      ...{ what: 'a line canceled', events: ['canceled'] },
      ask: post('cancellation', { reference: cancellation, reason: 'moved', lines: ['3'] }),
      isDone: ({ lines }) => lines[0]?.state === 'canceled',
    },
    {
      ...{ what: 'cancellation withdrawn', events: ['withdrawn'] },
      ask: remove(`cancellations/${cancellation}`),
      isDone: ({ lines }) => lines[0]?.state === 'active',
    },
    {
      ...{ what: 'transferred', events: ['parties-changed'] },
      ask: post('transfer', { reference: 'T-1', customer }),
      isDone: (order) => order.customer.id === heir,
    },
  ];
}

/** An order beside a customer's own, changed step by step while everything is killed; answers what of it is not as it should be. */
export async function liveChanged(client: Client, { customer, reseller }: PlannedLife): Promise<string[]> {
  const number = `SO-${customer}-changed`;
  const party = (id: string) => ({ id, name: id, email: `it@${id}.example` });
  await client.change('POST', '/v1/orders', `place-${number}`, {
    ...{ number, customer: party(`${customer}-changed`), reseller: party(`${reseller}-changed`) },
    lines: [ordered, subscription],
  });
  const events = async () => {
    const items = await client.readAll<{ stream: string; type: string }>(`/v1/orders/${number}/events`);
    return items.filter(({ stream }) => stream === `order/${number}`).map(({ type }) => type);
  };
  await client.until(`${number} delivered`, async () => (await events()).length > 0);
  const steps = stepsOf(`${customer}-heir`);
  for (const { what, ask, isDone } of steps) {
    await ask(client, number, `${number}-${what.replaceAll(' ', '-')}`);
    await client.until(`${number} ${what}`, async () => isDone(await client.read<Order>(`/v1/orders/${number}`)));
  }
  const [happened, expected] = [await events(), ['delivered', ...steps.flatMap((step) => step.events)]];
  const isAsExpected = JSON.stringify(happened) === JSON.stringify(expected);
  return isAsExpected ? [] : [`${number}: its life should be ${expected.join(', ')} and is ${happened.join(', ')}`];
}
