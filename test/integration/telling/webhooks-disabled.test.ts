import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signInAs } from '../../support/api/people.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  openWebhookWorld,
  type Added,
  type WebhookWorld,
} from '../../support/webhooks/world.ts';

let world: WebhookWorld;

beforeAll(async () => void (world = await openWebhookWorld()));
afterAll(() => world.close());

/** From the first attempt at an event to the tenth. */
const WHOLE = 5 * SECOND + 35 * MINUTE + 75 * HOUR;

describe('a webhook is disabled', () => {
  const stateOf = async ({ at }: Added) => {
    const { state, disabledFor } = (await world.api.call('GET', at)).body;
    return [state, disabledFor];
  };

  test('by 410, at once; its administrators get one e-mail each, and enabled again it goes on where it stopped', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const em = world.api.database.orm.em.fork();
    const about = { publicUrl: 'https://l.example' };
    const people = [
      await signInAs(em, account, { role: 'administrator', ...about }),
      await signInAs(em, account, { role: 'administrator', ...about }),
    ];
    await signInAs(em, account, { role: 'viewer', ...about });
    const webhook = await world.aWebhook(account);
    world.receiver.answer(webhook.path, () => 410);
    const events = [await world.happens(account), await world.happens(account)];
    expect(await world.deliverAll(webhook.id)).toMatchObject({ state: 'disabled', because: 'gone' });
    expect(await stateOf(webhook)).toEqual(['disabled', 'gone']);
    for (let turn = 0; turn < 2; turn += 1) await world.tellDisabled({ webhook: webhook.id });
    const told = world.post.mails.filter(({ idempotencyKey }) => idempotencyKey.includes(webhook.id));
    expect(told.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
    expect(told[0]!.text).toContain('(410)');
    const life = (await world.api.call('GET', `/v1/accounts/${account}/events`)).body.items;
    expect(life.at(-1)).toMatchObject({ type: 'webhook-disabled', by: `webhook/${webhook.id}`, because: 'gone' });
    expect((await world.api.call('POST', `${webhook.at}/deliveries/${events[0]}/redelivery`)).body.code).toBe(
      'WEBHOOK_DISABLED',
    );

    world.receiver.answer(webhook.path, () => 204);
    expect((await world.api.call('PATCH', webhook.at, { state: 'enabled' })).body).toMatchObject({ disabledFor: null });
    await world.deliverAll(webhook.id);
    expect(world.idsAt(webhook)).toEqual([events[0], ...events]);
  });

  test('again and again, and people are told once a day, those who are administrators then', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const em = world.api.database.orm.em.fork();
    const { email, person } = await signInAs(em, account, { role: 'administrator', publicUrl: 'https://l.example' });
    const webhook = await world.aWebhook(account);
    world.receiver.answer(webhook.path, () => 410);
    await world.happens(account);
    const told = () =>
      world.post.mails.filter(({ idempotencyKey }) => idempotencyKey.includes(webhook.id)).map(({ to }) => to);
    const disable = async () => {
      await world.api.call('PATCH', webhook.at, { state: 'enabled' });
      await world.deliverAll(webhook.id);
      await world.tellDisabled({ webhook: webhook.id });
    };
    for (let times = 0; times < 3; times += 1) await disable();
    expect(told()).toEqual([email]);
    world.time.now += DAY;
    await disable();
    expect(told()).toEqual([email, email]);
    // Whose e-mail is stored, and who is one of them no more.
    world.time.now += DAY;
    world.post.isAway = true;
    await disable().catch(() => undefined);
    world.post.isAway = false;
    await em.execute('delete from memberships where person_id = ?', [person]);
    await world.tellDisabled({ webhook: webhook.id });
    expect(told()).toEqual([email, email]);
  });

  test('by taking nothing for the whole schedule; enabled behind a cursor it goes on from there', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const webhook = await world.aWebhook(account);
    const cursor = async () => (await world.api.call('GET', '/v1/events?after=end')).body.nextCursor;
    world.receiver.answer(webhook.path, () => 500);
    const first = await world.happens(account);
    const [earlier, second] = [await cursor(), await world.happens(account)];
    expect(await world.pass(webhook.id, WHOLE - 1)).toMatchObject({ state: 'enabled' });
    expect(await world.pass(webhook.id, 1)).toMatchObject({ state: 'disabled', because: 'nothing-taken' });
    expect(world.idsAt(webhook)).toEqual(Array.from({ length: 10 }, () => first));
    world.receiver.answer(webhook.path, () => 204);
    for (let turn = 0; turn < 2; turn += 1) {
      await world.api.call('PATCH', webhook.at, { state: 'enabled', after: earlier });
      await world.deliverAll(webhook.id);
    }
    expect(world.idsAt(webhook).slice(10)).toEqual([second, second]);
    expect((await world.deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['delivered', 'failed']);
    const refused = [{ after: earlier }, { state: 'enabled', after: 'x' }, { state: 'disabled', after: 'end' }];
    for (const change of refused) expect((await world.api.call('PATCH', webhook.at, change)).status).toBe(400);
  });
});
