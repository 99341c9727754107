import Type from 'typebox';
import { MADE } from '../../../domain/people/account.ts';
import { UNITS } from '../../../domain/catalogue/catalogue.ts';
import { ORDER_STATUSES } from '../../../domain/order/order.ts';
import { ACCOUNT_KINDS, STANDINGS, type Standing } from '../../../domain/people/permissions.ts';
import { LICENSE_KINDS } from '../../../domain/catalogue/terms.ts';
import {
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
  TimeZone,
  Units,
} from '../common.ts';
import { RowCareView, RowConditionView } from '../conditions.ts';
import { CareView, LineStateView, LineView } from '../orders/orders.ts';

const Notices = Type.Boolean({ description: 'Whether it is told by e-mail of what ends, at most once a day' });

const Zone = Type.Unsafe<string | null>({ ...Nullable(TimeZone), description: 'Null where it is unknown' });

export const AccountQuery = Closed({
  kind: Type.Optional(OneOf(ACCOUNT_KINDS)),
  q: Type.Optional(
    Type.String({ ...{ minLength: 1, maxLength: 200 }, description: 'Part of the id or the name, in any case' }),
  ),
  ...Paging,
});

export const AccountChange = Closed({
  name: Text,
  email: Email,
  timeZone: Zone,
  locale: Locale,
  notices: Type.Optional(Notices),
  metadata: Type.Optional(Metadata),
});

export const AccountFields = Closed(
  {
    name: Type.Optional(Text),
    email: Type.Optional(Email),
    timeZone: Type.Optional(Zone),
    locale: Type.Optional(Locale),
    notices: Type.Optional(Notices),
    metadata: Type.Optional(Metadata),
  },
  { minProperties: 1, description: 'What is absent stays' },
);

export const AccountView = Type.Object({
  id: Id,
  kind: OneOf(ACCOUNT_KINDS),
  name: Text,
  email: Email,
  timeZone: Zone,
  locale: Locale,
  notices: Notices,
  metadata: Type.Optional(Metadata),
});

/** An application as the vendor sells it. */
export const ApplicationView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  unit: OneOf(UNITS),
  requires: Type.Array(Type.String(), { description: 'Has to be licensed on the same server' }),
  capacityFrom: Nullable(Type.String({ description: 'Whose capacity it has; its own license switches it on' })),
  onlineOnly: Type.Boolean({ description: 'Never part of an offline document' }),
  retired: Type.Boolean({ description: 'Sold no more; what was sold of it lives on' }),
  testUnits: Type.Optional(
    Type.Integer({ description: 'Units that are free for tests, once per customer; absent where none are' }),
  ),
});

export const SellerView = Type.Object({
  id: Id,
  name: Text,
  standing: Type.Unsafe<Standing>({
    ...OneOf(STANDINGS),
    description:
      '`manages` while something unlocked of an order that goes on is not past reinstatement, else `orders-only`; `ended` until it is restored',
  }),
  endedAt: Nullable(Instant),
  endedBy: Nullable(Type.String({ description: '`person/<id>` or `key/<id>`' })),
});

/** Everything that an account owns of one application. */
export const LicenseView = Type.Object({
  application: Type.String(),
  name: Type.String(),
  unit: Nullable(OneOf(UNITS)),
  owned: Units,
  locked: Units,
  assigned: Units,
  free: Units,
  used: Type.Unsafe<number | null>({
    ...Nullable(Units),
    description:
      'In use, by what the servers said last; null where none says any, or they are not for the caller to see',
  }),
  suspended: Type.Integer({ minimum: 0, description: 'What of `owned` is of suspended orders: no server may use it' }),
  licenses: Type.Array(OneOf(LICENSE_KINDS)),
  endsOn: Nullable(Day),
  state: LineStateView,
  care: Nullable(CareView),
  condition: Type.Unsafe<Type.Static<typeof RowConditionView>>({
    ...RowConditionView,
    description:
      'Of the worst of its lines, with their units; `endsOn`, `state` and `care` are of the one that ends first',
  }),
  careCondition: Nullable(RowCareView),
  lines: Type.Array(Type.Intersect([Type.Object({ order: Id, status: OneOf(ORDER_STATUSES) }), LineView])),
});

export const HistoryView = Type.Object({
  items: Type.Array(
    Type.Object({
      application: Type.String(),
      name: Text,
      unit: Nullable(OneOf(UNITS)),
      used: Type.Unsafe<number | null>({ ...Nullable(Units), description: 'Now; null where no server says it' }),
      points: Type.Array(Type.Object({ on: Day, owned: Units, assigned: Units }), {
        description: 'At the beginning of each of the last twelve months in the account’s time zone, and now',
      }),
    }),
  ),
});

export const AddressCorrection = Closed({
  wrong: Type.Unsafe<string>({ ...Email, description: 'The address that was wrong' }),
  right: Type.Unsafe<string>({ ...Email, description: 'The one that it should have been' }),
});

const Letters = (description: string) => Type.Array(Type.Object({ order: Id, delivery: Id }), { description });

export const CorrectedAddress = Type.Object({
  account: Id,
  email: Type.Unsafe<string>({ ...Email, description: 'That of the account now' }),
  links: Letters('Locked deliveries whose link was replaced and mailed to the right address'),
  due: Letters(
    'Those whose e-mail to the wrong address is still being tried: once it has left, the same is done for them by itself',
  ),
  made: Type.Array(Type.Object({ kind: OneOf(MADE), id: Id, name: Type.String() }), {
    description:
      'What whoever has the wrong address made, changed or let in, and works still: keys by name, members by address, webhooks by URL. Take out what a stranger made',
  }),
});
