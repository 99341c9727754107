import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDeliverWebhook } from '../../../activities/deliver-webhook.ts';
import { createTellDisabled } from '../../../activities/tell-disabled.ts';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { sweep } from '../../../db/queries/retention/sweep.ts';
import { takeTurnAt } from '../../../db/queries/webhooks/delivering.ts';
import { callSleepers, markWoken } from '../../../db/queries/webhooks/waking.ts';
import { createReadEvents } from '../../../services/webhooks/told.ts';
import { createSender, type Sender } from '../../../webhooks/send.ts';
import { openApi, PRIVATE_TARGETS, type Answer, type TestApi } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { signInAs } from '../../support/api/people.ts';
import { openReceiver, verified, type Received, type Receiver } from '../../support/webhooks/receiver.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const;
/** From the first attempt at an event to the tenth. */
const WHOLE = 5 * SECOND + 35 * MINUTE + 75 * HOUR;

let api: TestApi;
let receiver: Receiver;
let sender: Sender;
/** Signatures are verified by the clock of the machine: time is moved from here on, and verified where it was not. */
let now = Date.now();
let deliver: (webhook: string) => ReturnType<ReturnType<typeof createDeliverWebhook>>;
const mails: { to: string; idempotencyKey: string; text: string }[] = [];
let resendIsAway = false;
let tellDisabled: ReturnType<typeof createTellDisabled>;

beforeAll(async () => {
  api = await openApi({ clock: () => now });
  receiver = await openReceiver();
  const clock = () => now;
  sender = createSender({ privateTargets: PRIVATE_TARGETS, proxy: null }, { clock, wholeWithinMs: 300 });
  const { orm, secretKeys } = api.deps;
  const readEvents = createReadEvents({ orm, clock });
  const deliverWebhook = createDeliverWebhook({ orm, secretKeys, readEvents, clock, send: sender.send });
  deliver = (webhook) => deliverWebhook({ webhook }, new AbortController().signal);
  const resend: Parameters<typeof createTellDisabled>[0]['resend'] = async (mail) => {
    if (resendIsAway) return { kind: 'later', reason: 'Resend is away', remedy: 'wait' };
    mails.push(mail);
    return { kind: 'sent', id: mail.idempotencyKey };
  };
  tellDisabled = createTellDisabled({ orm, clock, resend, from: 'l@example.com', publicUrl: 'https://l.example' });
});
afterAll(async () => {
  await sender.close();
  await receiver.close();
  await api.close();
});
beforeEach(() => {
  now = Date.now();
});

let accounts = 0;

/** Customers, of which each has a stream of its own. */
async function someAccounts(many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => `acme-${(accounts += 1)}`);
  const about = { kind: 'customer', name: 'Acme', email: 'a@acme.example', timeZone: 'UTC', locale: 'it' } as const;
  await api.database.orm.em.fork().insertMany(
    AccountEntity,
    ids.map((id) => ({ ...about, id, createdAt: new Date(now) })),
  );
  return ids;
}

let names = 0;
/** Something happens to an account, and has its place in the feed: the id of the event. */
async function happens(account: string): Promise<string> {
  await api.call('PATCH', `/v1/accounts/${account}`, { name: `Acme ${(names += 1)}` });
  await api.services.following.follow();
  const { body } = await api.call('GET', `/v1/events?account=${account}&types=account-changed&limit=100`);
  return body.items.at(-1).id;
}

type Added = { id: string; secret: string; path: string; at: string };

