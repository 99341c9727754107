import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ProblemError } from '../../../services/problems/problems.ts';
import { anOrder } from '../../support/api/api.ts';
import { createDeliveries, formOf } from '../../support/api/deliveries.ts';
import { linkTo } from '../../support/portal/html.ts';
import type { Visitor } from '../../support/portal/site.ts';
import { openWorld, type World } from '../../support/api/world.ts';

const DAY_MS = 86_400_000;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const { signedIn, aDelivery, anUnlocked, assignToNew } = createDeliveries(() => world);

describe('a reseller', () => {
  test('sees what needs attention first, unlocks it with two presses, and assigns it to a server named in the same step', async () => {
    const { order, reseller, page } = await aDelivery();
    const list = await reseller.get(`/customers?q=${order.customer.id}`);
    expect(list.body).toMatch(/To unlock\D*1/);
    const locked = await reseller.get(page);
    expect(locked.body).toContain('Locked 8');
    const unlock = linkTo(locked.body, `Unlock order ${order.number}`);
    expect((await reseller.get(unlock)).body).toContain('can it be locked again');
    expect((await reseller.get(page)).body).toContain('Locked 8');

    const pressed = await reseller.post(unlock);
    expect(pressed.status).toBe(303);
    expect((await reseller.get(pressed.location!)).body).toContain('Unlocked on');
    const assigned = await assignToNew(reseller, page, 5);
    expect(assigned.status).toBe(303);
    const after = await reseller.get(assigned.location!);
    for (const text of ['Saved', 'Undo', 'Main exchange', 'Copy the token of Main exchange'])
      expect(after.body).toContain(text);
    for (const text of ['Assigned 5', 'Free 3']) expect((await reseller.get(page)).body).toContain(text);
  });

  test('sorts its customers by what needs attention, by name, and by what ends first', async () => {
    const party = (name: string) => ({ customer: { ...anOrder().customer, name } });
    const { reseller } = await anUnlocked(party('Aaron'));
    const endsOn = new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10);
    await world.deliver(anOrder(party('Zoe')));
    const lines = [{ application: 'digital-fax', capacity: 8, license: 'subscription', endsOn }];
    const soon = anOrder({ ...party('Miriam'), lines });
    await world.deliver(soon);
    await world.call('POST', `/v1/orders/${soon.number}/unlock`);
    const names = async (sort: string) =>
      (await reseller.get(`/customers?sort=${sort}`)).body.match(/(?<=<bdi dir="auto">)(Aaron|Miriam|Zoe)/g);
    expect(await names('attention')).toEqual(['Zoe', 'Miriam', 'Aaron']);
    expect(await names('name')).toEqual(['Aaron', 'Miriam', 'Zoe']);
    expect(await names('end')).toEqual(['Miriam', 'Aaron', 'Zoe']);
  });

  test('sends the form of a new server twice and gets one server', async () => {
    const { reseller, page } = await anUnlocked();
    const { body } = await reseller.get(`${page}/assign?application=digital-fax`);
    const form = formOf(body, { 'name:new-1': 'Once', 'set:new-1:digital-fax:0': '2' });
    const [first, second] = [await reseller.post(`${page}/assign`, form), await reseller.post(`${page}/assign`, form)];
    expect(second.location).toBe(first.location);
    expect((await reseller.get(page)).body.match(/>Once</g)).toHaveLength(2);
  });

  test('is refused more than is free with the number, and finds what was typed', async () => {
    const { reseller, page } = await anUnlocked();
    const refused = await assignToNew(reseller, page, 9, 'Too much');
    expect(refused.status).toBe(409);
    for (const text of ['Not enough is free.', '8 channels', 'value="9"', 'value="Too much"'])
      expect(refused.body).toContain(text);
  });

  test('moves capacity between servers in one form, each with its own outcome', async () => {
    const { reseller, page } = await anUnlocked();
    const { server: first } = await assignToNew(reseller, page, 8, 'First');
    const { server: second } = await assignToNew(reseller, page, 0, 'Second');
    const { body } = await reseller.get(`${page}/assign?application=digital-fax`);
    const form = formOf(body, { [`set:${first}:digital-fax:8`]: '3', [`set:${second}:digital-fax:0`]: '5' });
    expect((await reseller.post(`${page}/assign`, form)).status).toBe(303);
    expect((await reseller.get(page)).body).toContain('Free 0');
  });

  test('learns who was faster, and loses nothing typed', async () => {
    const { reseller, page, customer } = await anUnlocked();
    const { server } = await assignToNew(reseller, page, 1);
    const [slow, quick] = [reseller, await signedIn(customer)];
    const field = (held: number) => `set:${server}:digital-fax:${held}`;
    const open = async (visitor: Visitor) => formOf((await visitor.get(`${page}/assign?server=${server}`)).body);
    const [opened, other] = [await open(slow), await open(quick)];
    expect((await quick.post(`${page}/assign`, { ...other, [field(1)]: '2' })).status).toBe(303);
    const refused = await slow.post(`${page}/assign`, { ...opened, [field(1)]: '7' });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatch(/Acme Hotels changed this/);
    expect(refused.body).toContain('value="7"');
    expect(refused.body).toContain('Now 2 channels');
    const again = { ...(await open(slow)), [field(2)]: '7' };
    expect((await slow.post(`${page}/assign`, again)).status).toBe(303);
  });

  test('opens somebody else’s customer, order and server, and finds nothing', async () => {
    const { order, page, reseller } = await anUnlocked();
    const { server } = await assignToNew(reseller, page, 1);
    const other = anOrder({ reseller: { id: 'other-voice', name: 'Other Voice', email: 'o@other.example' } });
    await world.deliver(other);
    // It manages a customer of its own, and tries to reach another's through that.
    expect((await world.call('POST', `/v1/orders/${other.number}/unlock`, {})).body).toEqual({ applied: true });
    const stranger = await signedIn('other-voice');
    for (const path of [page, `${page}/servers/${server}`, `/orders/${order.number}`, `${page}/licenses.csv`])
      expect((await stranger.get(path)).status).toBe(404);
    const foreign = `/customers/${other.customer.id}/servers/${server}`;
    expect((await stranger.get(foreign)).status).toBe(404);
    const take = { [`set:${server}:digital-fax:1`]: '0' };
    const stolen = await stranger.post(`/customers/${other.customer.id}/assign`, take);
    expect(stolen.status).toBe(404);
    expect((await reseller.get(page)).body).toContain('Assigned 1');
  });
});

