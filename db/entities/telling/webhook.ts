import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { EventType } from '../../../domain/journal.ts';
import { WEBHOOK_STATES } from '../../../domain/webhook/change.ts';
import { DISABLED_FOR } from '../../../domain/webhook/judge.ts';

/** An endpoint that the events of an account are delivered to. What is asked of it is written by the API, how far it got by its workflow. */
export const WebhookEntity = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  indexes: [{ properties: ['accountId', 'createdAt', 'id'] }],
  properties: {
    id: p.text().primary(),
    accountId: p.text(),
    url: p.text(),
    /** The types of events that are delivered; null is all. */
    types: p.json<EventType[]>().nullable(),
    description: p.text().nullable(),
    state: p.enum(WEBHOOK_STATES),
    disabledFor: p.enum(DISABLED_FOR).nullable(),
    /** How often it was disabled by what it answered, and of which of these people were told. */
    disablings: p.integer().default(0),
    told: p.integer().default(0),
    /** When people were last told so. */
    toldAt: p.datetime().nullable(),
    /** Up to where of the feed each event has become a delivery, if only a waiting one. */
    position: p.bigint('number'),
    /** How often it has failed since it was stopped as a whole, and when it is tried again. */
    failures: p.integer().default(0),
    retryAt: p.datetime().nullable(),
    /** When it last took something. */
    takenAt: p.datetime().nullable(),
    /** Its workflow has looked for more, or is about to for the last time, and then waits to be woken. */
    asleep: p.boolean().default(true),
    /** When somebody began to wake its workflow, and has not ended. */
    calledAt: p.datetime().nullable(),
    /** Something was asked of it that its workflow may not know. */
    wanted: p.boolean().default(false),
    /** Counts attempts to deliver and changes of what they go by: whoever holds an earlier number writes nothing any more. */
    turn: p.integer().default(0),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
  },
});
export type WebhookRow = InferEntity<typeof WebhookEntity>;
