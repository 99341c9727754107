import type { AccountEvent } from '../../../domain/people/account.ts';
import type { AdvisoryEvent } from '../../../domain/advisories/advisory.ts';
import type { EventType } from '../../../domain/journal.ts';
import type { InternalEvent, RecordedOrderEvent } from '../../../domain/order/events.ts';
import type { Recorded } from '../../../domain/recorded.ts';
import type { RecordedServerEvent } from '../../../domain/server/server.ts';

type Event = RecordedOrderEvent | RecordedServerEvent | Recorded<AccountEvent> | Recorded<AdvisoryEvent>;

/** What an event says beside what every event does. */
type FieldOf<Of extends Event, Type = Event['type']> = Of extends { type: infer Types }
  ? Type extends Types
    ? Exclude<keyof Of, keyof Recorded<{ type: string }>>
    : never
  : never;

/** What people typed and what machines say of themselves. The journal keeps it for ever: each only where it has to be. */
export const DETAILS = [
  'fingerprint',
  'former',
  'hostname',
  'name',
  'publicKey',
  'reason',
  'response',
  'version',
] as const;
type Detail = (typeof DETAILS)[number];

const MACHINE = ['fingerprint', 'hostname', 'publicKey', 'version'] as const;

/** Which of these each type of event may hold; docs/privacy.md says why. A new type is refused until it has its place here. */
export const MAY_HOLD: { [Type in EventType | InternalEvent]: readonly Extract<Detail, FieldOf<Event, Type>>[] } = {
  'account-changed': [],
  acknowledged: [],
  'acknowledgement-withdrawn': [],
  activated: MACHINE,
  'activation-refused': [],
  'advisory-published': [],
  'advisory-withdrawn': [],
  'amend-refused': [],
  amended: ['former'],
  assigned: [],
  'cancel-refused': [],
  canceled: ['reason'],
  'cancellation-planned': ['reason'],
  'capacity-changed': [],
  'care-expired': [],
  'change-seller-refused': [],
  'change-time-zone-refused': [],
  changed: ['name', 'former'],
  'clone-suspected': [],
  closed: [],
  'convert-refused': [],
  converted: [],
  'correction-due': [],
  deactivated: [],
  delivered: [],
  'domains-set': [],
  'emergency-declared': ['reason'],
  ended: [],
  'expand-refused': [],
  expanded: [],
  expired: [],
  expiring: [],
  heard: [],
  'identity-provider-removed': [],
  'identity-provider-set': [],
  'intent-stated': [],
  'key-made': ['name'],
  'key-revoked': ['name'],
  'lock-refused': [],
  locked: ['reason'],
  'mail-bounced': [],
  'mail-delivered': [],
  'mail-requested': [],
  'mail-sent': [],
  'mail-unknown': [],
  moved: MACHINE,
  'notice-due': [],
  'offline-activated': [...MACHINE, 'response'],
  'offline-overridden': ['reason'],
  'offline-returned': [],
  'parties-changed': ['former'],
  'passkey-added': [],
  'passkey-removed': [],
  'passkey-used': [],
  'person-invited': [],
  'person-joined': [],
  'person-removed': [],
  'plan-withdrawn': [],
  reduced: [],
  registered: ['name'],
  reinstalled: MACHINE,
  released: [],
  'renew-refused': [],
  renewed: [],
  'resume-refused': [],
  resumed: [],
  retired: [],
  'role-changed': [],
  rotated: [],
  'seen-again': [],
  'seller-ended': [],
  'seller-restored': [],
  silent: [],
  'snapshot-suspected': [],
  'standby-changed': [],
  'state-intent-refused': [],
  'suspend-refused': [],
  suspended: ['reason'],
  'taken-back': [],
  'takeover-ended': [],
  'takeover-started': [],
  // Of what is former its instants hold days alone.
  'test-units-changed': [],
  'time-zone-changed': ['former' as never],
  'transfer-refused': [],
  'unlock-link-replaced': [],
  'unlock-refused': [],
  unlocked: [],
  unrecoverable: [],
  updated: ['version', 'hostname'],
  'webhook-added': [],
  'webhook-changed': [],
  'webhook-disabled': [],
  'webhook-removed': [],
  'withdraw-plan-refused': [],
  'withdraw-refused': [],
  withdrawn: [],
};

