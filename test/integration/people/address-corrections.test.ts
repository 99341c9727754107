import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { changeAccount } from '../../../db/queries/accounts/accounts.ts';
import { reached } from '../../../services/reached.ts';
import { anOrder } from '../../support/api/api.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';

let site: MailingSite;
beforeAll(async () => {
  site = await openMailingSite();
});
afterAll(() => site.close());

let made = 0;
let real: Record<'accounts' | 'mails' | 'post', object>;
beforeEach(() => {
  const { accounts, mails, post } = site.services;
  real = { accounts: { ...accounts }, mails: { ...mails }, post: { ...post } };
});
afterEach(async () => {
  revive();
  await site.deps.orm.em.fork().execute('delete from address_corrections');
});

const revive = () => {
  for (const part of ['accounts', 'mails', 'post'] as const) Object.assign(site.services[part], real[part]);
};
const rows = (sql: string, values: unknown[] = []) =>
  site.deps.orm.em.fork().execute<Record<string, unknown>[]>(sql, values);

/** A reseller whose address is mistyped, with locked orders whose e-mails went there. */
async function mistyped(orders = 2) {
  const mark = `${Date.now()}-${(made += 1)}`;
  const reseller = { id: `typo-${mark}`, name: 'Typo', email: `typo-${mark}@wrong.example` };
  const numbers: string[] = [];
  for (let index = 0; index < orders; index += 1) {
    const order = anOrder({ reseller });
    await site.call('POST', '/v1/orders', order);
    numbers.push(order.number);
  }
  const mailsOf = async () =>
    (await Promise.all(numbers.map((number) => site.services.mails.readMails(number)))).map((mails) =>
      (mails[0]?.copies ?? []).map(({ recipient, state }) => `${state} ${recipient.split('@')[0]}`),
    );
  const mailed = (...recipients: string[]) => numbers.map(() => recipients.map((recipient) => `sent ${recipient}`));
  const areMailed = async (...recipients: string[]) => {
    await reached(async () => JSON.stringify(await mailsOf()) === JSON.stringify(mailed(...recipients)), 10_000);
    expect(await mailsOf()).toEqual(mailed(...recipients));
  };
  await areMailed(`typo-${mark}`);
  const correct = (right = `right-${mark}`, wrong = reseller.email) =>
    site.call('POST', `/v1/accounts/${reseller.id}/address-corrections`, { wrong, right: `${right}@right.example` });
  const invitations = (right = `right-${mark}`) =>
    site.posted
      .filter(({ to, subject }) => to.startsWith(right) && !subject.includes('SO-'))
      .map((mail) => mail.idempotencyKey);
  const owed = () => rows('select * from address_corrections where account_id = ?', [reseller.id]);
  const linksOf = () =>
    rows('select generation from unlock_links where order_number = any(?::text[]) order by 1', [`{${numbers.join()}}`]);
  return { mark, reseller, numbers, areMailed, correct, invitations, owed, linksOf };
}

/** A minute passes, and a process looks. */
async function later(): Promise<void> {
  await rows(`update address_corrections set claimed_until = now() - interval '1 second'`);
  await site.services.correcting.tryAll();
  await site.services.post.settled();
}

const dead = () => Promise.reject(new Error('the process dies here'));

/** Where the process that corrects an address dies, once what the account is was changed. */
const DYING: Record<string, () => void> = {
  'before anything else was done': () => {
    const { readAccount } = site.services.accounts;
    let reads = 0;
    site.services.accounts.readAccount = (id) => (reads++ === 0 ? readAccount(id) : dead());
  },
  'when the links were replaced and none was mailed': () => {
    site.services.mails.sendAgain = dead;
  },
  'between two e-mails': () => {
    const mails = { ...site.services.mails };
    let sent = 0;
    site.services.mails.sendAgain = (...about) => (sent++ === 0 ? mails.sendAgain(...about) : dead());
  },
  'before the invitation was sent': () => {
    site.services.post.send = () => undefined;
  },
};