describe('a customer', () => {
  test('finds its licenses, and never sees what is locked', async () => {
    const { order, customer, page } = await anUnlocked();
    const later = anOrder({
      customer: order.customer,
      lines: [{ application: 'voicemail', capacity: 9, license: 'perpetual', care: { endsOn: '2099-12-31' } }],
    });
    await world.deliver(later);
    const visitor = await signedIn(customer);
    expect((await visitor.get('/')).body).toContain(`href="${page}"`);
    const { body } = await visitor.get(page);
    expect(body).toContain('Digital Fax');
    for (const secret of ['Voicemail', 'Locked', later.number]) expect(body.split('<tbody>')[1]).not.toContain(secret);
    expect((await visitor.get(`/orders/${later.number}`)).status).toBe(404);
    expect((await visitor.get(`${page}/licenses.csv`)).body).not.toContain('Voicemail');
    expect((await visitor.post(`/orders/${later.number}/unlock/1`)).status).toBe(404);
  });

  test('replaces a broken machine in one step, and retires a server with all it has', async () => {
    const { customer, page, order } = await anUnlocked();
    const visitor = await signedIn(customer);
    const { server } = await assignToNew(visitor, page, 4);
    const address = `${page}/servers/${server}`;
    const token = /data-copy="([^"]+)"/.exec((await visitor.get(address)).body)![1];
    expect((await visitor.get(`${address}/replace`)).body).toContain('keeps its name');
    expect((await visitor.post(`${address}/replace`)).location).toBe(address);
    const replaced = (await visitor.get(address)).body;
    expect(/data-copy="([^"]+)"/.exec(replaced)![1]).not.toBe(token);
    expect(replaced).toContain('A new Activation Token was made.');

    expect((await visitor.post(`${address}/retire`)).location).toBe(address);
    expect((await visitor.get(`${address}/retire`)).location).toBe(address);
    expect((await visitor.get(page)).body).toContain('Free 8');
    expect((await visitor.get(address)).body).toContain('This server was retired.');
    expect((await visitor.get(`/orders/${order.number}`)).body).toContain('gave back 4 channels of Digital Fax');
  });
});

