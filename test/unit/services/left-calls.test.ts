import { expect, jest, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { buildApp } from '../../../api/app.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import { within } from '../../../temporal/calls.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

function openApp(temporal: Client) {
  return buildApp({
    ...{
      orm: {} as MikroORM,
      temporal,
      secretKeys: [],
      signingKeys: [],
      serviceTokens: { audiences: new Set<string>(), keys: [] },
      publicUrl: 'https://licensing.example',
    },
    ...{ trustProxy: false, resendWebhookSecret: null, clock: Date.now, logger: createLogger({ write: () => {} }) },
    webhooks: { send: () => Promise.reject(new Error('Nothing is sent')), ask: fetch, privateTargets: new Set() },
    catalogue: CATALOGUE,
    mail: { from: 'l@example.com', send: () => Promise.resolve({ kind: 'sent' }) },
  });
}

test('the API is closed once a call to Temporal that it has given up has ended, and no sooner', async () => {
  const client = { withDeadline: (_deadline: number, call: () => unknown) => call() } as unknown as Client;
  const app = await openApp(client);
  const late = Promise.withResolvers<never>();
  await expect(within(client, 1, () => late.promise)).rejects.toThrow();
  const isClosed = jest.fn();
  const closing = app.close().then(isClosed);
  for (let turn = 0; turn < 1_000; turn++) await new Promise(setImmediate);
  expect(isClosed).not.toHaveBeenCalled();
  late.reject(new Error('deadline exceeded'));
  await closing;
});
