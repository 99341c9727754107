import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSendMail } from '../../../activities/send-mail.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { anOrder } from '../../support/api/api.ts';
import { createDeliveries } from '../../support/api/deliveries.ts';
import { openWorld, type World } from '../../support/api/world.ts';

/** What a process is started with: later another one, in which fax is retired and call recording is gone. */
const catalogue = new Map(CATALOGUE);
let world: World;

beforeAll(async () => {
  world = await openWorld({ catalogue });
});
afterAll(() => world.close());
beforeEach(() => CATALOGUE.forEach((application, key) => catalogue.set(key, application)));

const { anUnlocked, assignToNew } = createDeliveries(() => world);

test('what is retired or gone from the catalogue stays readable everywhere, can be given and given back, and is sold no more', async () => {
  const { order, reseller, customer, page } = await anUnlocked();
  const { server } = await assignToNew(reseller, page, 2);
  const set = (application: string, capacity: number) =>
    world.call('PUT', `/v1/servers/${server}/assignments/${application}`, { capacity });
  expect(await set('call-recording', 3)).toMatchObject({ status: 200 });

  catalogue.set('digital-fax', { ...CATALOGUE.get('digital-fax')!, retired: true });
  catalogue.delete('call-recording');

  const rows = await world.call('GET', `/v1/accounts/${customer}/licenses`);
  expect(rows.body.items).toMatchObject([
    { application: 'digital-fax', name: 'Digital Fax', unit: 'channels', assigned: 2 },
    { application: 'call-recording', name: 'call-recording', unit: null, assigned: 3 },
  ]);
  for (const path of [`/v1/orders/${order.number}`, `/v1/orders/${order.number}/events`, `/v1/servers/${server}`])
    expect(await world.call('GET', path)).toMatchObject({ status: 200 });
  const servers = `${page}/servers/${server}`;
  const assign = `${page}/assign?application=call-recording`;
  for (const address of [page, `${page}/licenses.csv`, assign, servers, `/orders/${order.number}`]) {
    const { status, body } = await reseller.get(address);
    expect([address, status]).toEqual([address, 200]);
    expect(body).toContain('call-recording');
  }

  expect(await set('call-recording', 1)).toMatchObject({ status: 200 });
  expect(await set('call-recording', 0)).toMatchObject({ status: 200 });
  expect(await set('digital-fax', 3)).toMatchObject({ status: 200 });
  expect(await set('telex', 1)).toMatchObject({ status: 404, body: { code: 'APPLICATION_UNKNOWN' } });

  const line = (application: string) => ({ application, capacity: 1, license: 'perpetual' });
  const lines = [line('digital-fax'), line('call-recording'), line('voicemail')];
  const errors = [
    { pointer: '/lines/0/application', message: 'is sold no more: the catalogue has it as retired' },
    { pointer: '/lines/1/application', message: expect.stringMatching(/^is not in the catalogue, which has /) },
  ];
  expect(await world.call('POST', '/v1/orders', anOrder({ lines }))).toMatchObject({ status: 400, body: { errors } });
  const expansion = { reference: 'E-1', lines };
  const expanded = await world.call('POST', `/v1/orders/${order.number}/expansions`, expansion);
  expect(expanded).toMatchObject({ status: 400, body: { errors } });
  expect(await world.call('POST', '/v1/orders', order)).toMatchObject({ status: 200 });
});

test('an e-mail about what the catalogue has lost is sent, and calls it by its key', async () => {
  const order = anOrder();
  await world.deliver(order);
  catalogue.delete('call-recording');
  const sent: string[] = [];
  const sendMail = createSendMail({
    ...world.deps,
    from: 'l@example.com',
    resend: async ({ text }) => {
      sent.push(text);
      return { kind: 'sent', id: 'mail-1' };
    },
  });
  await sendMail({ order: order.number, delivery: '1' });
  expect(sent).toEqual([expect.stringMatching(/^call-recording \(Subscription\)\n +Capacity: 20$/m)]);
});