test('several orders are unlocked with one press, each with what became of it, and nobody unlocks what is another’s', async () => {
  const { order: one, reseller } = await aDelivery();
  const [two, changed] = [anOrder(), anOrder()];
  const foreign = anOrder({ reseller: { id: 'other-voice', name: 'Other Voice', email: 'o@other.example' } });
  for (const order of [two, changed, foreign]) await world.deliver(order);
  for (const { number } of [one, two, changed])
    expect((await reseller.get(`/orders?q=${number}`)).body).toContain(`Choose order ${number}"`);
  const chosen = new URLSearchParams(
    [one, two, changed, foreign].map(({ number }): [string, string] => ['order', number]),
  );
  const { body } = await reseller.get(`/unlocking?${chosen.toString()}`);
  expect(body).toContain('Unlock (3)');
  // The address that the page asks itself again from has what was asked for.
  expect(body.split('<main')[1]!.replace(/<[^>]*>/g, '')).not.toContain(foreign.number);
  const amended = { reference: 'A-1', lines: [{ application: 'voicemail', capacity: 2, license: 'perpetual' }] };
  await world.call('POST', `/v1/orders/${changed.number}/amendments`, amended);
  // One is not answered for, which keeps none of the others.
  jest.spyOn(world.services.orders, 'unlock').mockRejectedValueOnce(new ProblemError('TEMPORAL_UNAVAILABLE'));
  const cut = await reseller.post('/unlocking', { ...formOf(body), [`unlock:${foreign.number}/1`]: '1' });
  const first = await reseller.get(cut.location!);
  expect(first.body.match(/It is not known yet/g)).toHaveLength(1);
  const { location } = await reseller.post('/unlocking', { ...formOf(body), [`unlock:${foreign.number}/1`]: '1' });
  const said = (await reseller.get(location!)).body;
  expect(said.match(/> Unlocked</g)).toHaveLength(2);
  expect(said).toContain('Changed meanwhile, and not unlocked');
  expect(said).toContain(`/customers/${two.customer.id}/assign`);
  const stateOf = async ({ number }: { number: string }) =>
    (await world.call('GET', `/v1/orders/${number}`)).body.stage;
  expect(await Promise.all([one, two, changed, foreign].map(stateOf))).toEqual([
    ...['unlocked', 'unlocked', 'locked', 'locked'],
  ]);
  const again = await reseller.post('/unlocking', formOf(said));
  expect((await reseller.get(again.location!)).body).toContain('> Unlocked<');
  expect((await reseller.get('/unlocking')).body).toContain('Nothing to unlock is chosen');
});

test('more orders at once than a page has are refused, and none of them is left out silently', async () => {
  const { reseller } = await aDelivery();
  const many = Array.from({ length: 51 }, (_, index): [string, string] => [`unlock:SO-MANY-${index}/1`, '1']);
  expect((await reseller.post('/unlocking', Object.fromEntries(many))).status).toBe(400);
});