/** A webhook with a path of its own; by default of changes of accounts alone. */
async function aWebhook(account: string, changes: object = { types: ['account-changed'] }): Promise<Added> {
  const path = `/${account}-${(names += 1)}`;
  const { status, body } = await api.call('POST', `/v1/accounts/${account}/webhooks`, {
    ...{ url: receiver.url(path) },
    ...changes,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.id, secret: body.secret, path, at: `/v1/accounts/${account}/webhooks/${body.id}` };
}

/** Delivers until there is nothing to do at once. */
async function deliverAll(id: string) {
  for (;;) {
    const answer = await deliver(id);
    if (answer.state !== 'enabled' || !answer.more) return answer;
  }
}

/** Passes every instant at which something is due, up to a period from now. */
async function pass(id: string, periodMs: number) {
  const end = now + periodMs;
  for (;;) {
    const answer = await deliverAll(id);
    const next = answer.state === 'enabled' ? (answer.nextAt ?? Infinity) : Infinity;
    now = Math.min(next, end);
    if (next > end) return answer;
  }
}

const idsAt = ({ path }: Added) => receiver.received(path).map(({ id }) => id);
const deliveriesOf = async ({ at }: Added, query = '') =>
  (await api.call('GET', `${at}/deliveries${query}`)).body.items as {
    event: string;
    state: string;
    type: string;
    attempts: { at: string; status: number | null; error: string | null; durationMs: number }[];
  }[];

describe('an endpoint', () => {
  test('gets each event that its account may see, signed, as the feed has it and in its sequence', async () => {
    const [own, other] = (await someAccounts(2)) as [string, string];
    const webhook = await aWebhook(own, {});
    const vendors = await aWebhook('vendor', { types: ['account-changed'] });
    await happens(other);
    for (let turn = 0; turn < 3; turn += 1) await happens(own);
    await Promise.all([deliverAll(webhook.id), deliverAll(vendors.id)]);

    const { body } = await api.call('GET', `/v1/events?account=${own}`, undefined, {
      ...(await keyFor(api.database.orm.em.fork(), own)),
    });
    const added = body.items.findIndex(({ type }: { type: string }) => type === 'webhook-added');
    const messages = receiver.received(webhook.path).map((message) => verified(webhook.secret, message));
    expect(messages.map(({ data }) => data)).toEqual(body.items.slice(added));
    for (const [index, { type, timestamp, data }] of messages.entries()) {
      expect([type, timestamp]).toEqual([data.type, data.at]);
      expect(receiver.received(webhook.path)[index]!.id).toBe(data.id);
    }
    const seen = receiver.received(vendors.path).map((message) => verified(vendors.secret, message).data.stream);
    expect(seen).toEqual([other, own, own, own].map((id) => `account/${id}`));
    expect((await deliveriesOf(webhook)).map(({ event }) => event)).toEqual(idsAt(webhook).toReversed());
    expect((await deliveriesOf(webhook))[0]).toEqual({
      ...{ event: messages.at(-1)!.data.id, type: 'account-changed', state: 'delivered' },
      attempts: [{ at: expect.any(String), status: 204, error: null, durationMs: expect.any(Number) }],
    });
  });

  test('hears nothing twice, and of nothing that was before it', async () => {
    const [account] = (await someAccounts(1)) as [string];
    await happens(account);
    const webhook = await aWebhook(account);
    const event = await happens(account);
    await deliverAll(webhook.id);
    await deliverAll(webhook.id);
    expect(idsAt(webhook)).toEqual([event]);
  });

  test('is signed for with both secrets for a day, then with the new one alone', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const webhook = await aWebhook(account);
    const rotate = () => api.call('POST', `${webhook.at}/secret`, undefined, { 'idempotency-key': 'rotate' });
    const [made, again] = [await rotate(), await rotate()];
    expect([made.status, again.body]).toEqual([201, made.body]);
    const last = () => receiver.received(webhook.path).at(-1)!;
    await happens(account);
    await deliverAll(webhook.id);
    for (const secret of [webhook.secret, made.body.secret]) expect(verified(secret, last())).toBeDefined();
    now += DAY;
    await happens(account);
    await deliverAll(webhook.id);
    const signatures = (message: Received) => message.headers['webhook-signature']!.split(' ').length;
    expect(receiver.received(webhook.path).map(signatures)).toEqual([2, 1]);
  });

  test('that answers by a redirect, an error, too late or not at all has not taken the event', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const webhook = await aWebhook(account);
    const answers: (number | null)[] = [302, 404, 500, null];
    receiver.answer(webhook.path, (_message, response) => {
      const status = answers.shift();
      if (status === undefined) response.destroy();
      return status ?? null;
    });
    const event = await happens(account);
    await pass(webhook.id, 8 * HOUR);
    const [delivery] = await deliveriesOf(webhook);
    expect([delivery!.event, delivery!.state]).toEqual([event, 'waiting']);
    expect(delivery!.attempts.map(({ status, error }) => error ?? status)).toEqual([
      ...[302, 404, 500, 'TIMEOUT', 'CONNECTION_LOST', 'CONNECTION_LOST'],
    ]);
    const pauses = delivery!.attempts.map(({ at }, index, all) =>
      index === 0 ? 0 : Date.parse(at) - Date.parse(all[index - 1]!.at),
    );
    expect(pauses).toEqual([0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR]);
  });
});

