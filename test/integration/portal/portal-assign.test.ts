import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ProblemError, type ProblemCode } from '../../../services/problems/problems.ts';
import { createDeliveries, formOf } from '../../support/api/deliveries.ts';
import { linkTo, valueOf } from '../../support/portal/html.ts';
import type { Visitor } from '../../support/portal/site.ts';
import { openWorld, type World } from '../../support/api/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  jest.restoreAllMocks();
});

const { signedIn, anUnlocked, aDelivery, assignToNew } = createDeliveries(() => world);

/** The next time that a capacity is set, the service answers with a problem instead. */
function refuseOnce(code: ProblemCode, details: Record<string, number> = {}): void {
  jest.spyOn(world.services.servers, 'setCapacity').mockRejectedValueOnce(new ProblemError(code, { details }));
}

const FAX = 'digital-fax';
const noticeIn = (body: string) => /<div class="notice[^]*?<h2>([^]*?)<\/h2>/.exec(body)?.[1];
/** The name of the field of fax on a server, which says what it has. */
const fieldIn = (body: string, server: string) => new RegExp(`name="(set:${server}:${FAX}:\\d+)"`).exec(body)![1]!;
const undoOf = (body: string) => formOf(body.slice(body.indexOf('name="undo"') - 50));

/** Has a capacity set from the server's own page. */
async function setOn(visitor: Visitor, page: string, server: string, capacity: number) {
  const { body } = await visitor.get(`${page}/assign?server=${server}`);
  return visitor.post(`${page}/assign`, formOf(body, { [fieldIn(body, server)]: `${capacity}` }));
}

describe('an undo', () => {
  test('takes an assignment back, says so, and is not offered to be undone', async () => {
    const { reseller, page } = await anUnlocked();
    const { location, server } = await assignToNew(reseller, page, 5);
    const undone = await reseller.post(`${page}/assign`, undoOf((await reseller.get(location!)).body));
    expect(undone.location).toMatch(new RegExp(`^${page}\\?undone=${server}`));
    const { body } = await reseller.get(undone.location!);
    expect([noticeIn(body), body.includes('name="undo"')]).toEqual(['Undone. It is as it was before', false]);
    expect(body).toContain('Free 8');
  });

  test('leads back to the server on whose page it was pressed', async () => {
    const { reseller, page } = await anUnlocked();
    const { server } = await assignToNew(reseller, page, 5);
    const { location } = await setOn(reseller, page, server, 7);
    const undone = await reseller.post(`${page}/assign`, undoOf((await reseller.get(location!)).body));
    expect(undone.location).toMatch(new RegExp(`^${page}/servers/${server}\\?undone=`));
    const { body } = await reseller.get(undone.location!);
    expect(noticeIn(body)).toBe('Undone. It is as it was before');
    expect(body.split('id="holds"')[1]).toContain('5 channels');
  });

  test.each(['the customer', 'the server'])(
    'from the page of %s that somebody was faster than says who, keeps what it was before, and can be saved',
    async (where) => {
      const { reseller, page, customer } = await anUnlocked();
      const { location, server } = await assignToNew(reseller, page, 5);
      const place = where === 'the server' ? `${page}/servers/${server}` : page;
      const path = location!.replace(`${page}/tokens`, place);
      const undo = undoOf((await reseller.get(path)).body);
      await setOn(await signedIn(customer), page, server, 2);
      const refused = await reseller.post(`${page}/assign`, undo);
      expect([refused.status, noticeIn(refused.body)]).toEqual([409, 'Not everything could be undone']);
      expect(refused.body).toContain('Acme Hotels changed this');
      expect(refused.body).toContain('Now 2 channels');
      expect(valueOf(refused.body, fieldIn(refused.body, server))).toBe('0');
      expect((await reseller.post(`${page}/assign`, formOf(refused.body))).status).toBe(303);
      expect((await reseller.get(page)).body).toContain('Free 8');
    },
  );

  test('of what was given away meanwhile says what is free', async () => {
    const { reseller, page } = await anUnlocked();
    const { server } = await assignToNew(reseller, page, 5);
    const { location } = await setOn(reseller, page, server, 1);
    const undo = undoOf((await reseller.get(location!)).body);
    await assignToNew(reseller, page, 6, 'Another');
    const refused = await reseller.post(`${page}/assign`, undo);
    expect([refused.status, valueOf(refused.body, fieldIn(refused.body, server))]).toEqual([409, '5']);
    expect(refused.body).toContain('Not enough is free. Free: 1 channel.');
    const italian = linkTo(refused.body, 'Italiano').replaceAll('&amp;', '&');
    const { status, body } = await reseller.get(italian);
    expect([status, body.includes('Assegna a ')]).toEqual([200, true]);
  });

  test('on a server that was retired meanwhile says that it was', async () => {
    const { reseller, page } = await anUnlocked();
    const { location, server } = await assignToNew(reseller, page, 5);
    const undo = undoOf((await reseller.get(location!)).body);
    await reseller.post(`${page}/servers/${server}/retire`);
    for (const form of [undo, { ...undo, server }]) {
      const refused = await reseller.post(`${page}/assign`, form);
      expect([refused.status, refused.body.includes('The server was retired.')]).toEqual([409, true]);
    }
  });
});