test.each(Object.keys(DYING))(
  'what follows from a correction is done without being asked for again, also where the process dies %s',
  async (when) => {
    const { mark, areMailed, correct, invitations, owed, linksOf } = await mistyped();
    DYING[when]!();
    const { status } = await correct();
    expect(status).toBe(when === 'before the invitation was sent' ? 200 : 500);
    await site.services.post.settled();
    revive();
    expect(await owed()).toHaveLength(1);
    // Whoever made it has a minute; nobody else is at it before.
    await site.services.correcting.tryAll();
    expect(await owed()).toHaveLength(1);
    for (let times = 0; times < 3; times += 1) {
      await later();
      await areMailed(`typo-${mark}`, `right-${mark}`);
      expect([await owed(), new Set(invitations()).size]).toEqual([[], 1]);
    }
    expect(await linksOf()).toEqual([{ generation: 1 }, { generation: 1 }]);
  },
);

test('an e-mail that is still on its way to the wrong address is followed by one to the right one, by itself', async () => {
  const { mark, numbers, areMailed, correct, owed, invitations } = await mistyped(1);
  await rows(`update mails set state = 'due' where order_number = ?`, [numbers[0]]);
  const { body } = await correct();
  expect(body).toMatchObject({ links: [], due: [{ order: numbers[0], delivery: '1' }] });
  await site.services.post.settled();
  await later();
  await later();
  expect(invitations()).toHaveLength(1);
  expect(await owed()).toMatchObject([{ invited_at: expect.anything() }]);
  await rows(`update mails set state = 'sent' where order_number = ?`, [numbers[0]]);
  await later();
  await areMailed(`typo-${mark}`, `right-${mark}`);
  expect(await owed()).toEqual([]);
});

test('an order that is kept with the wrong address and has not begun is owed, too', async () => {
  const { mark, reseller, correct, owed } = await mistyped(1);
  const order = anOrder({ reseller });
  await rows(
    `with kept as (insert into intakes (number, content, content_hash, received_at) values (?, ?, '', now()) returning number)
     insert into unstarted_orders (number, received_at, claimed_until) select number, now(), now() + interval '1 hour' from kept`,
    [order.number, JSON.stringify(order)],
  );
  expect((await correct()).body).toMatchObject({ due: [{ order: order.number, delivery: '1' }] });
  await site.services.post.settled();
  await later();
  expect(await owed()).toHaveLength(1);
  // It begins.
  await rows('delete from unstarted_orders where number = ?', [order.number]);
  await rows('delete from intakes where number = ?', [order.number]);
  await site.call('POST', '/v1/orders', order);
  const recipients = async () =>
    (await site.services.mails.readMails(order.number))[0]?.copies.map(({ recipient }) => recipient.split('@')[0]) ??
    [];
  await reached(async () => (await recipients()).length === 1, 10_000);
  await reached(async () => {
    await later();
    return (await owed()).length === 0;
  }, 10_000);
  await reached(async () => (await recipients()).length === 2, 10_000);
  expect(await recipients()).toEqual([`typo-${mark}`, `right-${mark}`]);
});

test('what is on its way to an address that was wrong goes on to the last one, where the one between was wrong as well', async () => {
  const { mark, numbers, areMailed, correct, owed } = await mistyped(1);
  await rows(`update mails set state = 'due' where order_number = ?`, [numbers[0]]);
  await correct(`wrong-again-${mark}`);
  await correct(`right-${mark}`, `wrong-again-${mark}@right.example`);
  // The second one owes its invitation alone.
  await site.services.post.settled();
  expect((await owed()).map(({ correct: to }) => to)).toEqual([`right-${mark}@right.example`]);
  await rows(`update mails set state = 'sent' where order_number = ?`, [numbers[0]]);
  await later();
  await areMailed(`typo-${mark}`, `right-${mark}`);
  expect(await owed()).toEqual([]);
});

test('nothing is kept of a correction that is refused', async () => {
  const { reseller, correct, owed } = await mistyped(1);
  expect((await correct('right', 'nobody@nowhere.example')).status).toBe(400);
  const { readAccount } = site.services.accounts;
  site.services.accounts.readAccount = async (id) => {
    const account = await readAccount(id);
    const cause = { by: 'key/other', cause: `request/${(made += 1)}`, at: new Date() } as const;
    await changeAccount(site.deps.orm.em.fork(), id, { name: `Meanwhile ${made}` }, cause);
    return account;
  };
  expect((await correct()).body).toMatchObject({ code: 'CHANGED_MEANWHILE', changedBy: 'key/other' });
  revive();
  expect(await owed()).toEqual([]);
  const { members } = await site.services.people.list(reseller.id);
  expect(members.map(({ email }) => email)).toEqual([reseller.email]);
});
