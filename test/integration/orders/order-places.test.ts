import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder } from '../../support/api/api.ts';
import { answered, openWorld, type World } from '../../support/api/world.ts';
import { changeTimeZoneSignal, orderWorkflowId, withdrawSignal } from '../../../temporal/contract.ts';

const RESELLER = { id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' };
const SUBSCRIPTION = { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const customer = (id: string, more: object = {}) => ({ id, name: id, email: `it@${id}.example`, ...more });
let count = 0;
/** A customer that no order has named before. */
const aCustomer = (more: object = {}) => customer(`place-${(count += 1)}`, more);

async function place(of: ReturnType<typeof aCustomer>, more: object = {}): Promise<string> {
  const order = anOrder({ customer: of, reseller: RESELLER, lines: [SUBSCRIPTION], ...more });
  await world.deliver(order);
  await ok('POST', `/v1/orders/${order.number}/unlock`);
  return order.number;
}

const ok = (...asked: Parameters<World['call']>) => answered(world, ...asked);

const read = (number: string) => ok('GET', `/v1/orders/${number}`);
const events = async (number: string, headers?: object) =>
  (await ok('GET', `/v1/orders/${number}/events`, undefined, headers)).items as Record<string, unknown>[];
const types = (items: Record<string, unknown>[]) => items.map(({ type }) => type);
const keyOf = (account: string) => keyFor(world.deps.orm.em.fork(), account);
const untilKept = async (number: string, until: number) =>
  expect(
    await world.database.orm.em
      .fork()
      .execute('select (terms->>?)::bigint::float8 as at from lines where order_number = ?', ['until', number]),
  ).toEqual([{ at: until }]);

describe('the time zone of an order', () => {
  test('is the account’s or the order’s; else UTC, which is said to be assumed until somebody says so', async () => {
    const named = await place(aCustomer({ timeZone: 'Europe/Rome' }));
    expect(await read(named)).toMatchObject({ timeZone: 'Europe/Rome', timeZoneAssumed: false });
    const number = await place(aCustomer());
    expect(await read(number)).toMatchObject({ timeZone: 'UTC', timeZoneAssumed: true });
    // What was assumed is not known of the customer: its next order assumes it again.
    const { customer: owner } = await read(number);
    expect((await ok('GET', `/v1/accounts/${owner.id}`)).timeZone).toBeNull();
    expect(await read(await place(customer(owner.id)))).toMatchObject({ timeZone: 'UTC', timeZoneAssumed: true });
    const before = await events(number);
    await ok('PUT', `/v1/orders/${number}/time-zone`, { reference: 'Z-1', timeZone: 'UTC' });
    expect(await read(number)).toMatchObject({ timeZone: 'UTC', timeZoneAssumed: false });
    await ok('PUT', `/v1/orders/${number}/time-zone`, { reference: 'Z-2', timeZone: 'UTC' });
    expect(types(await events(number)).slice(before.length)).toEqual(['time-zone-changed']);
  });

  test('moves every boundary to come with it, once, however often it is put; and says so', async () => {
    const number = await place(aCustomer({ timeZone: 'Europe/Rome' }));
    const change = { reference: 'Z-1', timeZone: 'Pacific/Auckland' };
    for (let times = 0; times < 2; times += 1)
      expect(await world.call('PUT', `/v1/orders/${number}/time-zone`, change)).toMatchObject({
        status: 202,
        body: { applied: true },
      });
    await untilKept(number, Date.parse('2100-01-01T00:00+13:00'));
    expect(await read(number)).toMatchObject({ timeZone: 'Pacific/Auckland', lines: [{ endsOn: '2099-12-31' }] });
    const told = (await events(number)).at(-1)!;
    expect(told).toEqual({
      ...{ stream: `order/${number}`, seq: 3, type: 'time-zone-changed', reference: 'Z-1' },
      ...{ at: expect.any(String), recordedAt: expect.any(String), by: expect.stringMatching(/^key\//) },
      ...{ timeZone: 'Pacific/Auckland', formerTimeZone: 'Europe/Rome' },
    });
    const other = await world.call('PUT', `/v1/orders/${number}/time-zone`, { ...change, timeZone: 'UTC' });
    expect([other.status, other.body.code]).toEqual([409, 'REFERENCE_TAKEN']);
  });

  test('can be previewed: what would happen, and nothing does', async () => {
    const number = await place(aCustomer({ timeZone: 'Europe/Rome' }));
    const change = { reference: 'Z-1', timeZone: 'Pacific/Auckland' };
    const { status, body } = await world.call('PUT', `/v1/orders/${number}/time-zone?preview=true`, change);
    expect([status, body.preview, body.order.timeZone]).toEqual([200, true, 'Pacific/Auckland']);
    expect(body.events).toMatchObject([{ type: 'time-zone-changed', timeZone: 'Pacific/Auckland' }]);
    expect(await read(number)).toMatchObject({ timeZone: 'Europe/Rome' });
  });

  test.each([
    ['that the IANA database does not know', { timeZone: 'Mars/Olympus' }, 400, 'INVALID_REQUEST'],
    ['without a reference', { reference: undefined }, 400, 'INVALID_REQUEST'],
  ])('%s is refused', async (_what, changes, status, code) => {
    const number = await place(aCustomer());
    const change = { reference: 'Z-1', timeZone: 'Europe/Rome', ...changes };
    const refused = await world.call('PUT', `/v1/orders/${number}/time-zone`, change);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(types(await events(number))).toEqual(['delivered', 'unlocked']);
  });

  test('that changes between reading and sending has a renewal computed and sent once more', async () => {
    const number = await place(aCustomer({ timeZone: 'Europe/Rome' }));
    const { workflow } = world.deps.temporal;
    const signal = workflow.getHandle.bind(workflow);
    let moved = false;
    // The zone changes when the renewal has been computed and is about to be sent.
    workflow.getHandle = ((...args: Parameters<typeof signal>) => {
      const handle = signal(...args);
      const send = handle.signal.bind(handle);
      handle.signal = async (name: string, ...sent: unknown[]) => {
        if (name === 'renew' && !moved) {
          moved = true;
          const change = { reference: 'Z-1', contentHash: 'Z-1', timeZone: 'Pacific/Auckland', inZone: 'Europe/Rome' };
          await signal(orderWorkflowId(number)).signal(changeTimeZoneSignal, { ...change, at: Date.now() });
        }
        return (send as (...all: unknown[]) => Promise<void>)(name, ...sent);
      };
      return handle;
    }) as typeof workflow.getHandle;
    try {
      const renewal = { reference: 'R-1', endsOn: '2100-12-31', confirmFar: true };
      expect(await ok('POST', `/v1/orders/${number}/renewals`, renewal)).toEqual({ applied: true });
    } finally {
      workflow.getHandle = signal;
    }
    expect(moved).toBe(true);
    await untilKept(number, Date.parse('2101-01-01T00:00+13:00'));
    expect(types(await events(number)).slice(-3)).toEqual(['time-zone-changed', 'renew-refused', 'renewed']);
  });
});

describe('a transfer', () => {
  const transfer = (number: string, to: object, reference = 'T-1') =>
    world.call('POST', `/v1/orders/${number}/transfer`, { reference, customer: to });

  test('brings an order to a customer that is known or not, whose people come with it', async () => {
    const [from, to] = [aCustomer({ timeZone: 'Europe/Rome' }), aCustomer({ timeZone: 'America/New_York' })];
    const number = await place(from);
    for (let times = 0; times < 2; times += 1)
      expect(await transfer(number, to)).toMatchObject({ status: 202, body: { applied: true } });
    expect(await read(number)).toMatchObject({ customer: to, timeZone: 'Europe/Rome', reseller: { id: RESELLER.id } });
    const own = await keyOf(to.id);
    expect((await ok('GET', '/v1/orders', undefined, own)).items).toMatchObject([{ number }]);
    expect((await ok('GET', `/v1/accounts/${to.id}/licenses`, undefined, own)).items).toMatchObject([{ owned: 20 }]);
    const former = await keyOf(from.id);
    expect((await ok('GET', '/v1/orders', undefined, former)).items).toEqual([]);
    expect((await ok('GET', `/v1/accounts/${from.id}/licenses`, undefined, former)).items).toEqual([]);
    const life = (await ok('GET', `/v1/accounts/${to.id}/events`)).items;
    expect(types(life)).toEqual(['person-joined', 'parties-changed']);
    const other = await transfer(number, from);
    expect([other.status, other.body.code]).toEqual([409, 'REFERENCE_TAKEN']);
    const [attributes] = [await world.deps.temporal.workflow.getHandle(orderWorkflowId(number)).describe()];
    expect(attributes.searchAttributes).toMatchObject({ CustomerId: [to.id], ResellerId: [RESELLER.id] });
  });

  test('is refused while a server holds something that counts, for an account of another kind, and of an unknown order', async () => {
    const from = aCustomer();
    const number = await place(from);
    const { id } = await ok('POST', `/v1/accounts/${from.id}/servers`, { name: 'Main', role: 'production' });
    await ok('PUT', `/v1/servers/${id}/assignments/call-recording`, { capacity: 3 });
    const assigned = await transfer(number, aCustomer());
    expect(assigned).toMatchObject({ status: 409, body: { code: 'STILL_ASSIGNED', servers: [id] } });
    expect(
      await world.call('POST', `/v1/orders/${number}/transfer?preview=true`, {
        reference: 'T-1',
        customer: aCustomer(),
      }),
    ).toMatchObject({
      ...{ status: 409, body: { code: 'STILL_ASSIGNED' } },
    });
    await ok('PUT', `/v1/servers/${id}/assignments/call-recording`, { capacity: 0 });
    const kind = await transfer(number, { ...customer(RESELLER.id), email: RESELLER.email });
    expect([kind.status, kind.body.code]).toEqual([409, 'ACCOUNT_KIND_DIFFERS']);
    const unknown = await transfer('SO-none', aCustomer());
    expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
    expect(await read(number)).toMatchObject({ customer: { id: from.id } });
  });

  test('names the servers also where the order alone knew of them, and its journal tells the refusal', async () => {
    const from = aCustomer();
    const number = await place(from);
    const { id } = await ok('POST', `/v1/accounts/${from.id}/servers`, { name: 'Main', role: 'production' });
    await ok('PUT', `/v1/servers/${id}/assignments/call-recording`, { capacity: 3 });
    // It does not answer when it is asked first, and what is projected lags behind.
    await world.deps.orm.em.fork().execute('delete from assignments where order_number = ?', [number]);
    const unanswered = { query: () => Promise.reject(new Error('nobody answers')) };
    const asked = jest.spyOn(world.deps.temporal.workflow, 'getHandle').mockReturnValueOnce(unanswered as never);
    const refused = await transfer(number, aCustomer());
    asked.mockRestore();
    expect(refused).toMatchObject({ status: 409, body: { code: 'STILL_ASSIGNED', servers: [id] } });
    const { items } = await ok('GET', `/v1/orders/${number}/events`);
    expect(items.at(-1)).toMatchObject({ type: 'transfer-refused', code: 'STILL_ASSIGNED' });
  });

  test('of what was kept leaves a server of the former customer able to raise, lower and retire, and one of the other is served', async () => {
    const [from, to] = [aCustomer(), aCustomer()];
    const number = await place(from, { lines: [SUBSCRIPTION, { ...SUBSCRIPTION, application: 'digital-fax' }] });
    const { id } = await ok('POST', `/v1/accounts/${from.id}/servers`, { name: 'Main', role: 'production' });
    await ok('PUT', `/v1/servers/${id}/assignments/call-recording`, { capacity: 5 });
    await ok('POST', `/v1/orders/${number}/cancellation`, { reference: 'C-1', reason: 'x', lines: ['1'] });
    expect(await read(number)).toMatchObject({ kept: [{ line: '1', server: id, capacity: 5 }] });
    await ok('POST', `/v1/orders/${number}/transfer`, { reference: 'T-1', customer: to });
    expect(await read(number)).toMatchObject({ kept: [], assignments: [] });
    expect(await ok('GET', `/v1/servers/${id}`)).toMatchObject({ assignments: [], kept: [] });

    await place(from);
    const set = (server: string, application: string, capacity: number) =>
      ok('PUT', `/v1/servers/${server}/assignments/${application}`, { capacity });
    for (const capacity of [7, 9, 2])
      expect(await set(id, 'call-recording', capacity)).toMatchObject({
        assignments: [{ application: 'call-recording', capacity }],
      });
    const none = await world.call('PUT', `/v1/servers/${id}/assignments/digital-fax`, { capacity: 1 });
    expect([none.status, none.body.code]).toEqual([409, 'INSUFFICIENT_CAPACITY']);
    const other = await ok('POST', `/v1/accounts/${to.id}/servers`, { name: 'Main', role: 'production' });
    expect(await set(other.id, 'digital-fax', 4)).toMatchObject({ assignments: [{ capacity: 4 }] });
    expect(await set(id, 'call-recording', 0)).toMatchObject({ assignments: [], kept: [] });
    await ok('DELETE', `/v1/servers/${id}`);
    expect(types(await events(number, await keyOf(to.id)))).toEqual(['parties-changed', 'assigned']);
  });

  test.each([
    ['is still canceled', false, '2'],
    ['was taken back', true, '1'],
  ])(
    'there and back again leaves a server that believes in what was given up able to get it, where its line %s',
    async (_what, isWithdrawn, line) => {
      const [from, to] = [aCustomer(), aCustomer()];
      const number = await place(from, { lines: [SUBSCRIPTION, SUBSCRIPTION] });
      const { id } = await ok('POST', `/v1/accounts/${from.id}/servers`, { name: 'Main', role: 'production' });
      const set = (capacity: number) => ok('PUT', `/v1/servers/${id}/assignments/call-recording`, { capacity });
      await set(5);
      expect((await read(number)).assignments).toMatchObject([{ line: '1', capacity: 5 }]);
      await ok('POST', `/v1/orders/${number}/cancellation`, { reference: 'C-1', reason: 'x', lines: ['1'] });
      await ok('POST', `/v1/orders/${number}/transfer`, { reference: 'T-1', customer: to });
      await ok('POST', `/v1/orders/${number}/transfer`, { reference: 'T-2', customer: from });
      if (isWithdrawn) {
        const withdrawal = { kind: 'cancellation', reference: 'C-1', at: Date.now() } as const;
        await world.deps.temporal.workflow.getHandle(orderWorkflowId(number)).signal(withdrawSignal, withdrawal);
        await world.until(async () => (await read(number)).lines[0].state === 'active');
      }
      for (const capacity of [3, 4, 1]) {
        expect((await set(capacity)).assignments).toMatchObject([
          { application: 'call-recording', capacity, used: null },
        ]);
        expect((await read(number)).assignments).toMatchObject([{ line, capacity }]);
      }
    },
  );
});
