import { PROVIDER_FIELDS } from '../../domain/people/identity-provider.ts';
import Type, { type TSchema } from 'typebox';
import type { AccountEvent } from '../../domain/people/account.ts';
import { SEVERITIES, type AdvisoryEvent } from '../../domain/advisories/advisory.ts';
import type { EventType } from '../../domain/journal.ts';
import { TAKEN_BECAUSE, type RecordedOrderEvent } from '../../domain/order/events.ts';
import { INTENTS, WITHDRAWABLE } from '../../domain/order/facts.ts';
import { ROLES } from '../../domain/people/permissions.ts';
import type { Recorded } from '../../domain/recorded.ts';
import { REFUSAL_CODES } from '../../domain/refusal.ts';
import { SCOPES } from '../../domain/people/scopes.ts';
import { SERVER_MODES, SERVER_ROLES, type RecordedServerEvent } from '../../domain/server/server.ts';
import { TAKEOVER_ENDS } from '../../domain/server/takeover.ts';
import { CARE_LEVELS, LICENSE_KINDS } from '../../domain/catalogue/terms.ts';
import { TODO_KINDS } from '../../domain/todo.ts';
import { WEBHOOK_FIELDS } from '../../domain/webhook/change.ts';
import type { HiddenField } from '../../services/event-view.ts';
import { Day, Instant, Nullable, OneOf, Units } from './common.ts';

type Event = RecordedOrderEvent | RecordedServerEvent | Recorded<AccountEvent> | Recorded<AdvisoryEvent>;
type Common = keyof Recorded<{ type: string }> | 'by' | 'requestId';

/** What an event says beside what every event does, as far as it is shown. An intent's reference nobody but us knows. */
type FieldOf<Of extends Event, Name> = Of extends { type: infer Types }
  ? Name extends Types
    ? Exclude<keyof Of, Common | HiddenField | (Name extends 'intent-stated' ? 'reference' : never)>
    : never
  : never;

const Text = (description: string) => Type.String({ description });
const delivery = Text('The delivery, by its number in the order');
const line = Text('The line, by its number in the order');
const lineReference = Type.Optional(Text('The ERP’s own number of the line'));
const application = Text('A key of the catalogue');
const server = Text('The server');
const standby = Text('The standby that runs what the server was to run');
const daysLeft = Type.Integer({ description: 'How many days of takeovers the server has left then' });
const reference = Text('Of the fact, as it was posted');
const reason = Text('As it was given');
const capacity = Units;
const plan = Text('What was planned, by its id');
const code = Type.Unsafe<string>({ ...OneOf(REFUSAL_CODES), description: 'Why it was refused' });
const endsOn = Type.Unsafe<string>({ ...Day, description: 'The last day' });
const NullableDay = Nullable(Day);
const Care = Nullable(Type.Object({ level: OneOf(CARE_LEVELS), endsOn: NullableDay }));
const edition = Type.Integer({ description: 'Which edition of the delivery' });

const Evaluation = Type.Object(
  {
    ...{ longestDays: Type.Integer(), expiringDays: Type.Integer(), noticeDays: Type.Array(Type.Integer()) },
    convertibleDays: Type.Integer(),
  },
  { description: 'What an evaluation was promised, in days' },
);
const SoldLines = Type.Array(
  Type.Object(
    {
      ...{ id: line, application, capacity, license: OneOf(LICENSE_KINDS), startsOn: Day, endsOn: NullableDay },
      ...{ care: Care, reference: lineReference, evaluation: Type.Optional(Evaluation) },
    },
    { description: 'A line as sold' },
  ),
  { description: 'The lines as sold' },
);
const Parties = {
  customerId: Type.String(),
  resellerId: Nullable(Type.String()),
  distributorId: Nullable(Type.String()),
};
const Shares = Type.Array(Type.Object({ line, server, capacity }), {
  description: 'What servers would have got back, and do not any more',
});
const Served = Type.Array(Type.Object({ order: Type.String(), line, application, capacity }), {
  description: 'Capacity of lines of orders',
});
/** Which lines a fact is about. */
const Lines = (more: Record<string, TSchema>) =>
  Type.Array(Type.Object({ line, application, reference: lineReference, ...more }), { description: 'The lines' });