test('a viewer sees everything and is offered nothing', async () => {
  const { reseller, customer, page, order } = await anUnlocked();
  const { server } = await assignToNew(reseller, page, 4);
  const viewer = await signedIn(customer, 'viewer');
  for (const path of [page, `${page}/servers/${server}`, `/orders/${order.number}`]) {
    const { status, body } = await viewer.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(body.split('<main')[1]).not.toMatch(/method="post"|data-copy|class="btn btn-primary/);
  }
  for (const path of [`${page}/assign`, `${page}/servers/new`, `${page}/servers/${server}/rotate`])
    expect((await viewer.post(path)).status).toBe(403);
});

test('a stranger is led to signing in, and back', async () => {
  const { page } = await aDelivery();
  const answer = await world.visitor().get(page);
  expect([answer.status, answer.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(page)}`]);
  const asking = await world.visitor().get(page, { 'hx-request': 'true' });
  expect([asking.status, asking.headers['hx-redirect']]).toEqual([204, answer.location]);
});

test('orders are found by any part of a number or of the name of a party, in any case, however short it is', async () => {
  const { order } = await aDelivery({ customer: { ...anOrder().customer, name: 'Ünïcode 100% Żoo_Hotel' } });
  const vendor = await signedIn('vendor');
  const finds = async (q: string) =>
    (await vendor.get(`/orders?${new URLSearchParams({ q }).toString()}`)).body.includes(`/orders/${order.number}"`);
  const { name, id } = order.customer;
  for (const q of [
    order.number.toLowerCase(),
    name,
    'ÜNÏCODE',
    'unicode',
    'żoo_h',
    '00% Ż',
    'żo',
    '%',
    '_',
    id.slice(1, -1),
  ])
    expect([q, await finds(q)]).toEqual([q, true]);
  for (const q of ['oo%h', 'q!']) expect([q, await finds(q)]).toEqual([q, false]);
});

test('the vendor sees every order with its life in sentences, and follows it into Temporal', async () => {
  const { order, page, reseller } = await anUnlocked();
  await assignToNew(reseller, page, 4);
  const vendor = await signedIn('vendor');
  expect((await vendor.get(`/orders?q=${order.number}`)).body).toContain('Acme Hotels');
  const { body } = await vendor.get(`/orders/${order.number}`);
  for (const text of [
    `${order.number}⁩ was delivered, locked.`,
    `The licenses of \u2068${order.number}\u2069 were unlocked.`,
    'was given 4 channels of Digital Fax',
  ])
    expect(body).toContain(text);
  expect(body).toContain(`/namespaces/default/workflows/order%2F${order.number}`);
  expect((await reseller.get(`/orders/${order.number}`)).body).not.toContain('/namespaces/');
});

test('the life of an order names what was unlocked, and what a renewal left of each line', async () => {
  const { order, reseller } = await anUnlocked();
  const at = `/orders/${order.number}`;
  const line = { application: 'voicemail', capacity: 3, license: 'perpetual', startsOn: '2026-01-01' };
  await world.call('POST', `/v1${at}/expansions`, { reference: 'PO-77', lines: [line] });
  await world.until(async () => (await world.call('GET', `/v1${at}`)).body.deliveries.length === 2);
  await reseller.post(`${at}/unlock/2`);
  const lines = [{ line: '1' }, { line: '2', capacity: 5 }];
  await world.call('POST', `/v1${at}/renewals`, { reference: 'R-9', endsOn: '2100-12-31', lines, confirmFar: true });
  const life = (await reseller.get(at)).body.split('What happened')[1]!.replace(/<[^>]*>|[\u2068\u2069]/g, '');
  expect(life).toMatch(/The licenses of PO-77 were unlocked/);
  expect(life).toMatch(/Renewed until Dec 31, 2100 \(R-9\)\./);
  expect(life).toContain('Digital Fax: 8 channels, as before');
  expect(life).toMatch(/Call Recording: .*5 /);
});

test('a suspended order is said to be so by the row, the server, the order’s lines and the download, until it is resumed', async () => {
  const { order, customer, page } = await anUnlocked();
  const open = anOrder({ customer: order.customer });
  await world.deliver(open);
  const visitor = await signedIn(customer);
  const { server } = await assignToNew(visitor, page, 5);
  const suspension = (method: string, body?: object) =>
    world.call(method, `/v1/orders/${order.number}/suspension`, body);
  await suspension('PUT', { reason: 'Payment is late' });
  const badge = (text: string) => new RegExp(`class="state state-danger"><svg[^]*?</svg> ${text}</span>`);

  const row = (await visitor.get(page)).body.split('id="digital-fax"')[1]!.split('</tr>')[0]!;
  expect(row).toMatch(badge('Suspended'));
  expect(row.split(/data-label="Care/)[0]).not.toContain('Active');
  expect((await visitor.get(`${page}/licenses.csv`)).body).toMatch(
    /Digital Fax,Perpetual license,8,channels,5,,3,0,8,,Suspended/,
  );
  const onServer = (await visitor.get(`${page}/servers/${server}`)).body;
  expect(onServer).toContain(`Order ${order.number}: Suspended`);
  for (const body of [onServer, (await visitor.get(page)).body]) expect(body).toMatch(badge('Suspended: 5 channels'));
  expect((await visitor.get(`/orders/${order.number}`)).body.split('<table')[1]).toMatch(badge('Suspended'));

  await world.call('POST', `/v1/orders/${open.number}/unlock`);
  const partly = (await visitor.get(page)).body.split('id="digital-fax"')[1]!.split('</tr>')[0]!;
  expect(partly).toMatch(badge('Suspended'));
  expect(partly).toContain('<strong> 8 channels</strong>');

  await suspension('DELETE');
  for (const path of [page, `${page}/licenses.csv`, `/orders/${order.number}`])
    expect((await visitor.get(path)).body.split('What happened')[0]).not.toMatch(/Suspended[^,]/);
  expect((await visitor.get(`${page}/servers/${server}`)).body).not.toContain('Suspended');
});

test('a page that follows changes is answered with nothing until something changes', async () => {
  const { reseller, page } = await anUnlocked();
  const first = await reseller.get(page);
  const tag = /hx-ptag="([^"]+)"/.exec(first.body)![1]!;
  expect(first.headers['hx-ptag']).toBe(tag);
  const quiet = await reseller.get(page, { 'hx-request': 'true', 'hx-ptag': tag });
  expect([quiet.status, quiet.body]).toEqual([304, '']);
  await assignToNew(reseller, page, 4);
  const news = await reseller.get(page, { 'hx-request': 'true', 'hx-ptag': tag });
  expect([news.status, news.headers['hx-ptag'] === tag]).toEqual([200, false]);
});

test('filter, search and sort stand in the address', async () => {
  const line = { license: 'subscription', startsOn: '2026-01-01' };
  const { reseller, page } = await anUnlocked({
    lines: [
      { ...line, application: 'digital-fax', capacity: 5, endsOn: '2050-12-31' },
      { ...line, application: 'call-recording', capacity: 8, endsOn: '2060-12-31' },
      { ...line, application: 'voicemail', capacity: 20, endsOn: '2055-12-31' },
    ],
  });
  const names = async (query: string) =>
    [...(await reseller.get(`${page}?${query}`)).body.matchAll(/class="fs-3">([^<]+)<\/span>/g)].map(
      ([, name]) => name,
    );
  expect(await names('')).toEqual(['Call Recording', 'Digital Fax', 'Voicemail']);
  expect(await names('sort=name')).toEqual(['Call Recording', 'Digital Fax', 'Voicemail']);
  expect(await names('sort=end')).toEqual(['Digital Fax', 'Voicemail', 'Call Recording']);
  expect(await names('sort=free')).toEqual(['Voicemail', 'Call Recording', 'Digital Fax']);
  expect(await names('q=fax')).toEqual(['Digital Fax']);
  expect(await names('show=locked')).toEqual([]);
  expect((await reseller.get(`${page}?q=nothing`)).body).toContain('Nothing matches');
});

test('of two who change a webhook at once the later one is told so, and overwrites nothing before looking again', async () => {
  const vendor = await signedIn('vendor');
  const list = '/accounts/vendor/webhooks';
  const { body } = await vendor.get(list);
  await vendor.post(list, {
    ...formOf(body.slice(body.indexOf('name="request"') - 400)),
    url: 'https://old.example.com/',
  });
  const page = `${list}/${/webhooks\/(whk_[\w-]+)/.exec((await vendor.get(list)).body)![1]}`;
  const opened = (await vendor.get(page)).body;
  const seen = /name="seen" value="(\w+)"/.exec(opened)![1]!;
  const [first, second] = [
    { seen, url: 'https://new.example.com/', description: '' },
    { seen, url: 'https://old.example.com/', description: 'ERP' },
  ];
  for (let turn = 0; turn < 2; turn += 1) expect((await vendor.post(page, first)).status).toBe(303);
  for (const late of [
    await vendor.post(page, second),
    await vendor.post(`${page}/state`, { seen, state: 'disabled' }),
  ]) {
    expect([late.status, late.body.includes('The webhook was changed meanwhile.')]).toEqual([409, true]);
    expect(late.body).toContain('https://new.example.com/');
  }
  const again = /name="seen" value="(\w+)"/.exec((await vendor.get(page)).body)![1]!;
  expect((await vendor.post(page, { ...second, seen: again })).status).toBe(303);
});