describe('a server that is named in the same step', () => {
  test('is not made when not enough is free, and is made under the name of the next try', async () => {
    const { reseller, page } = await anUnlocked();
    const refused = await assignToNew(reseller, page, 9, 'Tpyo');
    expect([refused.status, refused.body.includes('Free: 8 channels')]).toEqual([409, true]);
    expect((await reseller.get(page)).body).not.toContain('Tpyo');
    const saved = await reseller.post(
      `${page}/assign`,
      formOf(refused.body, { 'name:new-1': 'Typo', [fieldIn(refused.body, 'new-1')]: '8' }),
    );
    expect(saved.status).toBe(303);
    const { body } = await reseller.get(page);
    expect([body.includes('>Typo<'), body.includes('Tpyo')]).toEqual([true, false]);
  });

  test.each([
    ['INSUFFICIENT_CAPACITY', 'Not enough is free.'],
    ['OUTCOME_UNKNOWN', 'It is not known yet whether this was saved.'],
  ] as const)(
    'and was made, but met %s when it was to be given something, is said to be there, and takes the next try',
    async (code, sentence) => {
      const { reseller, page } = await anUnlocked();
      refuseOnce(code, { free: 3 });
      const refused = await assignToNew(reseller, page, 4, 'New wing');
      expect(refused.status).toBe(409);
      for (const text of ['The server New wing was made', sentence]) expect(refused.body).toContain(text);
      const form = formOf(refused.body);
      const field = Object.keys(form).find((name) => name.startsWith('set:srv_'))!;
      expect([form[field], form['name:new-1'], form[`set:new-1:${FAX}:0`]]).toEqual(['4', '', '']);
      expect((await reseller.post(`${page}/assign`, form)).status).toBe(303);
      const { body } = await reseller.get(page);
      expect(body).toContain('Free 4');
      expect(body.match(/>New wing<\/bdi><\/a><div/g)).toHaveLength(1);
    },
  );
});

test('a new server by a name that another has is refused at its fields, and none is made', async () => {
  const { reseller, page } = await anUnlocked();
  await assignToNew(reseller, page, 1, 'Lobby');
  const refused = await assignToNew(reseller, page, 1, 'LOBBY');
  expect([refused.status, refused.body.includes('Another server has this name.')]).toEqual([409, true]);
  expect(formOf(refused.body)['name:new-1']).toBe('LOBBY');
  expect((await reseller.get(page)).body).not.toContain('>LOBBY<');
});

test('what was refused once is not refused for good: the same form, saved again, is tried again', async () => {
  const { reseller, page, order } = await anUnlocked();
  const { server: full } = await assignToNew(reseller, page, 8, 'Full');
  const { server } = await assignToNew(reseller, page, 0, 'Empty');
  const refused = await setOn(reseller, page, server, 3);
  expect([refused.status, refused.body.includes('Not enough is free.')]).toEqual([409, true]);
  await setOn(reseller, page, full, 5);
  const again = await reseller.post(`${page}/assign`, formOf(refused.body));
  expect(again.status).toBe(303);
  expect((await world.call('GET', `/v1/orders/${order.number}`)).body.lines[0]).toMatchObject({ free: 0 });
});

test('a server for which nothing is unlocked is told what has to happen first, instead of a button', async () => {
  const { page, customer } = await aDelivery();
  const visitor = await signedIn(customer);
  const { body } = await visitor.get(`${page}/servers/new`);
  const { location } = await visitor.post(`${page}/servers/new`, formOf(body, { name: 'Early' }));
  const empty = await visitor.get(`${page}/assign?server=${location!.split('/').at(-1)}`);
  const main = empty.body.split('<main')[1]!;
  expect([empty.status, main.includes('<form')]).toEqual([200, false]);
  expect(main).toContain('There is nothing to assign');
  expect(main).toContain('As soon as whoever sold the licenses has unlocked them');
});

describe('adding a server', () => {
  const open = async () => {
    const { reseller, page } = await anUnlocked();
    return { reseller, page, form: formOf((await reseller.get(`${page}/servers/new`)).body, { name: 'Annex' }) };
  };

  test.each([
    ['OUTCOME_UNKNOWN', 'It is not known yet whether this was saved.'],
    ['TEMPORAL_UNAVAILABLE', 'Nothing can be changed at this moment.'],
  ] as const)(
    'that meets %s keeps what was typed, and makes one server when it is sent again',
    async (code, sentence) => {
      const { reseller, page, form } = await open();
      jest.spyOn(world.services.servers, 'register').mockImplementationOnce(async (...asked) => {
        await world.services.servers.register(...asked);
        throw new ProblemError(code);
      });
      const away = await reseller.post(`${page}/servers/new`, { ...form, role: 'test' });
      expect([away.status, away.body.includes(sentence)]).toEqual([503, true]);
      expect(away.body).toContain('<option value="test" selected="">');
      const again = formOf(away.body);
      expect(again).toEqual(form);
      const made = await reseller.post(`${page}/servers/new`, { ...again, role: 'test' });
      expect(made.status).toBe(303);
      expect((await reseller.get(page)).body.match(/>Annex<\/bdi><\/a><div/g)).toHaveLength(1);
    },
  );

  test('by another name with a form that made one already says so, and makes it when it is sent once more', async () => {
    const { reseller, page, form } = await open();
    await reseller.post(`${page}/servers/new`, form);
    const told = await reseller.post(`${page}/servers/new`, { ...form, name: 'Second annex' });
    expect([told.status, noticeIn(told.body)]).toEqual([409, 'This form has made a server already, named Annex']);
    expect((await reseller.post(`${page}/servers/new`, formOf(told.body))).status).toBe(303);
    const { body } = await reseller.get(page);
    for (const name of ['Annex', 'Second annex']) expect(body).toContain(`>${name}<`);
  });
});