/** What any event may hold: numbers, days, hashes, words of ours, and ids, which name nobody whose details are gone. */
const PLAIN: { [Field in Exclude<FieldOf<Event>, Detail>]: true } = {
  activatedAt: true,
  affects: true,
  application: true,
  because: true,
  boundaries: true,
  by: true,
  byVendor: true,
  capacity: true,
  care: true,
  code: true,
  confirms: true,
  contentHash: true,
  customerId: true,
  days: true,
  delivery: true,
  distributorId: true,
  document: true,
  domains: true,
  dueAt: true,
  edition: true,
  editions: true,
  ends: true,
  endsOn: true,
  expiresAt: true,
  fields: true,
  fixedIn: true,
  formerCapacity: true,
  formerEndsOn: true,
  formerLicense: true,
  formerRole: true,
  formerStandbyFor: true,
  formerTestUnits: true,
  formerTimeZone: true,
  givenUp: true,
  instants: true,
  intent: true,
  item: true,
  key: true,
  keyId: true,
  kind: true,
  last: true,
  license: true,
  line: true,
  lineReference: true,
  lines: true,
  number: true,
  on: true,
  issuer: true,
  order: true,
  person: true,
  plan: true,
  planned: true,
  reference: true,
  requestHash: true,
  requestId: true,
  required: true,
  resellerId: true,
  role: true,
  says: true,
  scopes: true,
  seller: true,
  server: true,
  severity: true,
  shares: true,
  standbyFor: true,
  takenAt: true,
  testUnits: true,
  timeZone: true,
  title: true,
  token: true,
  tokenVersion: true,
  total: true,
  url: true,
  webhook: true,
  what: true,
};

/** The same, of what stands inside of these, and of what statements alone write. */
const WITHIN = [
  ...['convertibleDays', 'convertibleUntil', 'evaluation', 'expiringDays', 'longestDays', 'noticeDays'],
  ...['careEndsOn', 'cause', 'copy', 'crv', 'formerCapacity', 'formerEndsOn', 'id', 'issuedAt', 'kty', 'lastCheckInAt'],
  ...['care', 'level', 'license', 'mode', 'redeemedAt', 'silentSince', 'startsOn', 'x'],
  ...['standby', 'startedAt', 'endedAt', 'daysLeft'],
  ...['at', 'expiringFrom', 'from', 'graceUntil', 'last', 'lastDay', 'notices', 'reinstatableUntil', 'until'],
];

const quoted = (texts: readonly string[]) => `array[${texts.map((text) => `'${text}'`).join()}]::text[]`;

/**
 * Statements by which a database writes down each event that says more than that, at any depth, or in which an address
 * stands elsewhere than in what people typed. It is not refused: a workflow would try again, and a test wait for it.
 */
export const JOURNAL_WATCH = [
  `create table journal_surprises (type text, says text)`,
  `create function find_surprises() returns trigger language plpgsql as $$
    begin
      insert into journal_surprises
      select distinct new.type, field
      from jsonb_path_query(new.data, 'strict $.** ? (@.type() == "object")') part, jsonb_each(part) said (field, value)
      where field <> all(${quoted([...Object.keys(PLAIN), ...WITHIN])})
        -- A token's version is a number; an AppSuite's is what it says.
        and not (field = 'version' and jsonb_typeof(value) = 'number')
        and not coalesce(jsonb_exists('${JSON.stringify(MAY_HOLD)}'::jsonb->new.type, field), false)
      union select new.type, 'an address' where (new.data - ${quoted([...DETAILS, 'reference'])})::text like '%@%';
      return null;
    end $$`,
  `create trigger surprises_are_found after insert on journal for each row execute function find_surprises()`,
];

/** What events said that the journal may not hold, each once. */
export const JOURNAL_SURPRISES = 'select distinct type, says from journal_surprises order by type, says';