const About = { line, lineReference, application };
const Moved = { ...About, server, capacity, total: Type.Unsafe<number>({ ...Units, description: 'What it has then' }) };
const Lapsed = { ...About, endsOn };
const Delivered = { delivery, reference, lines: SoldLines };
const Refused = { code, reference };
const Machine = {
  tokenVersion: Type.Integer({ description: 'Which token of the server was redeemed' }),
  fingerprint: Text('Of the machine'),
  publicKey: Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String() }, { description: 'A JWK' }),
  version: Text('Of the AppSuite'),
  hostname: Nullable(Type.String()),
};
const Member = {
  person: Text('The person, by the id alone'),
  role: OneOf(ROLES),
  order: Type.Optional(Text('By which it came')),
};
const Key = { keyId: Type.String(), name: Nullable(Text('As its maker called it')) };
const Hook = { webhook: Text('The webhook') };
/** Of an e-mail of a delivery these, of a digest its day. */
const Mail = {
  delivery: Type.Optional(delivery),
  edition: Type.Optional(edition),
  copy: Type.Optional(Type.Integer({ description: '1, and one more for each that a person asked for' })),
  on: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'The day of a digest' })),
};
const Item = { item: Text('What was to be done, as the list of that calls it'), kind: OneOf(TODO_KINDS) };
const issuer = Text('The provider of OpenID Connect, as it calls itself');
const document = Text('The license document, by its `jti`');