describe('a stream whose event is not taken', () => {
  test('waits on the schedule, in its sequence, while others go on; then that event has failed and it goes on', async () => {
    const [bad, good] = (await someAccounts(2)) as [string, string];
    const webhook = await aWebhook('vendor');
    let poison: string | null = null;
    receiver.answer(webhook.path, ({ id }) => (id === poison ? 500 : 204));
    poison = await happens(bad);
    const behind = [await happens(bad), await happens(good), await happens(bad)];
    await deliverAll(webhook.id);
    expect(idsAt(webhook).toSorted()).toEqual([poison, behind[1]].toSorted());
    await pass(webhook.id, WHOLE - 1);
    const late = await happens(bad);
    await deliverAll(webhook.id);
    expect(idsAt(webhook).filter((id) => id !== poison)).toEqual([behind[1]]);
    // What is taken meanwhile shows that the endpoint is there.
    await happens(good);
    const answer = await pass(webhook.id, 2);
    expect(answer).toMatchObject({ state: 'enabled', nextAt: null, waitingStreams: 0 });
    expect(idsAt(webhook).filter((id) => id === poison)).toHaveLength(10);
    expect(idsAt(webhook).slice(-3)).toEqual([behind[0], behind[2], late]);
    expect((await deliveriesOf(webhook, '?state=failed')).map(({ event }) => event)).toEqual([poison]);
  });

  test('is one of a hundred at most: the next failure stops the endpoint as a whole, and what it takes first lifts that', async () => {
    const many = await someAccounts(102);
    const webhook = await aWebhook('vendor');
    let takes = false;
    receiver.answer(webhook.path, () => (takes ? 204 : 503));
    await Promise.all(many.map((account) => api.call('PATCH', `/v1/accounts/${account}`, { name: 'Acme Hotels' })));
    await api.services.following.follow();
    const stopped = await deliverAll(webhook.id);
    expect(stopped).toMatchObject({ waitingStreams: 100, isStopped: true, nextAt: now + 5 * SECOND });
    expect((await deliveriesOf(webhook, '?limit=100')).length).toBe(100);
    const before = idsAt(webhook).length;
    now += 5 * SECOND;
    expect(await deliverAll(webhook.id)).toMatchObject({ isStopped: true, nextAt: now + 5 * MINUTE });
    expect(idsAt(webhook).length).toBe(before + 1);
    takes = true;
    now += 5 * MINUTE;
    expect(await pass(webhook.id, 0)).toMatchObject({ isStopped: false, waitingStreams: 0, nextAt: null });
    expect(new Set(idsAt(webhook)).size).toBe(102);
  });
});

