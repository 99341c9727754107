import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { addDays, dayAt } from '../../../domain/days.ts';
import { openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { createServers } from '../../support/api/servers.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

const { aServer, assign, anActivatedServer, checkIn } = createServers(() => api);

const inDays = (days: number) => addDays(dayAt(Date.now(), 'Europe/Rome'), days);
const [UNTIL, NEXT, LAST] = [inDays(300), inDays(600), inDays(900)];
const SUBSCRIPTION = { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: UNTIL };
const PERPETUAL = { application: 'digital-fax', capacity: 8, license: 'perpetual' };

/** An order that is unlocked, of a customer of its own. */
async function sold(lines: object[]): Promise<{ number: string; customer: string }> {
  const { order, customer } = await aServer(lines);
  return { number: order.number, customer };
}

const at = (number: string, path = '') => `/v1/orders/${number}${path && `/${path}`}`;
const read = async (number: string) => (await api.call('GET', at(number))).body;
const events = async (number: string) => (await api.call('GET', at(number, 'events'))).body.items;
const renew = (number: string, body: object) => api.call('POST', at(number, 'renewals'), body);
const cancel = (number: string, body: object) =>
  api.call('POST', at(number, 'cancellation'), { reason: 'no longer needed', ...body });
const withdraw = (number: string, path: string) => api.call('DELETE', at(number, path));
const APPLIED = { status: 202, body: { applied: true } };

describe('a renewal that reduces', () => {
  test('is planned for its own term, until it is withdrawn, and says so on the line and in its row', async () => {
    const { number, customer } = await sold([SUBSCRIPTION, PERPETUAL]);
    expect(await renew(number, { reference: 'R-1', endsOn: NEXT, lines: [{ line: '1', capacity: 12 }] })).toMatchObject(
      APPLIED,
    );
    expect(await renew(number, { reference: 'R-2', endsOn: LAST, lines: [{ line: '1', capacity: 5 }] })).toMatchObject(
      APPLIED,
    );
    const planned = [
      { id: '1', type: 'capacity', on: addDays(UNTIL, 1), reference: 'R-1', capacity: 12 },
      { id: '2', type: 'capacity', on: addDays(NEXT, 1), reference: 'R-2', capacity: 5 },
    ];
    expect((await read(number)).lines[0]).toMatchObject({ capacity: 20, free: 20, endsOn: LAST, planned });
    const { items } = (await api.call('GET', `/v1/accounts/${customer}/licenses`)).body;
    expect(
      items.find(({ application }: { application: string }) => application === 'call-recording').lines,
    ).toMatchObject([{ planned }]);
    const more = await renew(number, { reference: 'R-3', endsOn: inDays(901), lines: [{ line: '1', capacity: 6 }] });
    expect(more).toMatchObject({ status: 409, body: { code: 'CAPACITY_NOT_REDUCED', capacity: 5 } });

    expect(await withdraw(number, 'renewals/R-1')).toMatchObject({ status: 409, body: { code: 'NOT_THE_NEWEST' } });
    expect(await withdraw(number, 'renewals/R-2')).toMatchObject(APPLIED);
    expect(await withdraw(number, 'renewals/R-2')).toMatchObject(APPLIED);
    expect((await read(number)).lines[0]).toMatchObject({ endsOn: NEXT, planned: [planned[0]] });
    expect(await withdraw(number, 'planned/1')).toMatchObject(APPLIED);
    expect(await withdraw(number, 'planned/1')).toMatchObject({ status: 404, body: { code: 'PLAN_UNKNOWN' } });
    expect((await read(number)).lines[0]).toMatchObject({ endsOn: NEXT, planned: [] });
    expect((await events(number)).map(({ type }: { type: string }) => type)).toEqual([
      ...['delivered', 'unlocked', 'renewed', 'renewed', 'withdrawn', 'plan-withdrawn'],
    ]);
    // What was withdrawn keeps its reference.
    expect(await renew(number, { reference: 'R-2', endsOn: LAST, lines: [{ line: '1', capacity: 5 }] })).toMatchObject(
      APPLIED,
    );
    expect((await read(number)).lines[0]).toMatchObject({ endsOn: NEXT, planned: [] });
  });

  test('whose last day is far away wants a word that is no part of it', async () => {
    const { number } = await sold([SUBSCRIPTION, PERPETUAL]);
    const far = { reference: 'R-1', endsOn: '2127-11-30' };
    const pointer = '/endsOn';
    expect(await renew(number, far)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect(await renew(number, { ...far, confirmFar: false })).toMatchObject({ status: 400 });
    expect(await renew(number, { ...far, confirmFar: true })).toMatchObject(APPLIED);
    expect(await renew(number, far)).toMatchObject(APPLIED);
    expect(await withdraw(number, 'renewals/R-1')).toMatchObject(APPLIED);
    const line = { application: 'voicemail', capacity: 1, license: 'subscription', endsOn: '2127-11-30' };
    const expansion = { reference: 'E-1', lines: [line] };
    expect(await api.call('POST', at(number, 'expansions'), expansion)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/lines/0/endsOn' }] },
    });
    const confirmed = { ...expansion, confirmFar: true };
    expect(await api.call('POST', at(number, 'expansions'), confirmed)).toMatchObject(APPLIED);
    expect(await api.call('POST', at(number, 'expansions'), expansion)).toMatchObject(APPLIED);
  });
});

describe('a cancellation of a line', () => {
  test('takes it from its servers, keeps what they held, and its withdrawal brings that back', async () => {
    const { id, order, customer, machine } = await anActivatedServer([SUBSCRIPTION, PERPETUAL]);
    const { number } = order;
    await assign(id, 'call-recording', 7);
    const server = async () => (await api.call('GET', `/v1/servers/${id}`)).body;
    const running = async () =>
      (decodeJwt((await checkIn(id, machine)).body) as { applications: { application: string }[] }).applications
        .map(({ application }) => application)
        .toSorted();
    expect(await running()).toEqual(['call-recording', 'digital-fax']);
    expect(await cancel(number, { reference: 'C-1', lines: ['1'] })).toMatchObject(APPLIED);
    expect(await running()).toEqual(['digital-fax']);
    expect(await read(number)).toMatchObject({
      status: 'open',
      lines: [{ state: 'canceled', assigned: 0, free: 0 }, { state: 'active' }],
      assignments: [{ line: '2', capacity: 5 }],
      kept: [{ line: '1', server: id, capacity: 7 }],
    });
    expect(await server()).toMatchObject({
      assignments: [{ application: 'digital-fax', capacity: 5 }],
      kept: [{ application: 'call-recording', capacity: 7 }],
    });
    const life = (await api.call('GET', `/v1/servers/${id}/events`)).body.items;
    expect(life.slice(-2)).toMatchObject([
      { type: 'canceled', lines: [{ line: '1' }] },
      { type: 'taken-back', because: 'cancellation', capacity: 7, total: 0 },
    ]);
    // It raises what it has elsewhere, whatever is kept.
    const raised = await api.call('PUT', `/v1/servers/${id}/assignments/digital-fax`, { capacity: 6 });
    expect(raised.status).toBe(200);
    expect(await renew(number, { reference: 'R-1', endsOn: NEXT, lines: [{ line: '1' }] })).toMatchObject({
      status: 409,
      body: { code: 'LINE_CANCELED', line: '1' },
    });
    expect(await cancel(number, { reference: 'C-2', lines: ['1'] })).toMatchObject({
      status: 409,
      body: { code: 'LINE_CANCELED' },
    });

    const preview = await api.call('DELETE', `${at(number, 'cancellations/C-1')}?preview=true`);
    expect(preview).toMatchObject({ status: 200, body: { preview: true, events: [{ type: 'withdrawn' }] } });
    expect(await withdraw(number, 'cancellations/C-1')).toMatchObject(APPLIED);
    const after = await read(number);
    expect(preview.body.order).toEqual(after);
    expect(after).toMatchObject({ lines: [{ state: 'active', assigned: 7, free: 13 }, { assigned: 6 }], kept: [] });
    expect(await running()).toEqual(['call-recording', 'digital-fax']);
    expect(await server()).toMatchObject({ kept: [] });
    expect((await api.call('GET', `/v1/accounts/${customer}/licenses`)).body.items).toMatchObject([
      { application: 'digital-fax', owned: 8 },
      { application: 'call-recording', owned: 20 },
    ]);
  });

  test('of each line cancels the order, until one of them is withdrawn', async () => {
    const { number } = await sold([SUBSCRIPTION, PERPETUAL]);
    expect(await cancel(number, { reference: 'C-1', lines: ['1'] })).toMatchObject(APPLIED);
    expect(await cancel(number, { reference: 'C-2', lines: ['2'] })).toMatchObject(APPLIED);
    expect((await read(number)).status).toBe('canceled');
    expect(await withdraw(number, 'cancellations/C-1')).toMatchObject(APPLIED);
    expect(await read(number)).toMatchObject({ status: 'open', lines: [{ state: 'active' }, { state: 'canceled' }] });
  });

  test('without a reference is called cancellation, and suspended before it is suspended after', async () => {
    const { number } = await sold([SUBSCRIPTION]);
    await api.call('PUT', at(number, 'suspension'), { reason: 'late' });
    expect(await cancel(number, {})).toMatchObject(APPLIED);
    expect((await read(number)).status).toBe('canceled');
    expect(await withdraw(number, 'cancellations/cancellation')).toMatchObject(APPLIED);
    expect((await read(number)).status).toBe('suspended');
    const unknown = await withdraw(number, 'cancellations/C-9');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'REFERENCE_UNKNOWN']);
  });

  test('on a day bounds rows, documents and lists from when it is planned', async () => {
    const { id, order, customer, machine } = await anActivatedServer([PERPETUAL]);
    const { number } = order;
    const on = inDays(40);
    expect(await cancel(number, { reference: 'C-1', on, lines: ['1'] })).toMatchObject(APPLIED);
    expect((await read(number)).lines[0]).toMatchObject({
      state: 'active',
      planned: [{ id: '1', type: 'cancellation', on, reference: 'C-1' }],
    });
    const [row] = (await api.call('GET', `/v1/accounts/${customer}/licenses`)).body.items;
    expect(row).toMatchObject({ owned: 8, endsOn: addDays(on, -1) });
    const [application] = decodeJwt((await checkIn(id, machine)).body).applications as {
      entitlements: { until: string; graceUntil: string }[];
    }[];
    const { until, graceUntil } = application!.entitlements[0]!;
    expect([dayAt(Date.parse(until), 'Europe/Rome'), graceUntil]).toEqual([on, until]);
    // Another one replaces it; today is now.
    expect(await cancel(number, { reference: 'C-2', on: inDays(10) })).toMatchObject(APPLIED);
    expect((await read(number)).lines[0].planned).toMatchObject([{ id: '2', on: inDays(10) }]);
    expect(await withdraw(number, 'planned/2')).toMatchObject(APPLIED);
    expect((await read(number)).lines[0].planned).toEqual([]);
    expect(await cancel(number, { reference: 'C-3', on: inDays(0) })).toMatchObject(APPLIED);
    expect((await read(number)).status).toBe('canceled');
  });
});
