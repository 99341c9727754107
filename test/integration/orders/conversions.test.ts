import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { LicenseClaims } from '../../../agent/license.ts';
import { addDays, dayAt } from '../../../domain/days.ts';
import { anOrder, openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

const { aServer, assign, tokenOf, activate, checkIn, offlineRequest, eventsOf } = createServers(() => api);

/** So many days after today, at the customer. */
const inDays = (days: number) => addDays(dayAt(Date.now(), 'Europe/Rome'), days);
const TRIAL = { application: 'digital-fax', capacity: 8, license: 'evaluation', endsOn: inDays(30), reference: '10' };
const RECORDING = { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: inDays(300) };

/** The number of an order of these lines, which is unlocked. */
const place = async (lines: object[]) => (await aServer(lines)).order.number;

const TO_SUBSCRIPTION = { reference: 'C-1', line: '1', license: 'subscription', endsOn: inDays(400) };
const TO_PERPETUAL = { reference: 'C-2', line: '1', license: 'perpetual', care: { endsOn: inDays(500) } };

const convert = (number: string, body: object, query = '') =>
  api.call('POST', `/v1/orders/${number}/conversions${query}`, body);
const read = async (path: string) => (await api.call('GET', `/v1/${path}`)).body;
const eventsOfOrder = async (number: string) =>
  (await read(`orders/${number}/events`)).items as Record<string, unknown>[];
const refusal = ({ status, body }: Awaited<ReturnType<typeof convert>>) => [status, body.code];

/** A server that tries five digital faxes, activated. */
async function aTryingServer(lines: object[] = [TRIAL]) {
  const server = await aServer(lines);
  await assign(server.id, 'digital-fax', 5);
  const machine = aMachine();
  const token = await tokenOf(server.id);
  const activated = await activate(token, machine);
  const number = server.order.number;
  return { ...server, number, machine, token, activated, etag: activated.headers.etag as string };
}

const entitlementIn = (license: string) => {
  const { applications, services } = decodeJwt<LicenseClaims>(license);
  const [{ capacity, entitlements }] = applications as [LicenseClaims['applications'][number]];
  const { license: kind, evaluation, endsOn, care } = entitlements[0]!;
  return { kind, evaluation, endsOn, capacity, care: care?.endsOn, services: services.length };
};

describe('an evaluation', () => {
  test('is assigned and activated as anything is; documents call it a subscription, and give no services', async () => {
    const { customer, number, activated } = await aTryingServer();
    expect(entitlementIn(activated.body.license)).toEqual({
      ...{ kind: 'subscription', evaluation: true, endsOn: TRIAL.endsOn, capacity: 5, services: 0 },
    });
    const [row] = (await read(`accounts/${customer}/licenses`)).items;
    expect(row).toMatchObject({ licenses: ['evaluation'], owned: 8, assigned: 5, free: 3, care: null });
    const [line] = (await read(`orders/${number}`)).lines;
    expect(line).toMatchObject({ license: 'evaluation', state: 'active', endsOn: TRIAL.endsOn, care: null });
  });

  test.each([
    [{ endsOn: undefined }, '/lines/0/endsOn'],
    [{ endsOn: inDays(91) }, '/lines/0/endsOn'],
    [{ endsOn: inDays(-1), startsOn: inDays(0) }, '/lines/0/endsOn'],
    [{ care: { level: 'gold' } }, '/lines/0/care'],
  ])('with %j is refused in an order and in an expansion', async (changes, pointer) => {
    const lines = [{ ...TRIAL, ...changes }];
    const number = await place([RECORDING]);
    const expansion = { reference: 'E-1', lines };
    for (const refused of [
      await api.call('POST', '/v1/orders', anOrder({ lines })),
      await api.call('POST', `/v1/orders/${number}/expansions`, expansion),
    ])
      expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ pointer })]]);
  });

  test('lasts up to its ninetieth day, and a renewal of the whole order leaves it out', async () => {
    const number = await place([TRIAL, RECORDING]);
    const renew = (body: object) => api.call('POST', `/v1/orders/${number}/renewals`, body);
    const named = { lines: [{ line: '1' }] };
    const tooLong = await renew({ reference: 'R-1', endsOn: inDays(91), ...named });
    expect([tooLong.status, tooLong.body]).toMatchObject([409, { code: 'EVALUATION_TOO_LONG', latest: inDays(90) }]);
    expect((await renew({ reference: 'R-1', endsOn: inDays(90), ...named })).status).toBe(202);
    expect((await renew({ reference: 'R-2', endsOn: inDays(600) })).status).toBe(202);
    const { lines } = await read(`orders/${number}`);
    expect(lines.map(({ endsOn }: { endsOn: string }) => endsOn)).toEqual([inDays(90), inDays(600)]);
    expect(JSON.stringify(await eventsOfOrder(number))).not.toContain('graceUntil');
  });

  test('needs a network as a subscription does, and none once it is perpetual', async () => {
    const { id, order } = await aServer([TRIAL]);
    await assign(id, 'digital-fax', 5);
    const request = await offlineRequest(await tokenOf(id), aMachine());
    const exchange = () => api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
    const refused = await exchange();
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'ONLINE_REQUIRED', applications: 'digital-fax' },
    ]);
    await convert(order.number, TO_PERPETUAL);
    expect((await exchange()).status).toBe(201);
  });
});