describe('a webhook is disabled', () => {
  const stateOf = async ({ at }: Added) => {
    const { state, disabledFor } = (await api.call('GET', at)).body;
    return [state, disabledFor];
  };

  test('by 410, at once; its administrators get one e-mail each, and enabled again it goes on where it stopped', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const em = api.database.orm.em.fork();
    const about = { publicUrl: 'https://l.example' };
    const people = [
      await signInAs(em, account, { role: 'administrator', ...about }),
      await signInAs(em, account, { role: 'administrator', ...about }),
    ];
    await signInAs(em, account, { role: 'viewer', ...about });
    const webhook = await aWebhook(account);
    receiver.answer(webhook.path, () => 410);
    const events = [await happens(account), await happens(account)];
    expect(await deliverAll(webhook.id)).toMatchObject({ state: 'disabled', because: 'gone' });
    expect(await stateOf(webhook)).toEqual(['disabled', 'gone']);
    for (let turn = 0; turn < 2; turn += 1) await tellDisabled({ webhook: webhook.id });
    const told = mails.filter(({ idempotencyKey }) => idempotencyKey.includes(webhook.id));
    expect(told.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
    expect(told[0]!.text).toContain('(410)');
    const life = (await api.call('GET', `/v1/accounts/${account}/events`)).body.items;
    expect(life.at(-1)).toMatchObject({ type: 'webhook-disabled', by: `webhook/${webhook.id}`, because: 'gone' });
    expect((await api.call('POST', `${webhook.at}/deliveries/${events[0]}/redelivery`)).body.code).toBe(
      'WEBHOOK_DISABLED',
    );

    receiver.answer(webhook.path, () => 204);
    expect((await api.call('PATCH', webhook.at, { state: 'enabled' })).body).toMatchObject({ disabledFor: null });
    await deliverAll(webhook.id);
    expect(idsAt(webhook)).toEqual([events[0], ...events]);
  });

  test('again and again, and people are told once a day, those who are administrators then', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const em = api.database.orm.em.fork();
    const { email, person } = await signInAs(em, account, { role: 'administrator', publicUrl: 'https://l.example' });
    const webhook = await aWebhook(account);
    receiver.answer(webhook.path, () => 410);
    await happens(account);
    const told = () => mails.filter(({ idempotencyKey }) => idempotencyKey.includes(webhook.id)).map(({ to }) => to);
    const disable = async () => {
      await api.call('PATCH', webhook.at, { state: 'enabled' });
      await deliverAll(webhook.id);
      await tellDisabled({ webhook: webhook.id });
    };
    for (let times = 0; times < 3; times += 1) await disable();
    expect(told()).toEqual([email]);
    now += DAY;
    await disable();
    expect(told()).toEqual([email, email]);
    // Whose e-mail is stored, and who is one of them no more.
    now += DAY;
    resendIsAway = true;
    await disable().catch(() => undefined);
    resendIsAway = false;
    await em.execute('delete from memberships where person_id = ?', [person]);
    await tellDisabled({ webhook: webhook.id });
    expect(told()).toEqual([email, email]);
  });

  test('by taking nothing for the whole schedule; enabled behind a cursor it goes on from there', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const webhook = await aWebhook(account);
    const cursor = async () => (await api.call('GET', '/v1/events?after=end')).body.nextCursor;
    receiver.answer(webhook.path, () => 500);
    const first = await happens(account);
    const [earlier, second] = [await cursor(), await happens(account)];
    expect(await pass(webhook.id, WHOLE - 1)).toMatchObject({ state: 'enabled' });
    expect(await pass(webhook.id, 1)).toMatchObject({ state: 'disabled', because: 'nothing-taken' });
    expect(idsAt(webhook)).toEqual(Array.from({ length: 10 }, () => first));
    receiver.answer(webhook.path, () => 204);
    for (let turn = 0; turn < 2; turn += 1) {
      await api.call('PATCH', webhook.at, { state: 'enabled', after: earlier });
      await deliverAll(webhook.id);
    }
    expect(idsAt(webhook).slice(10)).toEqual([second, second]);
    expect((await deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['delivered', 'failed']);
    const refused = [{ after: earlier }, { state: 'enabled', after: 'x' }, { state: 'disabled', after: 'end' }];
    for (const change of refused) expect((await api.call('PATCH', webhook.at, change)).status).toBe(400);
  });
});

describe('an event that somebody asks for', () => {
  test('is delivered again under its id, whatever became of it, and what waits is tried now', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const webhook = await aWebhook(account);
    const again = (event: string): Promise<Answer> => api.call('POST', `${webhook.at}/deliveries/${event}/redelivery`);
    const taken = await happens(account);
    await deliverAll(webhook.id);
    receiver.answer(webhook.path, () => 500);
    expect((await again(taken)).status).toBe(202);
    const waiting = await happens(account);
    await deliverAll(webhook.id);
    expect((await deliveriesOf(webhook)).map(({ state, attempts }) => [state, attempts.length])).toEqual([
      ['waiting', 1],
      ['delivered', 2],
    ]);
    receiver.answer(webhook.path, () => 204);
    await again(waiting);
    await deliverAll(webhook.id);
    expect(idsAt(webhook)).toEqual([taken, taken, waiting, waiting]);
    expect((await again('evt_unknown')).status).toBe(404);
  });
});

