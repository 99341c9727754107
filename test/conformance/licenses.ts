import {
  day,
  evaluation,
  perpetual,
  running,
  runningAfter,
  runningAndSaid,
  subscription,
  type AppSuite,
  type Area,
  type World,
} from './world.ts';

/** An activated AppSuite that holds what is named of these lines, after its first check-in. */
export async function activated(world: World, lines: object[], capacities: Record<string, number>) {
  const server = await world.holding(lines, capacities);
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(server.id));
  return { ...server, suite };
}

/** What runs after days that pass with a check-in every day. */
async function afterDays(world: World, suite: AppSuite, days: number): Promise<string> {
  world.pass(days);
  return running(await suite.checkIn());
}

const orderPath = (number: string) => `/v1/orders/${number}`;

/** What runs once an order has heard a fact. */
function afterFact(
  world: World,
  suite: AppSuite,
  fact: [method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object],
): Promise<string> {
  return runningAfter(suite, () => world.api.call(...fact));
}

export const licenses: Area = {
  title: 'What runs, in contact with the cloud',
  cases: [
    {
      name: 'a subscription and a perpetual license of one application',
      run: async (world) => {
        const lines = [subscription('digital-fax', 20), perpetual('digital-fax', 8)];
        const { suite } = await activated(world, lines, { 'digital-fax': 28 });
        return running(await suite.status());
      },
    },
    {
      name: 'they outlive the subscription’s last day and its grace',
      run: async (world) => {
        const lines = [subscription('digital-fax', 20, -300, 20), perpetual('digital-fax', 8)];
        const { suite } = await activated(world, lines, { 'digital-fax': 28 });
        const days = [await afterDays(world, suite, 21), await afterDays(world, suite, 14)];
        return `on its first day of grace ${days[0]}; on its last ${days[1]}; then ${await afterDays(world, suite, 1)}`;
      },
    },
    {
      name: 'a subscription that begins in three days',
      run: async (world) => {
        const { suite } = await activated(world, [subscription('voicemail', 10, 3)], { voicemail: 10 });
        const before = running(await suite.status());
        return `${before}; three days later ${await afterDays(world, suite, 3)}`;
      },
    },
    {
      name: 'a subscription in grace',
      run: async (world) => {
        const { suite } = await activated(world, [subscription('voicemail', 10, -300, -5)], { voicemail: 10 });
        const { warnings } = await suite.status();
        return `${running(await suite.status())}; ${warnings.some((text) => text.includes('and runs until')) ? 'warned until when' : 'not warned'}`;
      },
    },
    {
      name: 'expired',
      run: async (world) => {
        const { suite } = await activated(world, [subscription('voicemail', 10, -300, -5)], { voicemail: 10 });
        world.pass(20);
        const alone = running(await suite.status());
        return `without asking ${alone}; after a check-in ${runningAndSaid(await suite.checkIn())}`;
      },
    },
    {
      name: 'renewed while in grace',
      run: async (world) => {
        const { suite, order } = await activated(world, [subscription('voicemail', 10, -300, -5)], { voicemail: 10 });
        const renewal = { reference: `R-${order.number}`, endsOn: '2099-12-31', confirmFar: true };
        return afterFact(world, suite, ['POST', `${orderPath(order.number)}/renewals`, renewal]);
      },
    },
    {
      name: 'an evaluation, until its last day and then',
      run: async (world) => {
        const { suite } = await activated(world, [evaluation('voicemail', 10)], { voicemail: 10 });
        const days = [await afterDays(world, suite, 30), await afterDays(world, suite, 1)];
        return `on its last day ${days[0]}; then ${days[1]}`;
      },
    },
    {
      name: 'an evaluation that becomes a subscription, and that perpetual',
      run: async (world) => {
        const { suite, order } = await activated(world, [evaluation('voicemail', 10)], { voicemail: 10 });
        const path = `${orderPath(order.number)}/conversions`;
        const subscribed = { reference: 'C-1', line: '1', license: 'subscription', endsOn: day(60) };
        const first = await afterFact(world, suite, ['POST', path, subscribed]);
        const grace = await afterDays(world, suite, 61);
        const bought = { reference: 'C-2', line: '1', license: 'perpetual', care: { endsOn: day(400) } };
        return `${first}; in its grace ${grace}; then ${await afterFact(world, suite, ['POST', path, bought])}`;
      },
    },
    {
      name: 'an evaluation that becomes a subscription after its last day',
      run: async (world) => {
        const { suite, order } = await activated(world, [evaluation('voicemail', 10)], { voicemail: 10 });
        const before = await afterDays(world, suite, 50);
        const subscribed = { reference: 'C-1', line: '1', license: 'subscription', endsOn: day(400) };
        const path = `${orderPath(order.number)}/conversions`;
        return `${before}; then ${await afterFact(world, suite, ['POST', path, subscribed])}`;
      },
    },
    {
      name: 'care lapsed',
      run: async (world) => {
        const { suite } = await activated(world, [perpetual('digital-fax', 8, 5)], { 'digital-fax': 8 });
        const before = running(await suite.status());
        world.pass(6);
        return `before ${before}; then, without asking, ${running(await suite.status())}; after a check-in ${running(await suite.checkIn())}`;
      },
    },
    {
      name: 'without care',
      run: async (world) => {
        const { suite } = await activated(world, [perpetual('digital-fax', 8, null)], { 'digital-fax': 8 });
        return running(await suite.status());
      },
    },
    {
      name: 'suspended by the vendor, and resumed',
      run: async (world) => {
        const { suite, order } = await activated(world, [subscription('voicemail', 10)], { voicemail: 10 });
        const path = `${orderPath(order.number)}/suspension`;
        const suspended = await afterFact(world, suite, ['PUT', path, { reason: 'unpaid' }]);
        return `${suspended}; then ${await afterFact(world, suite, ['DELETE', path])}`;
      },
    },
    {
      name: 'one of two orders suspended',
      run: async (world) => {
        const { suite, id, customer } = await activated(world, [perpetual('digital-fax', 8)], { 'digital-fax': 8 });
        const number = await world.alsoOrders(customer, [perpetual('digital-fax', 4)]);
        const before = await runningAfter(suite, () => world.assign(id, 'digital-fax', 12));
        const suspended = await afterFact(world, suite, [
          'PUT',
          `${orderPath(number)}/suspension`,
          { reason: 'unpaid' },
        ]);
        return `${before}; then ${suspended}`;
      },
    },
    {
      name: 'canceled',
      run: async (world) => {
        const { suite, order } = await activated(world, [perpetual('digital-fax', 8)], { 'digital-fax': 8 });
        const path = `${orderPath(order.number)}/cancellation`;
        await afterFact(world, suite, ['POST', path, { reason: 'returned' }]);
        return runningAndSaid(await suite.status());
      },
    },
    {
      name: 'a requirement that is missing, then met, then lost again',
      run: async (world) => {
        const lines = [perpetual('screen-recording', 5), perpetual('call-recording', 9)];
        const { suite, id } = await activated(world, lines, { 'screen-recording': 5 });
        const states = [running(await suite.status())];
        for (const capacity of [9, 0]) {
          states.push(await runningAfter(suite, () => world.assign(id, 'call-recording', capacity)));
        }
        return states.join(' → ');
      },
    },
    {
      name: 'a requirement that expires, without asking',
      run: async (world) => {
        const lines = [perpetual('screen-recording', 5), subscription('call-recording', 9, -300, 2)];
        const { suite } = await activated(world, lines, { 'screen-recording': 5, 'call-recording': 9 });
        world.pass(18);
        return running(await suite.status());
      },
    },
    {
      name: 'an application with the capacity of another',
      run: async (world) => {
        const lines = [perpetual('auto-attendant', 1), perpetual('advanced-queueing', 30)];
        const { suite, id } = await activated(world, lines, { 'auto-attendant': 1, 'advanced-queueing': 30 });
        const before = running(await suite.status());
        return `${before} → ${await runningAfter(suite, () => world.assign(id, 'advanced-queueing', 12))}`;
      },
    },
    {
      name: 'capacity raised, and lowered',
      run: async (world) => {
        const { suite, id } = await activated(world, [perpetual('digital-fax', 8)], { 'digital-fax': 5 });
        const states = [];
        for (const capacity of [8, 2]) {
          states.push(await runningAfter(suite, () => world.assign(id, 'digital-fax', capacity)));
        }
        return states.join(' → ');
      },
    },
  ],
};
