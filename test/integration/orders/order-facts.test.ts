import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anOrder, openWorkingApi, type TestApi } from '../../support/api/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

const SUBSCRIPTION = { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' };
const PERPETUAL = { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { endsOn: '2099-12-31' } };

async function place(lines: object[] = [PERPETUAL, SUBSCRIPTION]): Promise<string> {
  const order = anOrder({ lines });
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  expect((await api.call('POST', `/v1/orders/${order.number}/unlock`)).body).toEqual({ applied: true });
  return order.number;
}

const at = (number: string, path: string) => `/v1/orders/${number}/${path}`;
const renew = (number: string, body: object) => api.call('POST', at(number, 'renewals'), { confirmFar: true, ...body });
const expand = (number: string, body: object) =>
  api.call('POST', at(number, 'expansions'), { confirmFar: true, ...body });
const read = async (number: string) => (await api.call('GET', `/v1/orders/${number}`)).body;
const types = async (number: string) =>
  (await api.call('GET', at(number, 'events'))).body.items.map(({ type }: { type: string }) => type);

describe('a renewal', () => {
  test('moves the last day of every subscription and of all care, once, however often it is posted', async () => {
    const number = await place();
    const renewal = { reference: 'R-1', endsOn: '2100-12-31' };
    for (let times = 0; times < 3; times++)
      expect(await renew(number, renewal)).toMatchObject({ status: 202, body: { applied: true } });
    const { lines } = await read(number);
    expect(lines[0]).toMatchObject({ endsOn: null, care: { endsOn: '2100-12-31' } });
    expect(lines[1]).toMatchObject({ endsOn: '2100-12-31', care: { endsOn: '2100-12-31' }, state: 'active' });
    expect(await types(number)).toEqual(['delivered', 'unlocked', 'renewed']);
    const other = await renew(number, { ...renewal, endsOn: '2101-12-31' });
    expect([other.status, other.body.code]).toEqual([409, 'REFERENCE_TAKEN']);
  });

  test('reduces a subscription, and says nothing of how it is kept', async () => {
    const number = await place();
    const lines = [{ line: '2', capacity: 5 }];
    expect((await renew(number, { reference: 'R-1', endsOn: '2100-12-31', lines })).body).toEqual({ applied: true });
    const order = await read(number);
    expect(order.lines[1]).toMatchObject({ capacity: 20, free: 20, endsOn: '2100-12-31' });
    const planned = { id: '1', capacity: 5, on: '2100-01-01' };
    expect(order.lines[1].planned).toEqual([{ ...planned, type: 'capacity', reference: 'R-1' }]);
    expect(order.lines[0].care.endsOn).toBe('2099-12-31');
    const { items } = (await api.call('GET', at(number, 'events'))).body;
    expect(items.at(-1)).toEqual({
      stream: `order/${number}`,
      seq: 3,
      type: 'renewed',
      at: expect.any(String),
      recordedAt: expect.any(String),
      by: expect.stringMatching(/^key\/./),
      reference: 'R-1',
      endsOn: '2100-12-31',
      lines: [
        {
          line: '2',
          application: 'call-recording',
          endsOn: '2100-12-31',
          formerEndsOn: '2099-12-31',
          capacity: 20,
          formerCapacity: 20,
          planned,
        },
      ],
    });
  });

  test.each([
    ['not later', { endsOn: '2099-12-31' }, 409, 'RENEWAL_NOT_LATER'],
    ['a raise', { lines: [{ line: '2', capacity: 21 }] }, 409, 'CAPACITY_NOT_REDUCED'],
    ['a reduction to nothing', { lines: [{ line: '2', capacity: 0 }] }, 409, 'CAPACITY_NOT_REDUCED'],
    ['a reduction of a perpetual license', { lines: [{ line: '1', capacity: 5 }] }, 409, 'PERPETUAL_NOT_REDUCED'],
    ['of a line that is not there', { lines: [{ line: '9' }] }, 404, 'LINE_UNKNOWN'],
    ['to a day that does not exist', { endsOn: '2100-02-30' }, 400, 'INVALID_REQUEST'],
    ['to a day that stands for none', { endsOn: '9999-12-31' }, 400, 'INVALID_REQUEST'],
    ['of a line named twice', { lines: [{ line: '2' }, { line: '2' }] }, 400, 'INVALID_REQUEST'],
    ['without a reference', { reference: undefined }, 400, 'INVALID_REQUEST'],
  ])('that is %s is refused at once, and nothing changes', async (_what, changes, status, code) => {
    const number = await place();
    const refused = await renew(number, { reference: 'R-1', endsOn: '2100-12-31', ...changes });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await types(number)).toEqual(['delivered', 'unlocked']);
  });

  test('of a perpetual license without care has nothing to renew', async () => {
    const number = await place([{ ...PERPETUAL, care: undefined }]);
    const refused = await renew(number, { reference: 'R-1', endsOn: '2100-12-31' });
    expect([refused.status, refused.body.code]).toEqual([409, 'NOTHING_TO_RENEW']);
  });
});

