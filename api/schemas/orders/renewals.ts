import Type from 'typebox';
import { UNITS } from '../../../domain/catalogue/catalogue.ts';
import { ENDINGS_WITHIN, type EndingWithin } from '../../../domain/order/line/ending.ts';
import { INTENTS, type IntentKind } from '../../../domain/order/facts.ts';
import { ENDINGS, ORDER_STATUSES, type Ending } from '../../../domain/order/order.ts';
import { CARE_LEVELS, LICENSE_KINDS } from '../../../domain/catalogue/terms.ts';
import { Capacity, Closed, Day, Id, Instant, Nullable, OneOf, Paging, Text, TimeZone, Units } from '../common.ts';
import { CareConditionView, LineConditionView } from '../conditions.ts';
import { IntentView, PlanView } from './orders.ts';

export const RenewalQuery = Closed({
  ends: Type.Optional(
    Type.Unsafe<EndingWithin>({
      ...OneOf(ENDINGS_WITHIN),
      description: 'Within so many days from today, as its customer counts them, or already, and can still be renewed',
    }),
  ),
  endsFrom: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'The last day is this or a later one' })),
  endsTo: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'The last day is this or an earlier one' })),
  what: Type.Optional(
    Type.Unsafe<Ending>({
      ...OneOf(ENDINGS),
      description: 'What the last day ends: a term, or the care of a perpetual license',
    }),
  ),
  application: Type.Optional(Type.String({ minLength: 1, maxLength: 80, description: 'A key of the catalogue' })),
  customer: Type.Optional(Id),
  reseller: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Named as reseller or as distributor' })),
  intent: Type.Optional(
    Type.Unsafe<IntentKind | 'undecided'>({
      ...OneOf([...INTENTS, 'undecided']),
      description: 'What is meant to be done at its end; not for customers',
    }),
  ),
  q: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 200 },
      description: "Part of the order's number, of its purchase order, or of a party's id or name, in any case",
    }),
  ),
  ...Paging,
});

const Named = Type.Object({ id: Id, name: Text });

export const RenewalView = Type.Object({
  order: Id,
  purchaseOrder: Nullable(Type.String()),
  line: Type.String(),
  reference: Nullable(Type.String({ description: 'The ERP’s own number of the line' })),
  status: Type.Unsafe<(typeof ORDER_STATUSES)[number]>({ ...OneOf(ORDER_STATUSES), description: 'Of its order' }),
  timeZone: Type.Unsafe<string>({ ...TimeZone, description: 'In which its last day ends' }),
  customer: Named,
  seller: Named,
  application: Type.String(),
  license: OneOf(LICENSE_KINDS),
  capacity: Capacity,
  what: OneOf(ENDINGS),
  lastDay: Day,
  daysLeft: Type.Integer({ description: 'To it, from today as its customer counts days; negative once it has passed' }),
  careLevel: Nullable(OneOf(CARE_LEVELS)),
  condition: Type.Unsafe<Type.Static<typeof LineConditionView>>({
    ...LineConditionView,
    description: 'Of the line at this moment',
  }),
  careCondition: Nullable(CareConditionView),
  renewableUntil: Type.Unsafe<string | null>({
    ...Nullable(Instant),
    description: 'Until when it can be renewed; null where that is always',
  }),
  planned: Type.Array(PlanView, { description: 'Changes that are still to come' }),
  intent: Nullable(IntentView),
});

export const RenewalTotal = Type.Object({
  application: Type.String(),
  unit: Nullable(OneOf(UNITS)),
  lines: Units,
  capacity: Units,
});

export const RenewalPage = Type.Object({
  items: Type.Array(RenewalView),
  totals: Type.Array(RenewalTotal, { description: 'Of all that is found, on this page and on others' }),
  nextCursor: Nullable(Type.String()),
});
