import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, dayAt } from '../../../domain/days.ts';
import { createServices } from '../../../services/services.ts';
import { anOrder } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { signInAs } from '../../support/api/people.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';
import { until } from '../../support/until.ts';

let site: MailingSite;
beforeAll(async () => {
  site = await openMailingSite();
});
afterAll(() => site.close());

const em = () => site.deps.orm.em.fork();

/** A customer that owns 20 units of call recording and 8 of digital fax, unlocked, with its own key. */
async function aCustomer(lines?: object[]) {
  const order = anOrder(lines && { lines });
  expect((await site.call('POST', '/v1/orders', order)).status).toBe(201);
  await site.call('POST', `/v1/orders/${order.number}/unlock`);
  const { id } = order.customer;
  const key = await keyFor(em(), id);
  const declare = (changes: object = {}, headers: object = key) =>
    site.call('POST', `/v1/accounts/${id}/emergencies`, { ...FLOOD, ...changes }, { ...key, ...headers });
  const left = async () => (await site.call('GET', `/v1/accounts/${id}/emergencies`, undefined, key)).body.left;
  return { order, id, key, declare, left };
}

const FLOOD = { application: 'call-recording', capacity: 40, reason: 'A flood in the first site' };
const SALES = [{ application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' }];

describe('an emergency', () => {
  test('grants capacity for five days at once, which can be assigned, and tells the vendor with one e-mail', async () => {
    const { id, declare, left, order: sold } = await aCustomer();
    const { status, body, headers } = await declare();
    expect(status).toBe(201);
    const number = `EMG-${id}-1`;
    const today = dayAt(Date.now(), 'Europe/Rome');
    const lastDay = addDays(today, 4);
    expect(headers.location).toBe(`/v1/orders/${number}`);
    expect(body).toMatchObject({
      ...{ number, stage: 'unlocked', reseller: null, distributor: null, emergency: { reason: FLOOD.reason } },
      deliveries: [{ unlockedAt: expect.any(String) }],
      lines: [
        {
          ...{ application: 'call-recording', license: 'evaluation', capacity: 40, free: 40, care: null },
          ...{ startsOn: today, endsOn: lastDay },
        },
      ],
    });
    const server = await site.call('POST', `/v1/accounts/${id}/servers`, { name: 'Spare', role: 'production' });
    const url = `/v1/servers/${server.body.id}/assignments/call-recording`;
    expect((await site.call('PUT', url, { capacity: 60 })).status).toBe(200);
    const { reaches } = await mailsAbout(number);
    expect(reaches).toEqual([['licensing@vendor.example', 'Acme Hotels declared an emergency']]);
    expect(await left()).toBe(1);

    await site.services.following.follow();
    const { body: events } = await site.call('GET', `/v1/events?account=${id}&types=emergency-declared`);
    expect(events.items).toMatchObject([
      {
        stream: `account/${id}`,
        order: number,
        capacity: 40,
        reason: FLOOD.reason,
        endsOn: lastDay,
      },
    ]);
    const all = await site.call('GET', '/v1/emergencies?limit=1');
    expect(all.body.items).toMatchObject([{ order: number, customer: { id, name: 'Acme Hotels' }, seller: null }]);
    const vendors = await site.call('GET', '/v1/accounts/vendor/events?limit=100');
    expect(vendors.body.items).toContainEqual(expect.objectContaining({ type: 'emergency-declared', order: number }));
    expect(sold.number).not.toBe(number);
  });

  test('is declared by a seller with standing too, who finds it in its own life', async () => {
    const { id, declare } = await aCustomer();
    const seller = await keyFor(em(), 'northwind-voice');
    expect((await declare({ capacity: 1 }, seller)).status).toBe(201);
    const { body } = await site.call('GET', '/v1/accounts/northwind-voice/events?limit=100', undefined, seller);
    expect(body.items).toContainEqual(
      expect.objectContaining({ type: 'emergency-declared', order: `EMG-${id}-1`, seller: 'northwind-voice' }),
    );
  });

  test('is granted to a seller who does not see its order, and other sellers do not hear of that one', async () => {
    const { id, order, declare, key } = await aCustomer();
    const other = { id: `other-${id}`, name: 'Other', email: 'other@other.example' };
    const sold = anOrder({ customer: order.customer, reseller: other });
    await site.call('POST', '/v1/orders', sold);
    await site.call('POST', `/v1/orders/${sold.number}/unlock`);
    const [seller, rival] = [await keyFor(em(), 'northwind-voice'), await keyFor(em(), other.id)];
    const declared = await declare({ capacity: 1 }, seller);
    expect([declared.status, declared.headers.location]).toEqual([201, undefined]);
    const listed = async (as: object) =>
      (await site.call('GET', `/v1/accounts/${id}/emergencies`, undefined, as)).body.items[0];
    expect(await listed(rival)).toMatchObject({ order: declared.body.number, seller: null, by: null });
    for (const as of [seller, key, {}])
      expect(await listed(as)).toMatchObject({ seller: 'northwind-voice', by: expect.stringMatching(/^key/) });
    const visitor = site.visitor((await signInAs(em(), 'northwind-voice')).cookie);
    const { body } = await visitor.get(`/customers/${id}/emergency`);
    expect(body).toContain(declared.body.number);
    expect(body).not.toContain(`href="/orders/${declared.body.number}"`);
    const form = { application: 'call-recording', capacity: '1', reason: 'Once more' };
    const [, request = ''] = /name="request" value="([^"]+)"/.exec(
      (await visitor.post(`/customers/${id}/emergency`, form)).body,
    )!;
    const done = await visitor.post(`/customers/${id}/emergency`, { ...form, request });
    expect([done.status, done.location]).toEqual([303, `/customers/${id}/emergency`]);
  });

  test('tells the vendor once, and nobody has that sent again', async () => {
    const { id, declare } = await aCustomer();
    const { body } = await declare();
    const visitor = site.visitor((await signInAs(em(), id)).cookie);
    expect((await visitor.get(`/orders/${body.number}`)).body).not.toContain('name="copy"');
    expect((await visitor.post(`/orders/${body.number}/mails/1`, { copy: '2' })).status).toBe(404);
  });

  test('of three asked for at once from many places two are granted, and one that is repeated under its key is one', async () => {
    const { id, declare, left } = await aCustomer();
    const same = { 'idempotency-key': `flood-${id}` };
    const repeated = await Promise.all([declare({}, same), declare({}, same), declare({}, same)]);
    expect(repeated.map(({ status, body }) => [status, body.number])).toEqual(Array(3).fill([201, `EMG-${id}-1`]));
    const others = await Promise.all(
      Array.from({ length: 4 }, () => declare({ application: 'digital-fax', capacity: 1 })),
    );
    expect(others.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(others.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'EMERGENCIES_USED_UP',
      nextAt: expect.any(String),
    });
    expect(await left()).toBe(0);
    expect((await declare({}, same)).body.number).toBe(`EMG-${id}-1`);
  });

  test('grants twice what was owned last at most, also of what has expired or was retired from the catalogue, and nothing that was never owned', async () => {
    const expired = { ...SALES[0], startsOn: '2024-01-01', endsOn: dayAt(Date.now() - 60 * 86_400_000, 'Europe/Rome') };
    const { declare, order } = await aCustomer([expired]);
    expect((await declare({ capacity: 41 })).body).toMatchObject({ code: 'EMERGENCY_TOO_LARGE', most: 40 });
    expect((await declare({ application: 'digital-fax', capacity: 1 })).body).toMatchObject({ most: 0 });
    expect((await declare({ application: 'unheard-of' })).body.code).toBe('APPLICATION_UNKNOWN');
    await em().execute(`update deliveries set unlocked_at = null where order_number = ?`, [order.number]);
    expect((await declare()).body).toMatchObject({ code: 'EMERGENCY_TOO_LARGE', most: 0 });
    await em().execute(`update deliveries set unlocked_at = now() where order_number = ?`, [order.number]);
    expect((await declare()).status).toBe(201);
  });

  test('is no ground for another, and moves with the orders on which it was declared', async () => {
    const { declare, order } = await aCustomer(SALES);
    for (let n = 0; n < 2; n += 1) expect((await declare()).status).toBe(201);
    const heir = await aCustomer([{ application: 'digital-fax', capacity: 8, license: 'perpetual' }]);
    expect((await heir.declare()).body).toMatchObject({ code: 'EMERGENCY_TOO_LARGE', most: 0 });
    const moved = { reference: 'MOVE-1', customer: heir.order.customer };
    expect((await site.call('POST', `/v1/orders/${order.number}/transfer`, moved)).body).toEqual({ applied: true });
    expect((await heir.declare({ capacity: 1 })).body.code).toBe('EMERGENCIES_USED_UP');
    expect((await heir.declare({ application: 'digital-fax', capacity: 1 })).status).toBe(201);
    expect((await declare({ capacity: 1 })).body.code).toBe('EMERGENCIES_USED_UP');
  });

  test('passes over a number that the ERP gave to an order of its own, and shortens an id that is too long for one', async () => {
    const { id, declare } = await aCustomer();
    await site.call('POST', '/v1/orders', anOrder({ number: `EMG-${id}-1` }));
    expect((await declare()).body.number).toBe(`EMG-${id}-2`);
    const long = anOrder({ customer: { ...anOrder().customer, id: 'a'.repeat(80) } });
    await site.call('POST', '/v1/orders', long);
    await site.call('POST', `/v1/orders/${long.number}/unlock`);
    const { body } = await site.call('POST', `/v1/accounts/${'a'.repeat(80)}/emergencies`, FLOOD);
    expect(body.number).toMatch(/^EMG-a{61}\.[0-9a-f]{12}-1$/);
  });

  test('that was kept when its process died begins by itself, and is what a repeat means', async () => {
    const { id, declare, left, key } = await aCustomer();
    const dying = createServices({ ...site.deps, temporal: neverReached() });
    const caller = { by: 'key/1', account: { id, kind: 'customer' }, role: 'administrator', scopes: null } as const;
    const asked = { requestId: `died-${id}`, by: caller.by };
    await expect(dying.emergencies.declare(caller, id, FLOOD, asked)).rejects.toThrow('died');
    expect(await beginnings(id)).toEqual([false]);
    expect((await declare()).body.number).toBe(`EMG-${id}-1`);
    expect(await beginnings(id)).toEqual([true]);

    await expect(dying.emergencies.declare(caller, id, FLOOD, { ...asked, requestId: 'again' })).rejects.toThrow(
      'died',
    );
    expect(await left()).toBe(0);
    await em().execute('update unstarted_orders set claimed_until = null');
    await until(async () => (await beginnings(id)).every((began) => began));
    expect((await declare()).body.number).toBe(`EMG-${id}-2`);
    expect((await declare()).body.code).toBe('EMERGENCIES_USED_UP');
    const second = await site.call('GET', `/v1/orders/EMG-${id}-2`, undefined, key);
    expect(second.body.lines[0].free).toBe(40);
  });

  test('that never began counts for nothing once its days are over, and is begun by nobody', async () => {
    const { id, declare, left } = await aCustomer();
    const dying = createServices({ ...site.deps, temporal: neverReached() });
    const caller = { by: 'key/1', account: { id, kind: 'customer' }, role: 'administrator', scopes: null } as const;
    const asked = { requestId: `died-${id}`, by: caller.by };
    await expect(dying.emergencies.declare(caller, id, FLOOD, asked)).rejects.toThrow('died');
    await em().execute(`update emergencies set declared_at = declared_at - interval '10 days' where customer_id = ?`, [
      id,
    ]);
    expect(await left()).toBe(2);
    expect(await beginnings(id)).toEqual([false]);
    expect((await declare()).body).toMatchObject({ number: `EMG-${id}-2`, stage: 'unlocked' });
  });

  test('is declared in the portal by two presses, which say what follows and how many are left; pressed twice it is one', async () => {
    const { id } = await aCustomer();
    const visitor = site.visitor((await signInAs(em(), id)).cookie);
    const url = `/customers/${id}/emergency`;
    expect((await visitor.get(`/customers/${id}`)).body).toContain(`href="${url}"`);
    expect((await visitor.get(url)).body).toContain('2 emergencies are left');
    const form = { application: 'call-recording', capacity: '30', reason: FLOOD.reason };
    expect((await visitor.post(url, { ...form, capacity: '41' })).status).toBe(422);
    const asked = await visitor.post(url, form);
    expect(asked.body).toContain('After this, one is left in 365 days.');
    expect((await beginnings(id)).length).toBe(0);
    const [, request = ''] = /name="request" value="([^"]+)"/.exec(asked.body) ?? [];
    const pressed = await Promise.all([1, 2].map(() => visitor.post(url, { ...form, request })));
    expect(pressed.map(({ status, location }) => [status, location])).toEqual(
      Array(2).fill([303, `/orders/EMG-${id}-1`]),
    );
    expect((await visitor.get(url)).body).toContain('One emergency is left');
    const vendor = site.visitor((await signInAs(em(), 'vendor')).cookie);
    expect((await vendor.get('/emergencies')).body).toContain(`/orders/EMG-${id}-1`);
    expect((await visitor.get('/emergencies')).status).toBe(403);
  });
});

/** Temporal as it is for whoever dies before reaching it. */
function neverReached(): Client {
  const start = () => Promise.reject(new Error('died'));
  return { workflow: { start }, withDeadline: (_: number, call: () => unknown) => call() } as unknown as Client;
}

async function beginnings(customer: string): Promise<boolean[]> {
  const rows = await em().execute<{ began: boolean }[]>(
    `select not exists (select from unstarted_orders u where u.number = e.order_number) as began from emergencies e
     where customer_id = ? order by e.declared_at`,
    [customer],
  );
  return rows.map(({ began }) => began);
}

/** The e-mails about an order, once they have left. */
async function mailsAbout(number: string) {
  const url = `/v1/orders/${number}`;
  await until(async () => (await site.call('GET', url)).body.deliveries[0].mail !== 'due');
  const mails = site.resend.sent.filter(({ text }) => text.includes(number));
  return { reaches: mails.map(({ to, subject }) => [[to].flat().join(), subject]) };
}
