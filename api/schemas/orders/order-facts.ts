import Type from 'typebox';
import { INTENTS, type IntentKind } from '../../../domain/order/facts.ts';
import { ORDER_CHANGES } from '../../../domain/order/offers.ts';
import { CONSEQUENCES } from '../../../services/orders/consequences.ts';
import { MOST_STATED, STATED_OUTCOMES } from '../../../services/orders/intents-of-many.ts';
import { ItemProblem } from '../servers/assignments.ts';
import { Closed, Day, Id, Instant, Metadata, Nullable, OneOf, Text, TimeZone } from '../common.ts';
import { OrderView, PostedLine, PostedParty, PurchaseOrder } from './orders.ts';

const Reference = Type.String({ ...Text, description: 'Repeated with the same content it changes nothing' });

const ConfirmFar = Type.Optional(
  Type.Boolean({
    description: 'That a last day more than 10 years away is meant; no part of the content that a reference stands for',
  }),
);

export const Renewal = Closed({
  reference: Reference,
  endsOn: Type.String({ ...Day, description: 'The new last day, later than the present one' }),
  lines: Type.Optional(
    Type.Array(
      Closed({
        line: Id,
        capacity: Type.Optional(
          Type.Integer({
            minimum: 0,
            maximum: 1_000_000,
            description: 'What a subscription is reduced to, from 1 to the capacity of the term before',
          }),
        ),
      }),
      { minItems: 1, maxItems: 200, description: 'All subscriptions and all care, unless lines are named' },
    ),
  ),
  confirmFar: ConfirmFar,
});

export const Expansion = Closed({
  reference: Reference,
  lines: Type.Array(PostedLine, {
    minItems: 1,
    maxItems: 200,
    description:
      'A subscription without a last day of its own ends with those of the order, which has at most 1,000 lines in its life',
  }),
  metadata: Type.Optional(Metadata),
  confirmFar: ConfirmFar,
});

export const Relocation = Closed({ reference: Reference, timeZone: TimeZone });

export const Transfer = Closed({ reference: Reference, customer: PostedParty });

export const Because = Closed({ reason: Text }, { description: 'The newest reason counts' });

/** Of every route that changes an order: asks what it would do. */
export const Previewing = Closed({
  preview: Type.Optional(
    Type.Unsafe<'true' | 'false'>({
      ...OneOf(['true', 'false']),
      description: 'With `true` the answer is what would happen, or the very refusal, and nothing does',
    }),
  ),
});

export const Preview = Type.Object({
  preview: Type.Literal(true),
  events: Type.Array(Type.Object({ type: Type.String() }, { additionalProperties: true }), {
    description: 'As the order’s events would have them, without `seq` and `at`',
  }),
  order: OrderView,
  mails: Type.Array(Type.Object({ delivery: Id, edition: Type.Integer(), account: Id, at: Instant }), {
    description: 'E-mails about deliveries that would leave, to which account and when',
  }),
  consequences: Type.Array(
    Type.Object(
      { type: OneOf(CONSEQUENCES) },
      { additionalProperties: true, description: 'What further fields say depends on the type' },
    ),
    { description: 'What servers lose, get back or will lose, and which accounts read the order no more' },
  ),
});

const WhyNot = Nullable(
  Type.String({ description: 'The code of the refusal, or NOTHING_TO_CHANGE; null where it would be taken' }),
);

export const Offer = Type.Object({
  change: OneOf(ORDER_CHANGES),
  whyNot: WhyNot,
  of: Type.Array(Type.Object({ id: Type.String(), whyNot: WhyNot }), {
    description: 'What it can be asked for: lines, deliveries, plans, and what can be withdrawn, by kind and reference',
  }),
});
export const Offers = Type.Object({ items: Type.Array(Offer) });

export const Cancellation = Closed({
  reference: Type.Optional(
    Type.String({
      ...Text,
      description: 'Repeated with the same content it changes nothing; `cancellation` where absent',
    }),
  ),
  reason: Text,
  lines: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1_000, description: 'All lines where absent' })),
  on: Type.Optional(
    Type.String({
      ...Day,
      description: 'From the first instant of this day at the customer on; today or earlier is now',
    }),
  ),
});

export const Intent = Closed({
  intent: OneOf(INTENTS),
  capacity: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'With how much it would be renewed' }),
  ),
  note: Type.Optional(Type.String({ ...Text, description: 'For people of the seller and the vendor' })),
});

export const IntentOfMany = Closed({
  intent: Type.Unsafe<IntentKind | null>({
    ...Nullable(OneOf(INTENTS)),
    description: 'null takes back what was meant',
  }),
  lines: Type.Array(Closed({ order: Id, line: Id }), {
    ...{ minItems: 1, maxItems: MOST_STATED, description: 'Each names its line and its order' },
  }),
});

export const StatedOfMany = Type.Object({
  items: Type.Array(
    Type.Object({
      ...{ order: Id, line: Type.String() },
      outcome: Type.Unsafe<(typeof STATED_OUTCOMES)[number]>({
        ...OneOf(STATED_OUTCOMES),
        description: '`unchanged`: it means this already. `waiting`: the same request hears it',
      }),
      problem: ItemProblem,
    }),
  ),
});

/** What names a fact that is to be taken back, in a path. */
export const Known = Type.String({ ...Text, description: 'The reference under which it was posted' });

export const Amendment = Closed(
  {
    reference: Reference,
    customer: Type.Optional(PostedParty),
    reseller: Type.Optional(Nullable(PostedParty)),
    distributor: Type.Optional(Nullable(PostedParty)),
    lines: Type.Optional(
      Type.Array(PostedLine, { minItems: 1, maxItems: 200, description: 'All lines; they get new ids' }),
    ),
    purchaseOrder: Type.Optional(Nullable(PurchaseOrder)),
    metadata: Type.Optional(Nullable(Metadata)),
  },
  {
    minProperties: 2,
    description:
      'What is named replaces the whole former value; null removes it. The zone of another customer is the order’s',
  },
);

export const Lock = Closed({ reference: Reference, reason: Text });

export const Seller = Closed({ reference: Reference, reseller: PostedParty });
