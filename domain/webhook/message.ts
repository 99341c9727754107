import type { Placed } from './delivery.ts';

/** What is posted to an endpoint (Standard Webhooks): the event as the feed answers it, and when it came about (ISO 8601). */
export type WebhookMessage = { type: string; timestamp: string; data: object };

/** An event of the feed as somebody is told it. */
export type ToldEvent = Placed & { message: WebhookMessage };
