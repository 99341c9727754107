export const WEBHOOK_STATES = ['enabled', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** What of a webhook can be changed; `after` is from where it goes on, `secret` what its messages are signed with. */
export const WEBHOOK_FIELDS = ['url', 'types', 'description', 'state', 'after', 'secret'] as const;
export type WebhookField = (typeof WEBHOOK_FIELDS)[number];

/** So many webhooks an account has at most. */
export const MOST_WEBHOOKS = 20;

/** So long does a secret sign beside the one that took its place, in milliseconds. */
export const BOTH_SIGN_MS = 86_400_000;

/** So many secrets sign at most, the newest: whoever makes more in a day ends the oldest before its time. */
export const MOST_SECRETS = 5;
