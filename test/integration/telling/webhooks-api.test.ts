import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keyFor } from '../../support/api/api-keys.ts';
import { verified } from '../../support/webhooks/receiver.ts';
import { openWebhookWorld, type WebhookWorld } from '../../support/webhooks/world.ts';

let world: WebhookWorld;

beforeAll(async () => void (world = await openWebhookWorld()));
afterAll(() => world.close());

describe('through the API', () => {
  test('a webhook is added once by a repeated request, changed, listed and removed', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const url = world.receiver.url('/once');
    const add = () => world.api.call('POST', `/v1/accounts/${account}/webhooks`, { url }, { 'idempotency-key': 'add' });
    const [first, again] = [await add(), await add()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const { secret, ...webhook } = first.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const at = `/v1/accounts/${account}/webhooks/${webhook.id}`;
    expect((await world.api.call('GET', `/v1/accounts/${account}/webhooks`)).body).toEqual({
      ...{ items: [webhook], nextCursor: null },
    });
    const changed = await world.api.call('PATCH', at, {
      description: 'The ERP',
      types: ['unlocked'],
      state: 'disabled',
    });
    expect(changed.body).toEqual({
      ...{ ...webhook, description: 'The ERP', types: ['unlocked'] },
      ...{ state: 'disabled', disabledFor: 'asked' },
    });
    for (let turn = 0; turn < 2; turn += 1) expect((await world.api.call('DELETE', at)).status).toBe(204);
    expect((await world.api.call('GET', at)).status).toBe(404);
    expect((await add()).body).toEqual(first.body);
    expect((await world.api.call('GET', `/v1/accounts/${account}/webhooks`)).body.items).toEqual([]);
    expect(await world.deliver(webhook.id)).toMatchObject({ state: 'removed' });
    const life = (await world.api.call('GET', `/v1/accounts/${account}/events`)).body.items;
    expect(life.map(({ type, fields }: { type: string; fields?: string[] }) => [type, fields])).toEqual([
      ['webhook-added', undefined],
      ['webhook-changed', ['types', 'description', 'state']],
      ['webhook-removed', undefined],
    ]);
    expect(JSON.stringify(life)).not.toContain('once');
  });

  test('an endpoint is tried, and what came of it is answered', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const webhook = await world.aWebhook(account);
    expect((await world.api.call('POST', `${webhook.at}/test`)).body).toMatchObject({ status: 204, error: null });
    const [message] = world.receiver.received(webhook.path);
    expect(verified(webhook.secret, message!)).toMatchObject({ type: 'webhook-test', data: { webhook: webhook.id } });
    world.receiver.answer(webhook.path, () => 410);
    expect((await world.api.call('POST', `${webhook.at}/test`)).body).toMatchObject({ status: 410 });
    expect((await world.api.call('GET', webhook.at)).body.state).toBe('enabled');
    const codes = [];
    for (let turn = 0; turn < 16; turn += 1) codes.push((await world.api.call('POST', `${webhook.at}/test`)).status);
    expect(codes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(codes).toContain(429);
  });

  test('what may not be sent to is refused, with where and why', async () => {
    const [account] = (await world.someAccounts(1)) as [string];
    const urls = ['http://example.com/', 'https://10.0.0.1/', 'https://167772161/', 'ftp://example.com', 'x'];
    for (const url of urls) {
      const { status, body } = await world.api.call('POST', `/v1/accounts/${account}/webhooks`, { url });
      expect([url, status, body.errors?.[0]?.pointer]).toEqual([url, 400, '/url']);
    }
    const webhook = await world.aWebhook(account);
    expect((await world.api.call('PATCH', webhook.at, { url: 'https://[::1]/' })).status).toBe(400);
    const types = await world.api.call('PATCH', webhook.at, { types: ['nothing'] });
    expect(types.body.errors[0].pointer).toBe('/types/0');
  });

  test('an account has twenty at most, of its own and with a key that is made for it', async () => {
    const [account, other] = (await world.someAccounts(2)) as [string, string];
    const em = () => world.api.database.orm.em.fork();
    const [own, strange, limited] = [
      await keyFor(em(), account),
      await keyFor(em(), other),
      await keyFor(em(), account, ['orders:read']),
    ];
    const path = `/v1/accounts/${account}/webhooks`;
    const post = (headers: object) => world.api.call('POST', path, { url: world.receiver.url('/limits') }, headers);
    expect([(await post(strange)).status, (await post(limited)).body.code]).toEqual([404, 'NOT_PERMITTED']);
    const posted = [];
    for (let turn = 0; turn < 21; turn += 1) posted.push(await post(own));
    expect(posted.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 201), 409]);
    expect(posted.at(-1)!.body.code).toBe('TOO_MANY_WEBHOOKS');
    const listed = (await world.api.call('GET', `${path}?limit=15`, undefined, own)).body;
    const rest = (await world.api.call('GET', `${path}?cursor=${listed.nextCursor}`, undefined, own)).body;
    const ids = [...listed.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect(ids.toSorted()).toEqual(
      posted
        .slice(0, 20)
        .map(({ body }) => body.id)
        .toSorted(),
    );
    const at = `${path}/${posted[0]!.body.id}`;
    expect((await world.api.call('GET', at.replace(account, other), undefined, strange)).status).toBe(404);
    expect((await world.api.call('GET', at, undefined, own)).status).toBe(200);
  });
});
