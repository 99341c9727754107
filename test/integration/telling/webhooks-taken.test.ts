import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { verified, type Received } from '../../support/webhooks/receiver.ts';
import { DAY, HOUR, MINUTE, SECOND, openWebhookWorld, type WebhookWorld } from '../../support/webhooks/world.ts';

let world: WebhookWorld;

beforeAll(async () => void (world = await openWebhookWorld()));
afterAll(() => world.close());

/** From the first attempt at an event to the tenth. */
const WHOLE = 5 * SECOND + 35 * MINUTE + 75 * HOUR;

describe('an endpoint', () => {
  test('gets each event that its account may see, signed, as the feed has it and in its sequence', async () => {
    const [own, other] = (await world.someAccounts(2)) as [string, string];
    const webhook = await world.aWebhook(own, {});
    const vendors = await world.aWebhook('vendor', { types: ['account-changed'] });
    await world.happens(other);
    for (let turn = 0; turn < 3; turn += 1) await world.happens(own);
    await Promise.all([world.deliverAll(webhook.id), world.deliverAll(vendors.id)]);

    const { body } = await world.api.call('GET', `/v1/events?account=${own}`, undefined, {
      ...(await keyFor(world.api.database.orm.em.fork(), own)),
    });
    const added = body.items.findIndex(({ type }: { type: string }) => type === 'webhook-added');
    const messages = world.receiver.received(webhook.path).map((message) => verified(webhook.secret, message));
    expect(messages.map(({ data }) => data)).toEqual(body.items.slice(added));
    for (const [index, { type, timestamp, data }] of messages.entries()) {
      expect([type, timestamp]).toEqual([data.type, data.at]);
      expect(world.receiver.received(webhook.path)[index]!.id).toBe(data.id);
    }
    const seen = world.receiver.received(vendors.path).map((message) => verified(vendors.secret, message).data.stream);
    expect(seen).toEqual([other, own, own, own].map((id) => `account/${id}`));
    expect((await world.deliveriesOf(webhook)).map(({ event }) => event)).toEqual(world.idsAt(webhook).toReversed());
    expect((await world.deliveriesOf(webhook))[0]).toEqual({
      ...{ event: messages.at(-1)!.data.id, type: 'account-changed', state: 'delivered' },
      attempts: [{ at: expect.any(String), status: 204, error: null, durationMs: expect.any(Number) }],
    });
  });

  test('hears nothing twice, and of nothing that was before it', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    await world.happens(account);
    const webhook = await world.aWebhook(account);
    const event = await world.happens(account);
    await world.deliverAll(webhook.id);
    await world.deliverAll(webhook.id);
    expect(world.idsAt(webhook)).toEqual([event]);
  });

  test('is signed for with both secrets for a day, then with the new one alone', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const webhook = await world.aWebhook(account);
    const rotate = () => world.api.call('POST', `${webhook.at}/secret`, undefined, { 'idempotency-key': 'rotate' });
    const [made, again] = [await rotate(), await rotate()];
    expect([made.status, again.body]).toEqual([201, made.body]);
    const last = () => world.receiver.received(webhook.path).at(-1)!;
    await world.happens(account);
    await world.deliverAll(webhook.id);
    for (const secret of [webhook.secret, made.body.secret]) expect(verified(secret, last())).toBeDefined();
    world.time.now += DAY;
    await world.happens(account);
    await world.deliverAll(webhook.id);
    const signatures = (message: Received) => message.headers['webhook-signature']!.split(' ').length;
    expect(world.receiver.received(webhook.path).map(signatures)).toEqual([2, 1]);
  });

  test('that answers by a redirect, an error, too late or not at all has not taken the event', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const webhook = await world.aWebhook(account);
    const answers: (number | null)[] = [302, 404, 500, null];
    world.receiver.answer(webhook.path, (_message, response) => {
      const status = answers.shift();
      if (status === undefined) response.destroy();
      return status ?? null;
    });
    const event = await world.happens(account);
    await world.pass(webhook.id, 8 * HOUR);
    const [delivery] = await world.deliveriesOf(webhook);
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
    const [bad, good] = (await world.someAccounts(2)) as [string, string];
    const webhook = await world.aWebhook('vendor');
    let poison: string | null = null;
    world.receiver.answer(webhook.path, ({ id }) => (id === poison ? 500 : 204));
    poison = await world.happens(bad);
    const behind = [await world.happens(bad), await world.happens(good), await world.happens(bad)];
    await world.deliverAll(webhook.id);
    expect(world.idsAt(webhook).toSorted()).toEqual([poison, behind[1]].toSorted());
    await world.pass(webhook.id, WHOLE - 1);
    const late = await world.happens(bad);
    await world.deliverAll(webhook.id);
    expect(world.idsAt(webhook).filter((id) => id !== poison)).toEqual([behind[1]]);
    // What is taken meanwhile shows that the endpoint is there.
    await world.happens(good);
    const answer = await world.pass(webhook.id, 2);
    expect(answer).toMatchObject({ state: 'enabled', nextAt: null, waitingStreams: 0 });
    expect(world.idsAt(webhook).filter((id) => id === poison)).toHaveLength(10);
    expect(world.idsAt(webhook).slice(-3)).toEqual([behind[0], behind[2], late]);
    expect((await world.deliveriesOf(webhook, '?state=failed')).map(({ event }) => event)).toEqual([poison]);
  });

  test('is one of a hundred at most: the next failure stops the endpoint as a whole, and what it takes first lifts that', async () => {
    const many = await world.someAccounts(102);
    const webhook = await world.aWebhook('vendor');
    let takes = false;
    world.receiver.answer(webhook.path, () => (takes ? 204 : 503));
    await Promise.all(
      many.map((account) => world.api.call('PATCH', `/v1/accounts/${account}`, { name: 'Acme Hotels' })),
    );
    await world.api.services.following.follow();
    const stopped = await world.deliverAll(webhook.id);
    expect(stopped).toMatchObject({ waitingStreams: 100, isStopped: true, nextAt: world.time.now + 5 * SECOND });
    expect((await world.deliveriesOf(webhook, '?limit=100')).length).toBe(100);
    const before = world.idsAt(webhook).length;
    world.time.now += 5 * SECOND;
    expect(await world.deliverAll(webhook.id)).toMatchObject({ isStopped: true, nextAt: world.time.now + 5 * MINUTE });
    expect(world.idsAt(webhook).length).toBe(before + 1);
    takes = true;
    world.time.now += 5 * MINUTE;
    expect(await world.pass(webhook.id, 0)).toMatchObject({ isStopped: false, waitingStreams: 0, nextAt: null });
    expect(new Set(world.idsAt(webhook)).size).toBe(102);
  });
});

