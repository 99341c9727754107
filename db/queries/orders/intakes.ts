import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder, Agreed, Party } from '../../../domain/order/arriving/accept.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { addMembers, normalEmail } from '../accounts/people.ts';
import { executeOften } from '../prepared.ts';
import { journaled } from '../publishing/journal.ts';
import { IS_UNREPAIRED } from '../repair/restored.ts';
import { queued, STARTED_AS_ANOTHER } from './unstarted.ts';

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

/** A company that an order names, with the kind of account that its part in it makes. */
/** A party with the kind of account that it has; `timeZone` is null where nobody said it. */
export type NamedParty = Omit<Party, 'timeZone'> & { timeZone: string | null; kind: AccountKind };

type Known = { intake: IntakeRecord | null; accounts: KnownAccount[]; isUnrepaired: boolean };

/** What names parties: an order, or a fact about it; `acceptedAt` is when it came in, ISO 8601. */
export type Placed = Pick<AcceptedOrder, 'number' | 'by' | 'acceptedAt'>;

/** What stands first in the stream of a new account. */
const JOINED = `select 'account/' || account_id, 1, 'person-joined', ?::timestamptz, ?::timestamptz,
  jsonb_build_object('person', person_id) || ?::jsonb from members`;

const INTAKE = `jsonb_build_object('content', content, 'contentHash', content_hash,
  'isProjected', exists (select from orders o where o.number = intakes.number), 'isRebuilt', rebuilt_at is not null,
  'isOther', exists (select from unstarted_orders u where u.number = intakes.number and u.failure = '${STARTED_AS_ANOTHER}'))`;

/**
 * What is known about an order number and the parties that an order names, in one round trip; and whether numbers can be
 * taken that are not known here, as the database was restored.
 */
export async function readKnown(
  em: EntityManager,
  number: string,
  parties: readonly { id: string; email: string }[],
): Promise<Known> {
  const [row] = await executeOften<Known>(
    em,
    `read-known-${parties.length}`,
    `select (select ${INTAKE} from intakes where number = ?) as intake, ${IS_UNREPAIRED} as "isUnrepaired",
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'timeZone', a.time_zone,
           'hasMember', exists (select from memberships m join people p on p.id = m.person_id
             where m.account_id = a.id and p.email = named.email)))
         from (values ${parties.map(() => '(?::text, ?::text)').join()}) named (id, email)
         join accounts a on a.id = named.id), '[]') as accounts`,
    [number, ...parties.flatMap(({ id, email }) => [id, normalEmail(email)])],
  );
  return row!;
}

/**
 * Keeps an order as it came in, puts it in line to be started, and creates the accounts of its newcomers with it. Answers
 * whether it has begun, where it is claimed; null when its number is taken, or when one of those accounts was created by
 * another order a moment ago.
 */
export async function insertIntake(
  em: EntityManager,
  { content, contentHash, agreed, requestId, trace, isClaimed }: Kept,
  newcomers: NamedParty[] = [],
): Promise<{ hasBegun: boolean } | null> {
  const { number, acceptedAt } = content;
  const creation = newcomers.length > 0 ? createAccounts(content, newcomers) : null;
  const [row] = await executeOften<{ hasBegun: boolean }>(
    em,
    `keep-${newcomers.length}${isClaimed ? '-claimed' : ''}`,
    `with ${creation ? `${creation.sql},` : ''} kept as (
       insert into intakes (number, content, content_hash, received_at)
       select ?, ?::jsonb, ?, ?::timestamptz ${creation ? 'where (select count(*) from created) = ?' : ''}
       on conflict (number) do nothing returning number, received_at)
     ${queued(isClaimed)}`,
    [
      ...(creation ? creation.values : []),
      ...[number, JSON.stringify(content), contentHash, acceptedAt],
      ...(creation ? [newcomers.length] : []),
      ...[JSON.stringify(agreed), requestId, trace],
    ],
  );
  return row ?? null;
}

/** Creates the accounts that do not exist. */
export async function insertAccounts(em: EntityManager, order: Placed, parties: NamedParty[]): Promise<void> {
  const { sql, values } = createAccounts(order, parties);
  await em.execute(`with ${sql} select 1`, values);
}

/**
 * Creates the accounts that do not exist, in one order for everybody, so that two orders never wait for each other. The
 * addresses of those that are `created` become their first administrators, which is the first thing in their streams.
 */
function createAccounts(
  { number, by, acceptedAt: createdAt }: Placed,
  parties: NamedParty[],
): { sql: string; values: unknown[] } {
  const sorted = [...parties].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    sql: `created as (
       insert into accounts (id, kind, name, email, time_zone, locale, created_at, seq)
       values ${sorted.map(() => '(?, ?, ?, ?, ?, ?, ?, 1)').join()} on conflict (id) do nothing returning id),
     named (account, email) as (values ${sorted.map(() => '(?::text, ?::text)').join()}),
     first as (select named.* from named join created on created.id = named.account),
     persons as (
       insert into people (id, email, created_at)
       select gen_random_uuid(), email, ?::timestamptz from (select distinct email from first) f order by email
       on conflict (email) do update set email = excluded.email returning id, email),
     members as (
       insert into memberships (person_id, account_id, role, source, created_at, confirmed_at)
       select persons.id, first.account, 'administrator', ?, ?::timestamptz, ?::timestamptz
       from first join persons on persons.email = first.email on conflict do nothing returning person_id, account_id),
     ${journaled(JOINED)}`,
    values: [
      ...sorted.flatMap(({ id, kind, name, email, timeZone, locale }) => [
        ...[id, kind, name, email, timeZone, locale, createdAt],
      ]),
      ...sorted.flatMap(({ id, email }) => [id, normalEmail(email)]),
      ...[createdAt, orderSource(number), createdAt, createdAt],
      ...[
        createdAt,
        createdAt,
        JSON.stringify({ role: 'administrator', order: number, by, cause: orderSource(number) }),
      ],
    ],
  };
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