test('who takes over from somebody who hangs delivers everything, and what the other then says counts no more', async () => {
  const [account] = (await someAccounts(1)) as [string];
  const webhook = await aWebhook(account);
  const events = [await happens(account), await happens(account)];
  let other: Promise<unknown> | null = null;
  const release = Promise.withResolvers<void>();
  receiver.answer(webhook.path, (_message, response) => {
    if (other) return 204;
    other = deliverAll(webhook.id).then(() => release.resolve());
    void release.promise.then(() => response.writeHead(500).end());
    return null;
  });
  expect(await deliver(webhook.id)).toMatchObject({ more: true });
  expect(await deliverAll(webhook.id)).toMatchObject({ nextAt: null, waitingStreams: 0 });
  expect(idsAt(webhook)).toEqual([events[0], ...events]);
  expect((await deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});

describe('who sleeps', () => {
  const em = () => api.database.orm.em.fork();
  /** Those of one that are to be woken; whoever `dies` tells nobody so. */
  const wake = async (webhook: { id: string }, dies = false) => {
    const sleepers = (await callSleepers(em(), 100, new Date(now))).filter(({ id }) => id === webhook.id);
    if (!dies) for (const sleeper of sleepers) await markWoken(em(), sleeper);
    return sleepers.length;
  };
  const asleep = async () => {
    const [account] = (await someAccounts(1)) as [string];
    const webhook = await aWebhook(account);
    await api.services.following.follow();
    await deliverAll(webhook.id);
    return { account, webhook };
  };

  test('is woken as soon as there is something, by one alone, and again where whoever was to wake it died', async () => {
    const { account, webhook } = await asleep();
    expect(await wake(webhook)).toBe(0);
    await happens(account);
    expect([await wake(webhook, true), await wake(webhook)]).toEqual([1, 0]);
    now += MINUTE;
    expect([await wake(webhook), await wake(webhook)]).toEqual([1, 0]);
    // Whoever looks at the same time leaves it to the first.
    await deliverAll(webhook.id);
    await happens(account);
    expect((await Promise.all([wake(webhook), wake(webhook)])).toSorted()).toEqual([0, 1]);
    // What is of no interest wakes nobody, what was asked for does.
    await deliverAll(webhook.id);
    await api.call('POST', `/v1/accounts/${account}/keys`, { name: 'A key' });
    await api.services.following.follow();
    expect(await wake(webhook)).toBe(0);
    await api.call('PATCH', webhook.at, { state: 'disabled' });
    expect(await wake(webhook)).toBe(1);
  });

  test('sleeps on, and is woken all the same, though somebody who hung before it slept goes on meanwhile', async () => {
    const { account, webhook } = await asleep();
    // It was told to deliver long ago: nobody hears its answer.
    expect(await takeTurnAt(em(), webhook.id, new Date(now))).not.toBeNull();
    await happens(account);
    expect(await wake(webhook)).toBe(1);
  });

  test('keeps the mark of what was asked between being found and being told', async () => {
    const { account, webhook } = await asleep();
    const event = await happens(account);
    await deliverAll(webhook.id);
    await happens(account);
    const [sleeper] = (await callSleepers(em(), 100, new Date(now))).filter(({ id }) => id === webhook.id);
    expect((await api.call('POST', `${webhook.at}/deliveries/${event}/redelivery`)).status).toBe(202);
    await markWoken(em(), sleeper!);
    expect(await wake(webhook)).toBe(1);
  });

  test('is woken for what is overdue, which somebody tried who was late and died', async () => {
    const { account, webhook } = await asleep();
    receiver.answer(webhook.path, () => 500);
    await happens(account);
    await deliver(webhook.id);
    now += 5 * SECOND;
    await deliverAll(webhook.id);
    expect(await wake(webhook)).toBe(0);
    now += 7 * MINUTE;
    expect(await wake(webhook)).toBe(1);
  });
});

describe('through the API', () => {
  test('a webhook is added once by a repeated request, changed, listed and removed', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const url = receiver.url('/once');
    const add = () => api.call('POST', `/v1/accounts/${account}/webhooks`, { url }, { 'idempotency-key': 'add' });
    const [first, again] = [await add(), await add()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const { secret, ...webhook } = first.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const at = `/v1/accounts/${account}/webhooks/${webhook.id}`;
    expect((await api.call('GET', `/v1/accounts/${account}/webhooks`)).body).toEqual({
      ...{ items: [webhook], nextCursor: null },
    });
    const changed = await api.call('PATCH', at, { description: 'The ERP', types: ['unlocked'], state: 'disabled' });
    expect(changed.body).toEqual({
      ...{ ...webhook, description: 'The ERP', types: ['unlocked'] },
      ...{ state: 'disabled', disabledFor: 'asked' },
    });
    for (let turn = 0; turn < 2; turn += 1) expect((await api.call('DELETE', at)).status).toBe(204);
    expect((await api.call('GET', at)).status).toBe(404);
    expect((await add()).body).toEqual(first.body);
    expect((await api.call('GET', `/v1/accounts/${account}/webhooks`)).body.items).toEqual([]);
    expect(await deliver(webhook.id)).toMatchObject({ state: 'removed' });
    const life = (await api.call('GET', `/v1/accounts/${account}/events`)).body.items;
    expect(life.map(({ type, fields }: { type: string; fields?: string[] }) => [type, fields])).toEqual([
      ['webhook-added', undefined],
      ['webhook-changed', ['types', 'description', 'state']],
      ['webhook-removed', undefined],
    ]);
    expect(JSON.stringify(life)).not.toContain('once');
  });

  test('an endpoint is tried, and what came of it is answered', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const webhook = await aWebhook(account);
    expect((await api.call('POST', `${webhook.at}/test`)).body).toMatchObject({ status: 204, error: null });
    const [message] = receiver.received(webhook.path);
    expect(verified(webhook.secret, message!)).toMatchObject({ type: 'webhook-test', data: { webhook: webhook.id } });
    receiver.answer(webhook.path, () => 410);
    expect((await api.call('POST', `${webhook.at}/test`)).body).toMatchObject({ status: 410 });
    expect((await api.call('GET', webhook.at)).body.state).toBe('enabled');
    const codes = [];
    for (let turn = 0; turn < 16; turn += 1) codes.push((await api.call('POST', `${webhook.at}/test`)).status);
    expect(codes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(codes).toContain(429);
  });

  test('what may not be sent to is refused, with where and why', async () => {
    const [account] = (await someAccounts(1)) as [string];
    const urls = ['http://example.com/', 'https://10.0.0.1/', 'https://167772161/', 'ftp://example.com', 'x'];
    for (const url of urls) {
      const { status, body } = await api.call('POST', `/v1/accounts/${account}/webhooks`, { url });
      expect([url, status, body.errors?.[0]?.pointer]).toEqual([url, 400, '/url']);
    }
    const webhook = await aWebhook(account);
    expect((await api.call('PATCH', webhook.at, { url: 'https://[::1]/' })).status).toBe(400);
    const types = await api.call('PATCH', webhook.at, { types: ['nothing'] });
    expect(types.body.errors[0].pointer).toBe('/types/0');
  });

  test('an account has twenty at most, of its own and with a key that is made for it', async () => {
    const [account, other] = (await someAccounts(2)) as [string, string];
    const em = () => api.database.orm.em.fork();
    const [own, strange, limited] = [
      await keyFor(em(), account),
      await keyFor(em(), other),
      await keyFor(em(), account, ['orders:read']),
    ];
    const path = `/v1/accounts/${account}/webhooks`;
    const post = (headers: object) => api.call('POST', path, { url: receiver.url('/limits') }, headers);
    expect([(await post(strange)).status, (await post(limited)).body.code]).toEqual([404, 'NOT_PERMITTED']);
    const posted = [];
    for (let turn = 0; turn < 21; turn += 1) posted.push(await post(own));
    expect(posted.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 201), 409]);
    expect(posted.at(-1)!.body.code).toBe('TOO_MANY_WEBHOOKS');
    const listed = (await api.call('GET', `${path}?limit=15`, undefined, own)).body;
    const rest = (await api.call('GET', `${path}?cursor=${listed.nextCursor}`, undefined, own)).body;
    const ids = [...listed.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect(ids.toSorted()).toEqual(
      posted
        .slice(0, 20)
        .map(({ body }) => body.id)
        .toSorted(),
    );
    const at = `${path}/${posted[0]!.body.id}`;
    expect((await api.call('GET', at.replace(account, other), undefined, strange)).status).toBe(404);
    expect((await api.call('GET', at, undefined, own)).status).toBe(200);
  });
});

test('what became of events is kept for 30 days, and what waits as long as it waits', async () => {
  const [account] = (await someAccounts(1)) as [string];
  const webhook = await aWebhook(account);
  const taken = await happens(account);
  await deliverAll(webhook.id);
  receiver.answer(webhook.path, () => 410);
  const waiting = await happens(account);
  await deliverAll(webhook.id);
  const left = async (days: number) => {
    await sweep(api.database.orm.em.fork(), new Date(now + days * DAY));
    return (await deliveriesOf(webhook)).map(({ event }) => event);
  };
  expect([await left(29), await left(31)]).toEqual([[waiting, taken], [waiting]]);
  await api.call('DELETE', webhook.at);
  await sweep(api.database.orm.em.fork(), new Date(now + 31 * DAY));
  expect(await api.database.asOwner(`select id from webhooks where id = '${webhook.id}'`)).toEqual([]);
});
