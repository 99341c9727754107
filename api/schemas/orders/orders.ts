import { INTENTS, type IntentKind } from '../../../domain/order/facts.ts';
import Type from 'typebox';
import type { LineState } from '../../../domain/order/line/capacity.ts';
import { ENDINGS, ORDER_STAGES, ORDER_STATUSES, type Ending, type OrderStage } from '../../../domain/order/order.ts';
import { CARE_LEVELS, LICENSE_KINDS, TERM_STATES } from '../../../domain/catalogue/terms.ts';
import { MAIL_STATES } from '../../../db/entities/telling/mail.ts';
import { CareConditionView, LineConditionView } from '../conditions.ts';
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
} from '../common.ts';

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

export const UnlockBody = Closed(
  { delivery: Type.Optional(Id) },
  { description: 'All that is locked, unless a delivery is named' },
);
export const Unlock = Nullable(UnlockBody);
export const Applied = Type.Object({
  applied: Type.Boolean({ description: 'Whether it shows already; it was taken either way' }),
});

export const UnlockLinkView = Type.Object({
  unlockUrl: Type.String({ description: 'Opens the page that unlocks the delivery, for whoever has it' }),
  replacedAt: Instant,
});

/** `metadata.<key>=<value>`: a name in a query stands for one key of an order's metadata. */
export const METADATA_PREFIX = 'metadata.';
const MetadataFilters = {
  patternProperties: { '^metadata\\.[A-Za-z0-9_.-]{1,40}$': Type.String({ maxLength: 200 }) },
};
export const ABOUT_METADATA =
  '`metadata.<key>=<text>` finds what was posted with that text under the key, for the vendor alone; several have to hold at once.';

const OrderFilters = {
  customer: Type.Optional(Id),
  reseller: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Named as reseller or as distributor' })),
  status: Type.Optional(OneOf(ORDER_STATUSES)),
  purchaseOrder: Type.Optional(Type.String({ minLength: 1, maxLength: 80, description: "The buyer's own number" })),
  q: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 200 },
      description: "Part of the number, of the purchase order, or of a party's id or name, in any case",
    }),
  ),
};

export const OrderQuery = Closed(
  {
    ...OrderFilters,
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
    mail: Type.Optional(
      Type.Unsafe<(typeof MAIL_STATES)[number]>({
        ...OneOf(MAIL_STATES),
        description: 'The state of the newest e-mail of any delivery that the caller may see',
      }),
    ),
    endsFrom: Type.Optional(
      Type.Unsafe<string>({ ...Day, description: 'The last day of a line, or of its care, is this or a later one' }),
    ),
    endsTo: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Of the same line: this or an earlier one' })),
    ...Paging,
  },
  MetadataFilters,
);

export const LineQuery = Closed(
  {
    ...OrderFilters,
    state: Type.Optional(
      Type.Unsafe<LineState>({ ...OneOf([...TERM_STATES, 'canceled']), description: 'At this moment' }),
    ),
    application: Type.Optional(Type.String({ minLength: 1, maxLength: 80, description: 'A key of the catalogue' })),
    what: Type.Optional(
      Type.Unsafe<Ending>({
        ...OneOf(ENDINGS),
        description: 'What the last day ends: a term, or the care of a perpetual license; without it both and neither',
      }),
    ),
    intent: Type.Optional(
      Type.Unsafe<IntentKind | 'undecided'>({
        ...OneOf([...INTENTS, 'undecided']),
        description: 'What is meant to be done at its end; not for customers',
      }),
    ),
    endsFrom: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'The last day is this or a later one' })),
    endsTo: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'The last day is this or an earlier one' })),
    ...Paging,
  },
  MetadataFilters,
);

export const Party = Type.Object({ id: Id, name: Text, email: Email, timeZone: TimeZone, locale: Locale });
const CareState = OneOf(TERM_STATES.filter((state) => state !== 'grace'));

export const CareView = Type.Object({ level: OneOf(CARE_LEVELS), endsOn: Day, state: CareState });
export const LineStateView = OneOf([...TERM_STATES, 'canceled']);

export const PlanView = Type.Object({
  id: Id,
  type: OneOf(['capacity', 'cancellation']),
  on: Day,
  reference: Type.String(),
  capacity: Type.Optional(Capacity),
});

export const IntentView = Type.Object({
  intent: OneOf(INTENTS),
  capacity: Nullable(Capacity),
  note: Nullable(Type.String()),
  statedAt: Instant,
  by: Nullable(Type.String()),
});

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
  condition: LineConditionView,
  careCondition: Nullable(CareConditionView),
  planned: Type.Array(PlanView, { description: 'Changes that are still to come' }),
  intent: Nullable(IntentView),
});

export const DeliveryView = Type.Object({
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
});

export const AssignmentView = Type.Object({
  line: Type.String(),
  server: Type.String(),
  capacity: Capacity,
  activatedAt: Nullable(Instant),
});

export const OrderView = Type.Object({
  number: Id,
  status: OneOf(ORDER_STATUSES),
  stage: OneOf(ORDER_STAGES),
  condition: Type.Unsafe<Type.Static<typeof LineConditionView>>({
    ...LineConditionView,
    description: 'Of its terms: that of the worst of its lines',
  }),
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
  deliveries: Type.Array(DeliveryView),
  lines: Type.Array(LineView),
  assignments: Type.Array(AssignmentView, { description: 'What counts now' }),
  kept: Type.Array(Type.Object({ line: Type.String(), server: Type.String(), capacity: Capacity }), {
    description: 'What servers hold of expired lines: it counts again when they are reinstated or converted',
  }),
  emergency: Type.Optional(
    Type.Object({ reason: Text }, { description: 'Why an emergency was declared, where it is the order of one' }),
  ),
});

const Named = Type.Object({ id: Id, name: Text });

export const LineOfOrder = Type.Object({ order: Id, customer: Named, seller: Named, line: LineView });
