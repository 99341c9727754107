import Type from 'typebox';
import { EVENT_TYPES } from '../../../domain/journal.ts';
import { ATTEMPT_ERRORS } from '../../../domain/webhook/attempt.ts';
import { WEBHOOK_STATES } from '../../../domain/webhook/change.ts';
import { DELIVERY_STATES } from '../../../domain/webhook/delivery.ts';
import { DISABLED_FOR } from '../../../domain/webhook/judge.ts';
import { Closed, Cursor, Id, Instant, Nullable, OneOf, Paging, Text } from '../common.ts';

const Url = Type.String({
  ...{ minLength: 1, maxLength: 2_000 },
  description: 'Where messages are posted: https, at an address of the internet',
  examples: ['https://erp.example.com/hooks'],
});

const Types = Nullable(
  Type.Array(OneOf(EVENT_TYPES), {
    ...{ minItems: 1, maxItems: EVENT_TYPES.length, uniqueItems: true },
    description: 'Which types of events are delivered; null, or left out, is all',
  }),
);

const Description = Nullable(Text);

export const NewWebhook = Closed({
  url: Url,
  types: Type.Optional(Types),
  description: Type.Optional(Description),
});

export const WebhookChange = Closed(
  {
    url: Type.Optional(Url),
    types: Type.Optional(Types),
    description: Type.Optional(Description),
    state: Type.Optional(OneOf(WEBHOOK_STATES)),
    after: Type.Optional(
      Type.String({ ...Cursor, description: 'A cursor of /v1/events, or `end`, to go on from; else where it stopped' }),
    ),
  },
  { minProperties: 1, description: 'What is absent stays' },
);

export const WebhookView = Type.Object({
  id: Id,
  url: Url,
  types: Types,
  description: Description,
  state: OneOf(WEBHOOK_STATES),
  disabledFor: Type.Unsafe<(typeof DISABLED_FOR)[number] | null>({
    ...Nullable(OneOf(DISABLED_FOR)),
    description:
      '`gone`: it answered 410; `nothing-taken`: in all the attempts of three days; `asked`: somebody switched it off',
  }),
  createdAt: Instant,
});

const Secret = Type.String({
  description: 'What its messages are signed with; answered this once',
  pattern: '^whsec_',
});

export const AddedWebhook = Type.Intersect([WebhookView, Type.Object({ secret: Secret })]);

export const SecretView = Type.Object({ secret: Secret });

export const AttemptView = Type.Object({
  at: Instant,
  status: Nullable(Type.Integer({ description: 'What was answered; 2xx takes the event' })),
  durationMs: Type.Integer({ minimum: 0 }),
  error: Type.Unsafe<(typeof ATTEMPT_ERRORS)[number] | null>({
    ...Nullable(OneOf(ATTEMPT_ERRORS)),
    description: 'Why nothing was answered',
  }),
});

export const DeliveryQuery = Closed({ ...Paging, state: Type.Optional(OneOf(DELIVERY_STATES)) });

export const DeliveryView = Type.Object({
  event: Type.String({ description: 'Its id, which is the `webhook-id` of its messages too' }),
  type: OneOf(EVENT_TYPES),
  state: OneOf(DELIVERY_STATES),
  attempts: Type.Array(AttemptView, { description: 'The last ones, oldest first' }),
});

export const AskedAgain = Type.Object({ event: Type.String() });
