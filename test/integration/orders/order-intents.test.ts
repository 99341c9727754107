import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anOrder, openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

const INTENT = { intent: 'end', note: 'They move to another site' };

/** An unlocked order, with keys of its seller and its customer. */
async function aSale(changes: Record<string, unknown> = {}) {
  const order = anOrder({ reseller: { id: 'ridge-voice', name: 'Ridge', email: 'orders@ridge.example' }, ...changes });
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  expect((await api.call('POST', `/v1/orders/${order.number}/unlock`)).body).toEqual({ applied: true });
  const em = api.deps.orm.em.fork();
  const [seller, customer] = [await keyFor(em, 'ridge-voice'), await keyFor(em, order.customer.id)];
  const address = `/v1/orders/${order.number}`;
  const lineFor = async (headers: object, id = '2') =>
    (await api.call('GET', address, undefined, headers)).body.lines.find((line: { id: string }) => line.id === id);
  const typesFor = async (headers: object) =>
    (await api.call('GET', `${address}/events`, undefined, headers)).body.items.map(
      ({ type }: { type: string }) => type,
    );
  return { address, seller, customer, lineFor, typesFor, intent: `${address}/lines/2/intent` };
}

test('the seller and the vendor read what is meant, with its note, and the customer does not', async () => {
  const { intent, seller, customer, lineFor, typesFor, address } = await aSale();
  const said = await api.call('PUT', intent, INTENT, seller);
  expect([said.status, said.body]).toEqual([202, { applied: true }]);
  const meant = { ...INTENT, capacity: null, statedAt: expect.any(String), by: expect.stringMatching(/^key\/./) };
  expect((await lineFor(seller)).intent).toEqual(meant);
  expect((await lineFor({})).intent).toEqual(meant);
  expect((await lineFor(customer)).intent).toBeNull();
  expect(await typesFor(seller)).toEqual(['delivered', 'unlocked', 'intent-stated']);
  expect(await typesFor(customer)).toEqual(['delivered', 'unlocked']);
  const [owner] = (await api.call('GET', address, undefined, customer)).body.customer.id.split(' ');
  const rows = (await api.call('GET', `/v1/accounts/${owner}/licenses`, undefined, customer)).body.items;
  for (const { lines } of rows) for (const line of lines) expect(line).toMatchObject({ intent: null, planned: [] });
});

test('the customer may not say it, and hears who may', async () => {
  const { intent, customer, lineFor } = await aSale();
  const refused = await api.call('PUT', intent, INTENT, customer);
  expect([refused.status, refused.body.mayBeDoneBy]).toEqual([403, ['vendor', 'seller']]);
  expect((await lineFor({})).intent).toBeNull();
});

test('a customer that bought directly is its own seller', async () => {
  const { intent, customer, lineFor } = await aSale({ reseller: undefined });
  expect((await api.call('PUT', intent, { intent: 'renew', capacity: 5 }, customer)).status).toBe(202);
  expect((await lineFor(customer)).intent).toMatchObject({ intent: 'renew', capacity: 5, note: null });
});

test('it is taken back, said again, and ends with a renewal', async () => {
  const { intent, seller, lineFor, typesFor, address } = await aSale();
  for (let times = 0; times < 2; times += 1) expect((await api.call('PUT', intent, INTENT, seller)).status).toBe(202);
  expect(await typesFor(seller)).toEqual(['delivered', 'unlocked', 'intent-stated']);
  expect((await api.call('DELETE', intent, undefined, seller)).body).toEqual({ applied: true });
  expect((await lineFor(seller)).intent).toBeNull();
  expect((await api.call('DELETE', intent, undefined, seller)).body).toEqual({ applied: true });
  await api.call('PUT', intent, { intent: 'renew' }, seller);
  const renewal = { reference: 'R-1', endsOn: '2100-12-31', confirmFar: true, lines: [{ line: '2' }] };
  expect((await api.call('POST', `${address}/renewals`, renewal)).body).toEqual({ applied: true });
  expect((await lineFor(seller)).intent).toBeNull();
});

