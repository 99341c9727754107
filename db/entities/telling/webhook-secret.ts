import { defineEntity, p } from '@mikro-orm/core';

/** What messages of a webhook are signed with, as it is derived; see `secrets/webhook-secret.ts`. Written by the API. */
export const WebhookSecretEntity = defineEntity({
  name: 'WebhookSecret',
  tableName: 'webhook_secrets',
  uniques: [{ properties: ['webhookId', 'requestId'] }],
  properties: {
    webhookId: p.text().primary(),
    version: p.integer().primary(),
    /** The name of the key. */
    key: p.text(),
    /** By which request it was made, so that a repeat makes no other. */
    requestId: p.text(),
    madeAt: p.datetime(),
    /** Until when it signs beside a newer one; null while it is the newest. */
    endsAt: p.datetime().nullable(),
  },
});