describe('a conversion', () => {
  test('is in the next document of a server that nobody touched, and in every list', async () => {
    const { id, customer, number, machine, etag } = await aTryingServer();
    expect((await checkIn(id, machine, etag)).status).toBe(304);
    expect(await convert(number, TO_SUBSCRIPTION)).toMatchObject({ status: 202, body: { applied: true } });
    const next = await checkIn(id, machine, etag);
    const until = TO_SUBSCRIPTION.endsOn;
    expect([next.status, entitlementIn(next.body as string)]).toEqual([
      200,
      { kind: 'subscription', evaluation: undefined, endsOn: until, capacity: 5, care: until, services: 3 },
    ]);
    const perpetual = await convert(number, TO_PERPETUAL);
    expect(perpetual.status).toBe(202);
    const last = await checkIn(id, machine, next.headers.etag as string);
    expect([last.status, entitlementIn(last.body as string)]).toEqual([
      200,
      { kind: 'perpetual', endsOn: null, capacity: 5, care: TO_PERPETUAL.care.endsOn, services: 3 },
    ]);
    expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);
    const [row] = (await read(`accounts/${customer}/licenses`)).items;
    expect(row).toMatchObject({ licenses: ['perpetual'], owned: 8, assigned: 5, endsOn: null });
    expect((await read(`orders/${number}`)).assignments).toMatchObject([{ line: '1', server: id, capacity: 5 }]);
  });

  test('is told with what the line was, its reference and who made it', async () => {
    const number = await place([TRIAL]);
    await convert(number, TO_SUBSCRIPTION);
    expect((await eventsOfOrder(number)).at(-1)).toEqual({
      ...{
        stream: `order/${number}`,
        seq: 3,
        type: 'converted',
        at: expect.any(String),
        recordedAt: expect.any(String),
      },
      ...{ by: expect.stringMatching(/^key\/./), reference: 'C-1', line: '1', lineReference: '10' },
      ...{ application: 'digital-fax', license: 'subscription', endsOn: TO_SUBSCRIPTION.endsOn },
      care: { level: 'gold', endsOn: TO_SUBSCRIPTION.endsOn },
      ...{ formerLicense: 'evaluation', formerEndsOn: TRIAL.endsOn },
    });
  });

  test('makes an offline server able to hold what it could not', async () => {
    const bought = { application: 'digital-fax', capacity: 2, license: 'perpetual' };
    const server = await aServer([bought, TRIAL]);
    await assign(server.id, 'digital-fax', 2);
    const request = await offlineRequest(await tokenOf(server.id), aMachine());
    expect((await api.call('POST', `/v1/servers/${server.id}/offline-activations`, { request })).status).toBe(201);
    expect(refusal(await assign(server.id, 'digital-fax', 7))).toEqual([409, 'ONLINE_REQUIRED']);
    expect((await convert(server.order.number, { ...TO_PERPETUAL, line: '2' })).status).toBe(202);
    expect((await assign(server.id, 'digital-fax', 7)).status).toBe(200);
  });

  test('again with the same content changes nothing; whether a far day is meant is no part of it', async () => {
    const number = await place([TRIAL]);
    const far = { ...TO_SUBSCRIPTION, endsOn: '2060-12-31' };
    const unconfirmed = await convert(number, far);
    expect([unconfirmed.status, unconfirmed.body.errors]).toMatchObject([400, [{ pointer: '/endsOn' }]]);
    for (const said of [{ ...far, confirmFar: true }, far, { ...far, confirmFar: false }])
      expect(await convert(number, said)).toMatchObject({ status: 202, body: { applied: true } });
    expect(refusal(await convert(number, { ...far, confirmFar: true, endsOn: '2060-12-30' }))).toEqual([
      409,
      'REFERENCE_TAKEN',
    ]);
    expect((await eventsOfOrder(number)).map(({ type }) => type)).toEqual(['delivered', 'unlocked', 'converted']);
  });

  test('can be tried before: what the preview says is what then happens, and nothing is kept of it', async () => {
    const number = await place([TRIAL, RECORDING]);
    for (const conversion of [TO_SUBSCRIPTION, TO_PERPETUAL]) {
      const before = await read(`orders/${number}`);
      const { status, body: preview } = await convert(number, conversion, '?preview=true');
      expect([status, preview.preview, preview.mails]).toEqual([200, true, []]);
      expect(await read(`orders/${number}`)).toEqual(before);
      expect((await convert(number, conversion)).body).toEqual({ applied: true });
      expect(preview.order).toEqual(await read(`orders/${number}`));
      const {
        seq: _seq,
        at: _at,
        recordedAt: _recordedAt,
        ...event
      } = (await eventsOfOrder(number)).at(-1) as Record<string, unknown>;
      expect(preview.events).toEqual([event]);
    }
    expect(refusal(await convert(number, { ...TO_SUBSCRIPTION, reference: 'C-3' }, '?preview=true'))).toEqual([
      409,
      'CONVERSION_NOT_POSSIBLE',
    ]);
  });

  test.each([
    ['of a subscription without its last day', { endsOn: undefined }, '/endsOn'],
    ['with a day that is past', { endsOn: inDays(-1) }, '/endsOn'],
    ['with a day that does not exist', { endsOn: '2027-02-30' }, '/endsOn'],
    ['that ends as it begins', { line: '2', endsOn: inDays(20) }, '/endsOn'],
    ['with an end of a subscription’s care', { care: { endsOn: inDays(400) } }, '/care/endsOn'],
    ['of a perpetual license with a last day', { license: 'perpetual' }, '/endsOn'],
    ['of care without its end', { license: 'perpetual', endsOn: undefined, care: { level: 'gold' } }, '/care/endsOn'],
    ['of care that is over', { license: 'perpetual', endsOn: undefined, care: { endsOn: inDays(-1) } }, '/care/endsOn'],
    ['of care for ever', { license: 'perpetual', endsOn: undefined, care: { endsOn: '2060-01-01' } }, '/care/endsOn'],
    ['to an evaluation', { license: 'evaluation' }, '/license'],
    ['of no line', { line: undefined }, '/line'],
    ['by a text that nobody can see', { reference: 'C-1\u202e' }, '/reference'],
  ])('%s is wrong, and says where', async (_what, changes, pointer) => {
    const number = await place([TRIAL, { ...TRIAL, startsOn: inDays(20), endsOn: inDays(40) }]);
    const { status, body } = await convert(number, { ...TO_SUBSCRIPTION, ...changes });
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer })]]);
  });

  test('that is not possible is refused at once, and nothing changes', async () => {
    const over = { ...TRIAL, startsOn: inDays(-60), endsOn: inDays(-40) };
    const number = await place([TRIAL, RECORDING, { ...TRIAL, license: 'perpetual', endsOn: undefined }, over]);
    const cases: [changes: object, status: number, code: string][] = [
      [{ line: '2' }, 409, 'CONVERSION_NOT_POSSIBLE'],
      [{ line: '3' }, 409, 'CONVERSION_NOT_POSSIBLE'],
      [{ line: '4' }, 409, 'CONVERSION_NOT_POSSIBLE'],
      [{ line: '9' }, 404, 'LINE_UNKNOWN'],
    ];
    for (const [changes, status, code] of cases)
      expect(refusal(await convert(number, { ...TO_SUBSCRIPTION, ...changes }))).toEqual([status, code]);
    const cancellation = { reference: 'X-1', reason: 'moved', lines: ['1'] };
    await api.call('POST', `/v1/orders/${number}/cancellation`, cancellation);
    expect(refusal(await convert(number, TO_SUBSCRIPTION))).toEqual([409, 'LINE_CANCELED']);
    await api.call('POST', `/v1/orders/${number}/cancellation`, { reason: 'moved' });
    expect(refusal(await convert(number, TO_PERPETUAL))).toEqual([409, 'ORDER_CANCELED']);
    expect((await eventsOfOrder(number)).filter(({ type }) => type === 'converted')).toEqual([]);
  });

  test('of what has ended can be made for thirty days', async () => {
    const number = await place([{ ...TRIAL, startsOn: inDays(-60), endsOn: inDays(-29) }]);
    expect((await read(`orders/${number}`)).lines[0]).toMatchObject({ state: 'expired', free: 0 });
    expect((await convert(number, TO_SUBSCRIPTION)).status).toBe(202);
    expect((await read(`orders/${number}`)).lines[0]).toMatchObject({ state: 'active', free: 8 });
  });
});
