/** What is posted to an endpoint (Standard Webhooks): the event as the feed answers it, and when it came about (ISO 8601). */
export type WebhookMessage = { type: string; timestamp: string; data: object };
