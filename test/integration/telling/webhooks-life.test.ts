import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { launch, whenReady } from '../../../scripts/start/child.ts';
import { openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { startDelivering } from '../../support/webhooks/delivering.ts';
import { openReceiver, verified, type Receiver } from '../../support/webhooks/receiver.ts';
import { until } from '../../support/until.ts';

/** Temporal gives a turn whose worker shows no sign of life for 10 s to another one. */
const WITHIN_MS = 120_000;

let api: TestApi;
let receiver: Receiver;
let workflows: { stop: () => Promise<void> };
let logs: string;
beforeAll(async () => {
  [api, receiver, logs] = await Promise.all([openApi(), openReceiver(), mkdtemp(join(tmpdir(), 'webhooks-'))]);
  workflows = await startWorker(api);
  const em = api.database.orm.em.fork();
  const about = { kind: 'customer', name: 'Acme', email: 'a@acme.example', timeZone: 'UTC', locale: 'en' } as const;
  await em.insertMany(
    AccountEntity,
    ['acme', 'contoso'].map((id) => ({ ...about, id, createdAt: new Date() })),
  );
});
afterAll(async () => {
  await workflows.stop();
  await receiver.close();
  await api.close();
  await rm(logs, { recursive: true });
});

async function aWebhook(account: string, path: string): Promise<string> {
  const body = { url: receiver.url(path), types: ['account-changed'] };
  return (await api.call('POST', `/v1/accounts/${account}/webhooks`, body)).body.secret;
}

let names = 0;
const happens = (account: string) => api.call('PATCH', `/v1/accounts/${account}`, { name: `Name ${(names += 1)}` });

test(
  'an endpoint that hangs holds up no other, and a worker that dies between an answer and writing it down loses nothing',
  async () => {
    receiver.answer('/hangs', () => null);
    await aWebhook('contoso', '/hangs');
    const secret = await aWebhook('acme', '/takes');
    const program = join(ROOT, 'test', 'support', 'webhooks', 'dying-deliverer.ts');
    const args = [api.database.url, api.temporalAddress, api.taskQueue, '3'];
    const dying = await launch({
      ...{ command: process.execPath, args: ['--import', 'tsx', program, ...args] },
      log: join(logs, 'dying.log'),
    });
    await whenReady('The worker that dies', dying, () => dying.output().includes('ready'));
    await happens('contoso');
    await until(() => receiver.received('/hangs').length > 0, WITHIN_MS);
    // It hangs for ten seconds; meanwhile the other gets what is its own.
    for (let turn = 0; turn < 4; turn += 1) await happens('acme');
    await until(() => receiver.received('/takes').length >= 3, WITHIN_MS);
    expect(await dying.exited).toBe('SIGKILL');

    const delivering = await startDelivering(api);
    const seqs = () =>
      receiver.received('/takes').map((message) => {
        const { data } = verified(secret, message);
        return [data.seq as number, message.id] as const;
      });
    await until(() => new Set(seqs().map(([seq]) => seq)).size === 4, WITHIN_MS);
    await delivering.stop();
    const firsts = [...new Map(seqs().toReversed()).entries()].toReversed();
    expect(seqs().length).toBeGreaterThan(4);
    // An event has one id in all its messages, and is first heard of after those before it.
    expect(new Set(seqs().map(([seq, id]) => `${seq} ${id}`)).size).toBe(4);
    expect(firsts.map(([seq]) => seq)).toEqual(firsts.map(([seq]) => seq).toSorted((one, other) => one - other));
  },
  WITHIN_MS,
);
