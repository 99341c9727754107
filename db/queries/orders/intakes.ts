import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder, Agreed, Party } from '../../../domain/order/arriving/accept.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { addMembers, normalEmail } from '../accounts/people.ts';
import { executeOften } from '../prepared.ts';
import { journaled } from '../publishing/journal.ts';
import { IS_UNREPAIRED } from '../repair/restored.ts';
import { QUEUED, STARTED_AS_ANOTHER } from './unstarted.ts';

/** An intake as far as a repeat of the order needs it. */
export type IntakeRecord = {
  content: AcceptedOrder;
  contentHash: string;
  isProjected: boolean;
  /** Whether Temporal has an order of this number with another content. */
  isOther: boolean;
  /** Whether it was made again from the order's workflow. */
  isRebuilt: boolean;
};

/**
 * An order that is kept, what it was accepted under, and by which request it came in. It is claimed where whoever keeps it
 * is about to start it itself.
 */
export type Kept = {
  content: AcceptedOrder;
  contentHash: string;
  agreed: Agreed;
  requestId: string | null;
  /** The trace that it came in by, as W3C writes it. */
  trace: string | null;
  isClaimed: boolean;
};

/** `timeZone` is null where it is unknown. `hasMember` says whether the address that the order names belongs to the account, or was proposed to it before. */
export type KnownAccount = { id: string; kind: AccountKind; timeZone: string | null; hasMember: boolean };

/** A company that an order names, with the kind of account that its part in it makes; `timeZone` is null where nobody said it. */
export type NamedParty = Omit<Party, 'timeZone'> & { timeZone: string | null; kind: AccountKind };

export type Known = { intake: IntakeRecord | null; accounts: KnownAccount[]; isUnrepaired: boolean };

/** An order number, and the parties that an order of it names. */
export type Named = { number: string; parties: readonly { id: string; email: string }[] };

/** What names parties: an order, or a fact about it; `acceptedAt` is when it came in, ISO 8601. */
export type Placed = Pick<AcceptedOrder, 'number' | 'by' | 'acceptedAt'>;

const INTAKE = `jsonb_build_object('content', content, 'contentHash', content_hash,
  'isProjected', exists (select from orders o where o.number = intakes.number), 'isRebuilt', rebuilt_at is not null,
  'isOther', exists (select from unstarted_orders u where u.number = intakes.number and u.failure = '${STARTED_AS_ANOTHER}'))`;

/**
 * In SQL, creates the accounts that do not exist, in one order for everybody, so that no two of these statements hold
 * each other up for ever. The addresses of those that are `created` become their first administrators, which is the first thing in their streams.
 */
const CREATE_ACCOUNTS = `named as materialized (
    select * from json_to_recordset(?::json) named (id text, kind text, name text, email text, address text, "timeZone" text,
      locale text, "order" text, at timestamptz, source text, about jsonb)),
  created as (
    insert into accounts (id, kind, name, email, time_zone, locale, created_at, seq)
    select id, kind, name, email, "timeZone", locale, at, 1 from named order by id on conflict (id) do nothing returning id),
  first as (select distinct on (named.id) named.* from named join created on created.id = named.id order by named.id),
  persons as (
    insert into people (id, email, created_at)
    select gen_random_uuid(), address, min(at) from first group by address order by address
    on conflict (email) do update set email = excluded.email returning id, email),
  members as (
    insert into memberships (person_id, account_id, role, source, created_at, confirmed_at)
    select persons.id, first.id, 'administrator', first.source, first.at, first.at
    from first join persons on persons.email = first.address on conflict do nothing returning person_id, account_id),
  ${journaled(`select 'account/' || first.id, 1, 'person-joined', first.at, first.at,
    jsonb_build_object('person', person_id) || first.about from members join first on first.id = account_id`)}`;

function asNewcomers({ number, by, acceptedAt: at }: Placed, parties: readonly NamedParty[]) {
  const source = orderSource(number);
  return parties.map(({ id, kind, name, email, timeZone, locale }) => ({
    ...{ id, kind, name, email, address: normalEmail(email), timeZone, locale, order: number, at, source },
    about: { role: 'administrator', order: number, by, cause: source },
  }));
}

const ACCOUNT = `(select jsonb_build_object('id', a.id, 'kind', a.kind, 'timeZone', a.time_zone,
    'hasMember', exists (select from memberships m join people p on p.id = m.person_id
      where m.account_id = a.id and p.email = named.email))
  from accounts a where a.id = named.id)`;

