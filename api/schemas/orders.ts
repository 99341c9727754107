import { INTENTS } from '../../domain/order/facts.ts';
import Type from 'typebox';
import { ORDER_STAGES, ORDER_STATUSES, type OrderStage } from '../../domain/order/order.ts';
import { CARE_LEVELS, LICENSE_KINDS, TERM_STATES } from '../../domain/terms.ts';
import { MAIL_STATES } from '../../db/entities/mail.ts';
import {
  Capacity,
  Closed,
  Day,
  Email,
  Id,
  Instant,
  Locale,
  Metadata,
  Nullable,
  OneOf,
  Paging,
  Text,
  Theirs,
  TimeZone,
  Units,
} from './common.ts';

export const PostedParty = Closed({
  id: Id,
  name: Text,
  email: Email,
  timeZone: Type.Optional(TimeZone),
  locale: Type.Optional(Locale),
});

export const PurchaseOrder = Theirs('The buyer’s own number of the order');
const LineReference = Theirs('The ERP’s own number of the line');

export const PostedLine = Closed({
  application: Type.String({ minLength: 1, maxLength: 80, description: 'A key of the catalogue' }),
  capacity: Capacity,
  license: OneOf(LICENSE_KINDS),
  startsOn: Type.Optional(Day),
  endsOn: Type.Optional(Day),
  care: Type.Optional(Closed({ level: Type.Optional(OneOf(CARE_LEVELS)), endsOn: Type.Optional(Day) })),
  reference: Type.Optional(LineReference),
});

export const PostedOrder = Closed(
  {
    number: Id,
    placedAt: Type.Optional(Instant),
    customer: PostedParty,
    reseller: Type.Optional(PostedParty),
    distributor: Type.Optional(PostedParty),
    lines: Type.Array(PostedLine, { minItems: 1, maxItems: 200 }),
    purchaseOrder: Type.Optional(PurchaseOrder),
    metadata: Type.Optional(Metadata),
  },
  { description: 'Without reseller and distributor it is sold directly: the customer unlocks it' },
);

export const Unlock = Nullable(Closed({ delivery: Type.Optional(Id) }));
export const Applied = Type.Object({
  applied: Type.Boolean({ description: 'Whether it shows already; it was taken either way' }),
});

export const UnlockLinkView = Type.Object({
  unlockUrl: Type.String({ description: 'Opens the page that unlocks the delivery, for whoever has it' }),
  replacedAt: Instant,
});

export const OrderQuery = Closed({
  customer: Type.Optional(Id),
  reseller: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Named as reseller or as distributor' })),
  stage: Type.Optional(
    Type.Unsafe<OrderStage>({
      ...OneOf(ORDER_STAGES),
      description: 'The stage of what is unlocked: a locked expansion is found by `locked`',
    }),
  ),
  locked: Type.Optional(
    Type.Unsafe<'true' | 'false'>({
      ...OneOf(['true', 'false']),
      description: 'Whether anything of it waits to be unlocked that the caller may see',
    }),
  ),
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Part of the number, of `purchaseOrder`, or of the id or name of a party',
    }),
  ),
  ...Paging,
});

const Party = Type.Object({ id: Id, name: Text, email: Email, timeZone: TimeZone, locale: Locale });
const CareState = OneOf(TERM_STATES.filter((state) => state !== 'grace'));

export const CareView = Type.Object({ level: OneOf(CARE_LEVELS), endsOn: Day, state: CareState });
export const LineStateView = OneOf([...TERM_STATES, 'canceled']);

export const LineView = Type.Object({
  id: Type.String(),
  reference: Nullable(LineReference),
  delivery: Type.String(),
  application: Type.String(),
  license: OneOf(LICENSE_KINDS),
  capacity: Capacity,
  locked: Units,
  assigned: Units,
  free: Units,
  startsOn: Day,
  endsOn: Nullable(Day),
  state: LineStateView,
  care: Nullable(CareView),
  planned: Type.Array(
    Type.Object({
      id: Id,
      type: OneOf(['capacity', 'cancellation']),
      on: Day,
      reference: Type.String(),
      capacity: Type.Optional(Capacity),
    }),
    { description: 'Changes that are still to come' },
  ),
  intent: Nullable(
    Type.Object({
      intent: OneOf(INTENTS),
      capacity: Nullable(Capacity),
      note: Nullable(Type.String()),
      statedAt: Instant,
      by: Nullable(Type.String()),
    }),
  ),
});

export const OrderView = Type.Object({
  number: Id,
  status: OneOf(ORDER_STATUSES),
  stage: OneOf(ORDER_STAGES),
  placedAt: Instant,
  purchaseOrder: Nullable(PurchaseOrder),
  metadata: Type.Optional(Metadata),
  timeZone: Type.Unsafe<string>({ ...TimeZone, description: 'In which its days begin' }),
  timeZoneAssumed: Type.Boolean({
    description: 'Whether that is UTC because neither the order nor the account of its customer named one',
  }),
  customer: Party,
  reseller: Nullable(Party),
  distributor: Nullable(Party),
  deliveries: Type.Array(
    Type.Object({
      id: Type.String(),
      reference: Type.String(),
      edition: Type.Integer({
        minimum: 1,
        description: 'How often it was told, anew included: a link of a former one is replaced',
      }),
      deliveredAt: Instant,
      unlockedAt: Nullable(Instant),
      mail: OneOf(MAIL_STATES),
      metadata: Type.Optional({
        ...Metadata,
        description: 'What the expansion brought; the order’s own stands with it',
      }),
    }),
  ),
  lines: Type.Array(LineView),
  assignments: Type.Array(
    Type.Object({ line: Type.String(), server: Type.String(), capacity: Capacity, activatedAt: Nullable(Instant) }),
    { description: 'What counts now' },
  ),
  kept: Type.Array(Type.Object({ line: Type.String(), server: Type.String(), capacity: Capacity }), {
    description: 'What servers hold of expired lines: it counts again when they are reinstated or converted',
  }),
});
