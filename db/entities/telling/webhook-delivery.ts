import { defineEntity, p } from '@mikro-orm/core';
import type { Attempt } from '../../../domain/webhook/attempt.ts';
import { DELIVERY_STATES } from '../../../domain/webhook/delivery.ts';

/** What became of an event at a webhook. Written by the workflow of the webhook; what people ask of it by the API. */
export const WebhookDeliveryEntity = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  indexes: [{ properties: ['webhookId', 'position'] }, { properties: ['createdAt'] }],
  properties: {
    webhookId: p.text().primary(),
    /** The event's id. */
    event: p.text().primary(),
    /** Its place in the feed. */
    position: p.bigint('number'),
    stream: p.text(),
    seq: p.integer(),
    type: p.text(),
    state: p.enum(DELIVERY_STATES),
    /** How often it has failed on the schedule, and when for the first time. */
    failures: p.integer().default(0),
    firstFailedAt: p.datetime().nullable(),
    /** When it is tried again; null where it is due as soon as its stream is. */
    retryAt: p.datetime().nullable(),
    /** Since when it is to be delivered again because somebody asked. */
    askedAt: p.datetime().nullable(),
    /** The last of them, oldest first. */
    attempts: p.json<Attempt[]>(),
    createdAt: p.datetime(),
  },
});