describe('an expansion', () => {
  const more = { application: 'call-recording', capacity: 5, license: 'subscription' };

  test('arrives locked, ends with the order’s others, and is delivered once', async () => {
    const number = await place();
    const expansion = { reference: 'E-1', lines: [more, { ...PERPETUAL, care: undefined }] };
    for (let times = 0; times < 3; times++)
      expect(await expand(number, expansion)).toMatchObject({ status: 202, body: { applied: true } });
    const order = await read(number);
    expect(order.deliveries).toMatchObject([{ id: '1' }, { id: '2', reference: 'E-1', unlockedAt: null }]);
    expect(order.lines).toHaveLength(4);
    expect(order.lines[2]).toMatchObject({ id: '3', delivery: '2', endsOn: '2099-12-31', locked: 5, free: 0 });
    expect(order.stage).toBe('unlocked');
    expect((await api.call('POST', at(number, 'unlock'), { delivery: '2' })).body).toEqual({ applied: true });
    expect((await read(number)).lines[2]).toMatchObject({ locked: 0, free: 5 });
    expect(await types(number)).toEqual(['delivered', 'unlocked', 'expanded', 'unlocked']);
    const other = await expand(number, { reference: 'E-1', lines: [more] });
    expect([other.status, other.body.code]).toEqual([409, 'REFERENCE_TAKEN']);
  });

  test('can’t take the reference of the order itself', async () => {
    const number = await place();
    const refused = await expand(number, { reference: number, lines: [more] });
    expect([refused.status, refused.body.code]).toEqual([409, 'REFERENCE_TAKEN']);
  });

  test('needs a last day of its own where the order has none to share', async () => {
    const number = await place([PERPETUAL]);
    const refused = await expand(number, { reference: 'E-1', lines: [more] });
    expect([refused.status, refused.body.code]).toEqual([409, 'LAST_DAY_MISSING']);
    const dated = await expand(number, { reference: 'E-1', lines: [{ ...more, endsOn: '2099-06-30' }] });
    expect(dated.body).toEqual({ applied: true });
  });

  test('that began earlier does not end with what has expired meanwhile', async () => {
    const order = anOrder({ lines: [{ ...SUBSCRIPTION, startsOn: '2024-01-01', endsOn: '2025-12-31' }, PERPETUAL] });
    expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
    const expansion = { reference: 'E-1', lines: [{ ...more, startsOn: '2025-06-01' }] };
    const refused = await expand(order.number, expansion);
    expect([refused.status, refused.body.code]).toEqual([409, 'LAST_DAY_MISSING']);
  });

  test('is checked as an order’s lines are', async () => {
    const number = await place();
    const refused = await expand(number, { reference: 'E-1', lines: [{ ...more, application: 'telex' }] });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/lines/0/application']);
    const turned = { ...more, startsOn: '2020-01-02', endsOn: '2020-01-01' };
    const impossible = await expand(number, { reference: 'E-1', lines: [turned] });
    expect([impossible.status, impossible.body.errors[0].pointer]).toEqual([400, '/lines/0/endsOn']);
    const over = await expand(number, { reference: 'E-1', lines: [{ ...more, endsOn: '2020-01-01' }] });
    expect(over.status).toBe(202);
  });
});

describe('an order', () => {
  const reason = { reason: 'Payment is late' };

  test('is suspended and resumed, again and again', async () => {
    const number = await place();
    const suspension = (method: 'PUT' | 'DELETE') =>
      api.call(method, at(number, 'suspension'), method === 'PUT' ? reason : undefined);
    for (const [method, status] of [
      ['PUT', 'suspended'],
      ['PUT', 'suspended'],
      ['DELETE', 'open'],
      ['DELETE', 'open'],
      ['PUT', 'suspended'],
    ] as const) {
      expect(await suspension(method)).toMatchObject({ status: 202, body: { applied: true } });
      expect((await read(number)).status).toBe(status);
    }
    expect(await types(number)).toEqual(['delivered', 'unlocked', 'suspended', 'resumed', 'suspended']);
  });

  test('that is suspended for another reason tells the newest too, and the same reason again is no news', async () => {
    const number = await place();
    for (const why of ['Payment is late', 'A dispute', 'A dispute'])
      expect(await api.call('PUT', at(number, 'suspension'), { reason: why })).toMatchObject({
        status: 202,
        body: { applied: true },
      });
    const { items } = (await api.call('GET', at(number, 'events'))).body;
    expect(items.slice(2)).toMatchObject([
      { type: 'suspended', reason: 'Payment is late' },
      { type: 'suspended', reason: 'A dispute' },
    ]);
  });

  test('that is canceled ends, stays readable, and takes no more facts but its cancellation again', async () => {
    const number = await place();
    for (const again of [reason, reason, { reason: 'for another reason' }])
      expect(await api.call('POST', at(number, 'cancellation'), again)).toMatchObject({
        status: 202,
        body: { applied: true },
      });
    const order = await read(number);
    expect(order).toMatchObject({ status: 'canceled', stage: 'unlocked' });
    expect(order.lines[1]).toMatchObject({ state: 'canceled', capacity: 20, locked: 0, assigned: 0, free: 0 });
    for (const refused of [
      await renew(number, { reference: 'R-1', endsOn: '2100-12-31' }),
      await expand(number, { reference: 'E-1', lines: [PERPETUAL] }),
      await api.call('PUT', at(number, 'suspension'), reason),
      await api.call('DELETE', at(number, 'suspension')),
      await api.call('POST', at(number, 'unlock')),
    ])
      expect([refused.status, refused.body.code]).toEqual([409, 'ORDER_CANCELED']);
    expect(await types(number)).toEqual(['delivered', 'unlocked', 'canceled']);
  });

  test('that does not exist is not found', async () => {
    for (const refused of [
      await renew('SO-none', { reference: 'R-1', endsOn: '2100-12-31' }),
      await api.call('PUT', at('SO-none', 'suspension'), reason),
      await api.call('POST', at('SO-none', 'cancellation'), reason),
    ])
      expect([refused.status, refused.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});