test('a preview says what would be, and keeps nothing', async () => {
  const { intent, seller, lineFor, typesFor } = await aSale();
  const note = 'Nobody keeps this';
  const { status, body } = await api.call('PUT', `${intent}?preview=true`, { ...INTENT, note }, seller);
  expect([status, body.preview, body.mails]).toEqual([200, true, []]);
  expect(body.events).toMatchObject([{ type: 'intent-stated', line: '2', intent: 'end' }]);
  expect(body.events[0]).not.toHaveProperty('seq');
  expect(body.order.lines[1].intent).toMatchObject({ intent: 'end' });
  expect((await lineFor(seller)).intent).toBeNull();
  expect(await typesFor(seller)).toEqual(['delivered', 'unlocked']);
  const kept = await api.deps.orm.em
    .fork()
    .execute(`select from order_facts where kind = 'state-intent' and content->>'note' = 'Nobody keeps this'`);
  expect(kept).toEqual([]);
});

test.each([
  ['a line that is not there', '9', INTENT, 404, 'LINE_UNKNOWN'],
  ['something else than renew or end', '2', { intent: 'sell' }, 400, 'INVALID_REQUEST'],
  ['a note without a character', '2', { intent: 'end', note: '' }, 400, 'INVALID_REQUEST'],
])('%s is refused', async (_, line, body, status, code) => {
  const { address, seller } = await aSale();
  const refused = await api.call('PUT', `${address}/lines/${line}/intent`, body, seller);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

test('unlocking can be previewed too', async () => {
  const order = anOrder();
  await api.call('POST', '/v1/orders', order);
  const address = `/v1/orders/${order.number}`;
  const { status, body } = await api.call('POST', `${address}/unlock?preview=true`);
  expect([status, body.events.map(({ type }: { type: string }) => type), body.order.stage]).toEqual([
    ...[200, ['unlocked']],
    'unlocked',
  ]);
  expect((await api.call('GET', address)).body.stage).toBe('locked');
});

test('of many lines each has its own outcome: notes stay, what is meant already is left, and who may not say it is refused', async () => {
  const [one, other] = [
    await aSale(),
    await aSale({ reseller: { id: 'else', name: 'Else', email: 'o@else.example' } }),
  ];
  const lineOf = ({ address }: { address: string }) => ({ order: address.split('/').at(-1), line: '2' });
  await api.call('PUT', one.intent, INTENT, one.seller);
  const say = (intent: string | null) =>
    api.call('POST', '/v1/intents', { intent, lines: [one, other].map(lineOf) }, one.seller);
  const outcomes = async (intent: string | null) =>
    (await say(intent)).body.items.map(
      ({ outcome, problem }: { outcome: string; problem: { code: string } | null }) => [outcome, problem?.code ?? null],
    );
  expect(await outcomes('renew')).toEqual([
    ['stated', null],
    ['refused', 'NOT_FOUND'],
  ]);
  expect((await one.lineFor(one.seller)).intent).toMatchObject({ intent: 'renew', note: INTENT.note });
  expect((await outcomes('renew'))[0]).toEqual(['unchanged', null]);
  expect((await outcomes(null))[0]).toEqual(['stated', null]);
  expect((await one.lineFor(one.seller)).intent).toBeNull();
  expect((await say('keep')).status).toBe(400);
});

/** Does something before an order hears what is sent to it next. */
function beforeItHears(between: () => Promise<unknown>): void {
  const { workflow } = api.deps.temporal;
  const getHandle = workflow.getHandle.bind(workflow);
  workflow.getHandle = ((...about: Parameters<typeof getHandle>) => {
    const handle = getHandle(...about);
    const signal = handle.signal.bind(handle);
    handle.signal = async (...said: Parameters<typeof signal>) => {
      workflow.getHandle = getHandle;
      await between();
      await signal(...said);
    };
    return handle;
  }) as typeof workflow.getHandle;
}

test.each([
  ['another note', { intent: 'end', note: 'They asked for an offer' }, 'They asked for an offer'],
  ['none', { intent: 'end' }, null],
  ['that nothing is meant', null, null],
])('of many that are told at the moment in which somebody states %s for one, that stays', async (_, stated, note) => {
  const { intent, seller, lineFor, address } = await aSale();
  await api.call('PUT', intent, INTENT, seller);
  beforeItHears(() => api.call(stated ? 'PUT' : 'DELETE', intent, stated ?? undefined, seller));
  const lines = [{ order: address.split('/').at(-1), line: '2' }];
  const say = async (what: string) =>
    (await api.call('POST', '/v1/intents', { intent: what, lines }, seller)).body.items;
  expect(await say('renew')).toMatchObject([{ outcome: 'stated' }]);
  expect((await lineFor(seller)).intent).toMatchObject({ intent: 'renew', note });
  expect(await say('end')).toMatchObject([{ outcome: 'stated' }]);
  expect((await lineFor(seller)).intent).toMatchObject({ intent: 'end', note });
});