/** One by one, whatever PostgreSQL takes for their number: the tables grow. */
const KNOWN = `select (select ${INTAKE} from intakes where number = asked.number) as intake, ${IS_UNREPAIRED} as "isUnrepaired",
    coalesce((select jsonb_agg(account) from (select ${ACCOUNT} as account
        from jsonb_to_recordset(asked.parties) named (id text, email text)) known where account is not null), '[]') as accounts
  from json_to_recordset(?::json) asked (place int, number text, parties jsonb) order by place`;

/**
 * What is known about order numbers and the parties that orders name, in one round trip, in their order; and whether numbers
 * can be taken that are not known here, as the database was restored.
 */
export function readAllKnown(em: EntityManager, asked: readonly Named[]): Promise<Known[]> {
  const rows = asked.map(({ number, parties }, place) => ({
    ...{ place, number },
    parties: parties.map(({ id, email }) => ({ id, email: normalEmail(email) })),
  }));
  return executeOften<Known>(em, 'read-known', KNOWN, [JSON.stringify(rows)]);
}

/** The same of one number. */
export async function readKnown(em: EntityManager, number: string, parties: Named['parties']): Promise<Known> {
  const [known] = await readAllKnown(em, [{ number, parties }]);
  return known!;
}

/** An order to be kept, with the parties that have no account yet. */
export type Keeping = { kept: Kept; newcomers: readonly NamedParty[] };

const KEEP = `kept as (
    insert into intakes (number, content, content_hash, received_at)
    select number, content, hash, at from asked
    where newcomers = (select count(*) from first where first."order" = asked.number)
    order by number on conflict (number) do nothing returning number)
  ${QUEUED}`;

/**
 * Keeps orders as they came in, puts them in line to be started, and creates the accounts of their newcomers with them. No two
 * of them have a number or a newcomer in common. Answers for each whether it has begun, where it is claimed; null when its
 * number is taken, or when one of those accounts was created by another order a moment ago.
 */
export async function insertIntakes(
  em: EntityManager,
  keeping: readonly Keeping[],
): Promise<({ hasBegun: boolean } | null)[]> {
  const asked = keeping.map(({ kept: { content, contentHash, ...kept }, newcomers }) => ({
    ...{ number: content.number, content, hash: contentHash, at: content.acceptedAt, ...kept },
    newcomers: newcomers.length,
  }));
  const named = keeping.flatMap(({ kept, newcomers }) => asNewcomers(kept.content, newcomers));
  const rows = await executeOften<{ number: string; hasBegun: boolean }>(
    em,
    'keep-orders',
    `with asked as materialized (select * from json_to_recordset(?::json) asked (number text, content jsonb, hash text,
       at timestamptz, agreed jsonb, "requestId" text, trace text, "isClaimed" boolean, newcomers int)),
     ${CREATE_ACCOUNTS}, ${KEEP}`,
    [JSON.stringify(asked), JSON.stringify(named)],
  );
  const byNumber = new Map(rows.map(({ number, hasBegun }) => [number, { hasBegun }]));
  return asked.map(({ number }) => byNumber.get(number) ?? null);
}

/** The same of one order, none of whose parties is new. */
export async function insertIntake(em: EntityManager, kept: Kept): Promise<{ hasBegun: boolean } | null> {
  const [row] = await insertIntakes(em, [{ kept, newcomers: [] }]);
  return row!;
}

/** Creates the accounts that do not exist. */
export async function insertAccounts(em: EntityManager, order: Placed, parties: NamedParty[]): Promise<void> {
  await em.execute(`with ${CREATE_ACCOUNTS} select 1`, [JSON.stringify(asNewcomers(order, parties))]);
}

/** Proposes the addresses of an order to accounts that existed before: an administrator of each confirms, or does not. */
export async function proposeMembers(
  em: EntityManager,
  { number: order, by, acceptedAt }: Placed,
  parties: readonly { id: string; email: string }[],
): Promise<void> {
  const about = { order, by, cause: orderSource(order), createdAt: new Date(acceptedAt) };
  const proposal = { ...about, role: 'administrator', confirmed: false } as const;
  await addMembers(
    em,
    parties.map(({ id, email }) => ({ ...proposal, account: id, email })),
  );
}

const orderSource = (order: string) => `order/${order}`;
