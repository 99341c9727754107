import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sweep } from '../../../db/queries/retention/sweep.ts';
import { takeTurnAt } from '../../../db/queries/webhooks/delivering.ts';
import { callSleepers, markWoken } from '../../../db/queries/webhooks/waking.ts';
import { DAY, MINUTE, SECOND, openWebhookWorld, type WebhookWorld } from '../../support/webhooks/world.ts';

let world: WebhookWorld;

beforeAll(async () => void (world = await openWebhookWorld()));
afterAll(() => world.close());

describe('who sleeps', () => {
  const em = () => world.api.database.orm.em.fork();
  /** Those of one that are to be woken; whoever `dies` tells nobody so. */
  const wake = async (webhook: { id: string }, dies = false) => {
    const sleepers = (await callSleepers(em(), 100, new Date(world.time.now))).filter(({ id }) => id === webhook.id);
    if (!dies) for (const sleeper of sleepers) await markWoken(em(), sleeper);
    return sleepers.length;
  };
  const asleep = async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const webhook = await world.aWebhook(account);
    await world.api.services.following.follow();
    await world.deliverAll(webhook.id);
    return { account, webhook };
  };

  test('is woken as soon as there is something, by one alone, and again where whoever was to wake it died', async () => {
    const { account, webhook } = await asleep();
    expect(await wake(webhook)).toBe(0);
    await world.happens(account);
    expect([await wake(webhook, true), await wake(webhook)]).toEqual([1, 0]);
    world.time.now += MINUTE;
    expect([await wake(webhook), await wake(webhook)]).toEqual([1, 0]);
    // Whoever looks at the same time leaves it to the first.
    await world.deliverAll(webhook.id);
    await world.happens(account);
    expect((await Promise.all([wake(webhook), wake(webhook)])).toSorted()).toEqual([0, 1]);
    // What is of no interest wakes nobody, what was asked for does.
    await world.deliverAll(webhook.id);
    await world.api.call('POST', `/v1/accounts/${account}/keys`, { name: 'A key' });
    await world.api.services.following.follow();
    expect(await wake(webhook)).toBe(0);
    await world.api.call('PATCH', webhook.at, { state: 'disabled' });
    expect(await wake(webhook)).toBe(1);
  });

  test('sleeps on, and is woken all the same, though somebody who hung before it slept goes on meanwhile', async () => {
    const { account, webhook } = await asleep();
    // It was told to deliver long ago: nobody hears its answer.
    expect(await takeTurnAt(em(), webhook.id, new Date(world.time.now))).not.toBeNull();
    await world.happens(account);
    expect(await wake(webhook)).toBe(1);
  });

  test('keeps the mark of what was asked between being found and being told', async () => {
    const { account, webhook } = await asleep();
    const event = await world.happens(account);
    await world.deliverAll(webhook.id);
    await world.happens(account);
    const [sleeper] = (await callSleepers(em(), 100, new Date(world.time.now))).filter(({ id }) => id === webhook.id);
    expect((await world.api.call('POST', `${webhook.at}/deliveries/${event}/redelivery`)).status).toBe(202);
    await markWoken(em(), sleeper!);
    expect(await wake(webhook)).toBe(1);
  });

  test('is woken for what is overdue, which somebody tried who was late and died', async () => {
    const { account, webhook } = await asleep();
    world.receiver.answer(webhook.path, () => 500);
    await world.happens(account);
    await world.deliver(webhook.id);
    world.time.now += 5 * SECOND;
    await world.deliverAll(webhook.id);
    expect(await wake(webhook)).toBe(0);
    world.time.now += 7 * MINUTE;
    expect(await wake(webhook)).toBe(1);
  });
});

test('what became of events is kept for 30 days, and what waits as long as it waits', async () => {
  const [account] = (await world.someAccounts(1)) as [string];
  const webhook = await world.aWebhook(account);
  const taken = await world.happens(account);
  await world.deliverAll(webhook.id);
  world.receiver.answer(webhook.path, () => 410);
  const waiting = await world.happens(account);
  await world.deliverAll(webhook.id);
  const left = async (days: number) => {
    await sweep(world.api.database.orm.em.fork(), new Date(world.time.now + days * DAY));
    return (await world.deliveriesOf(webhook)).map(({ event }) => event);
  };
  expect([await left(29), await left(31)]).toEqual([[waiting, taken], [waiting]]);
  await world.api.call('DELETE', webhook.at);
  await sweep(world.api.database.orm.em.fork(), new Date(world.time.now + 31 * DAY));
  expect(await world.api.database.asOwner(`select id from webhooks where id = '${webhook.id}'`)).toEqual([]);
});