describe('an event that somebody asks for', () => {
  test('is delivered again under its id, whatever became of it, and what waits is tried now', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const webhook = await world.aWebhook(account);
    const again = (event: string): Promise<Answer> =>
      world.api.call('POST', `${webhook.at}/deliveries/${event}/redelivery`);
    const taken = await world.happens(account);
    await world.deliverAll(webhook.id);
    world.receiver.answer(webhook.path, () => 500);
    expect((await again(taken)).status).toBe(202);
    const waiting = await world.happens(account);
    await world.deliverAll(webhook.id);
    expect((await world.deliveriesOf(webhook)).map(({ state, attempts }) => [state, attempts.length])).toEqual([
      ['waiting', 1],
      ['delivered', 2],
    ]);
    world.receiver.answer(webhook.path, () => 204);
    await again(waiting);
    await world.deliverAll(webhook.id);
    expect(world.idsAt(webhook)).toEqual([taken, taken, waiting, waiting]);
    expect((await again('evt_unknown')).status).toBe(404);
  });
});

test('who takes over from somebody who hangs delivers everything, and what the other then says counts no more', async () => {
  const [account] = (await world.someAccounts(1)) as [string];
  const webhook = await world.aWebhook(account);
  const events = [await world.happens(account), await world.happens(account)];
  let other: Promise<unknown> | null = null;
  const release = Promise.withResolvers<void>();
  world.receiver.answer(webhook.path, (_message, response) => {
    if (other) return 204;
    other = world.deliverAll(webhook.id).then(() => release.resolve());
    void release.promise.then(() => response.writeHead(500).end());
    return null;
  });
  expect(await world.deliver(webhook.id)).toMatchObject({ more: true });
  expect(await world.deliverAll(webhook.id)).toMatchObject({ nextAt: null, waitingStreams: 0 });
  expect(world.idsAt(webhook)).toEqual([events[0], ...events]);
  expect((await world.deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});