/** What each event says beside what all do. A field of a type of event that is not here does not compile; what is absent can be left out. */
export const EVENT_FIELDS: { [Name in EventType]: { [Field in FieldOf<Event, Name>]: TSchema } } = {
  acknowledged: { ...Item, order: Type.Optional(Type.String()), server: Type.Optional(Type.String()) },
  'acknowledgement-withdrawn': Item,
  'account-changed': { fields: Type.Array(Type.String(), { description: 'What of it' }) },
  // An order hears of it, and a server says all of it.
  activated: {
    ...{ server: Type.Optional(server), activatedAt: Type.Optional(Instant) },
    ...{ tokenVersion: Type.Optional(Machine.tokenVersion), fingerprint: Type.Optional(Machine.fingerprint) },
    ...{ publicKey: Type.Optional(Machine.publicKey), version: Type.Optional(Machine.version) },
    hostname: Type.Optional(Machine.hostname),
  },
  'activation-refused': { code, mode: Type.Optional(OneOf(SERVER_MODES)) },
  'advisory-published': {
    ...{ title: Text('As the vendor wrote it'), severity: OneOf(SEVERITIES) },
    affects: Text('Comparisons of versions, joined by spaces'),
    ...{ url: Text('Where it is described'), fixedIn: Nullable(Type.String()) },
  },
  'advisory-withdrawn': {},
  'amend-refused': Refused,
  amended: {
    ...{ reference, delivery, edition },
    former: Type.Optional(
      Type.Object(
        { ...Parties, timeZone: Type.String(), lines: Type.Optional(SoldLines) },
        { description: 'What was replaced' },
      ),
    ),
    customerId: Type.Optional(Parties.customerId),
    resellerId: Type.Optional(Parties.resellerId),
    distributorId: Type.Optional(Parties.distributorId),
    timeZone: Type.Optional(Type.String()),
    lines: Type.Optional(SoldLines),
  },
  assigned: Moved,
  'cancel-refused': { code, reference: Type.Optional(reference) },
  canceled: {
    ...{ reason, reference: Type.Optional(reference) },
    lines: Type.Optional(Lines({ plan: Type.Optional(plan) })),
  },
  'cancellation-planned': { reference, reason, on: Day, dueAt: Instant, lines: Lines({ plan }) },
  'capacity-changed': { application, capacity, shares: Served },
  'care-expired': Lapsed,
  'change-seller-refused': Refused,
  'change-time-zone-refused': Refused,
  changed: {
    name: Type.String(),
    role: OneOf(SERVER_ROLES),
    former: Type.Object({ name: Type.String(), role: OneOf(SERVER_ROLES) }),
  },
  'clone-suspected': {},
  'convert-refused': Refused,
  converted: {
    ...{ ...About, reference, license: OneOf(LICENSE_KINDS), endsOn: NullableDay, care: Care },
    formerLicense: OneOf(LICENSE_KINDS),
    formerEndsOn: NullableDay,
  },
  deactivated: { server: Type.Optional(server) },
  delivered: Delivered,
  'domains-set': { domains: Type.Array(Type.String(), { description: 'All that are the account’s from then on' }) },
  'emergency-declared': {
    ...{ order: Text('The order that grants it'), application, capacity, reason, endsOn },
    seller: Type.Optional(Text('The seller that declared it for the customer')),
  },
  ended: {},
  'expand-refused': Refused,
  expanded: Delivered,
  expired: Lapsed,
  expiring: Lapsed,
  'identity-provider-removed': { issuer },
  'identity-provider-set': {
    ...{ issuer, required: Type.Boolean({ description: 'Whether it is the only way into the account' }) },
    fields: Type.Array(OneOf(PROVIDER_FIELDS), { description: 'What of it is another now' }),
  },
  'intent-stated': { ...About, intent: Nullable(OneOf(INTENTS)), capacity: Nullable(Units) },
  'key-made': {
    ...Key,
    scopes: Nullable(Type.Array(OneOf(SCOPES), { description: 'What it is limited to; null is all' })),
    expiresAt: Nullable(Instant),
  },
  'key-revoked': Key,
  'lock-refused': Refused,
  locked: { reference, delivery, reason, givenUp: Shares },
  'mail-bounced': Mail,
  'mail-delivered': Mail,
  'mail-requested': { delivery, copy: Type.Integer() },
  'mail-sent': Mail,
  'mail-unknown': Mail,
  moved: Machine,
  'offline-activated': { ...Machine, document, lines: Served },
  'offline-overridden': { reason },
  'offline-returned': { document },
  'parties-changed': {
    ...{ reference, customerId: Type.Optional(Parties.customerId) },
    resellerId: Type.Optional(Parties.resellerId),
    distributorId: Type.Optional(Parties.distributorId),
    former: Type.Optional(Type.Object(Parties, { description: 'Who was there before' })),
    editions: Type.Optional(Type.Array(Type.Object({ delivery, edition }), { description: 'What is told anew' })),
    givenUp: Type.Optional(Shares),
  },
  'passkey-added': { person: Member.person },
  'passkey-removed': { person: Member.person },
  'passkey-used': { person: Member.person },
  'person-invited': Member,
  'person-joined': Member,
  'person-removed': { person: Member.person },
  'plan-withdrawn': { ...About, plan, planned: OneOf(['capacity', 'cancellation']), on: Day },
  reduced: { ...About, plan, reference, capacity, formerCapacity: Units },
  registered: { name: Type.String(), role: OneOf(SERVER_ROLES) },
  reinstalled: Machine,
  released: Moved,
  'renew-refused': Refused,
  renewed: {
    ...{ reference, endsOn },
    lines: Lines({
      ...{ endsOn: Day, formerEndsOn: Day, capacity, formerCapacity: Units },
      planned: Type.Optional(Type.Object({ id: plan, capacity, on: Day })),
    }),
  },
  'resume-refused': { code },
  resumed: {},
  retired: {},
  'role-changed': { person: Member.person, role: OneOf(ROLES), formerRole: OneOf(ROLES) },
  rotated: { version: Type.Integer({ description: 'Of the token' }), byVendor: Type.Boolean() },
  'seen-again': { silentSince: Instant },
  'seller-ended': { seller: Type.String() },
  'seller-restored': { seller: Type.String() },
  silent: { lastCheckInAt: Nullable(Instant) },
  'snapshot-suspected': {},
  'standby-changed': {
    standbyFor: Nullable(Text('The server whose standby it is now')),
    formerStandbyFor: Nullable(Text('And was before')),
  },
  'state-intent-refused': Refused,
  'suspend-refused': { code },
  suspended: { reason },
  'taken-back': { ...Moved, because: OneOf(TAKEN_BECAUSE), reference: Type.Optional(reference) },
  'takeover-ended': {
    ...{ standby, startedAt: Instant },
    endedAt: Type.Unsafe<string>({
      ...Instant,
      description:
        'Up to when the standby may have run; to come where it was released, until it proves that it stopped: then there is a second event',
    }),
    because: OneOf(TAKEOVER_ENDS),
    daysLeft,
  },
  'takeover-started': {
    ...{ standby, daysLeft },
    startedAt: Type.Unsafe<string>({ ...Instant, description: 'Since when the standby runs, as it says' }),
  },
  'test-units-changed': {
    testUnits: Type.Array(Type.String(), {
      description: 'The applications of which it uses what is free for tests now',
    }),
    formerTestUnits: Type.Array(Type.String(), { description: 'And did before' }),
  },
  'time-zone-changed': {
    ...{ reference, timeZone: Type.String(), formerTimeZone: Type.String() },
    confirms: Type.Optional(Type.Boolean({ description: 'Whether it was only assumed before' })),
  },
  'transfer-refused': Refused,
  'unlock-link-replaced': { delivery },
  'unlock-refused': { code, delivery: Type.Optional(delivery) },
  unlocked: { delivery },
  unrecoverable: {
    order: Type.String(),
    lines: Type.Array(Type.Object({ line: Type.Optional(line), application, capacity }), {
      description: 'What stands in its document',
    }),
  },
  updated: { version: Machine.version, hostname: Machine.hostname },
  'webhook-added': Hook,
  'webhook-changed': {
    ...Hook,
    fields: Type.Array(OneOf(WEBHOOK_FIELDS), { description: 'What of it; never what it was or is' }),
  },
  'webhook-disabled': {
    ...Hook,
    because: Type.Unsafe<string>({
      ...OneOf(['gone', 'nothing-taken']),
      description: 'It answered 410, or took nothing for the whole schedule',
    }),
  },
  'webhook-removed': Hook,
  'withdraw-plan-refused': Refused,
  'withdraw-refused': Refused,
  withdrawn: {
    ...{ kind: OneOf(WITHDRAWABLE), reference },
    lines: Lines({ endsOn: NullableDay, capacity }),
  },
};
