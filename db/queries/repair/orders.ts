import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder, Party } from '../../../domain/order/arriving/accept.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { isWorthIt } from '../orders/unstarted.ts';
import { settleMail } from '../mails/mails.ts';
import { executePrepared } from '../prepared.ts';

/** What stands beside the rows of an order. */
export type BesideOrder = {
  /** When it came in, as its intake says; null where it has none. */
  acceptedAt: string | null;
  /** Of the accounts asked about, those that there are, as parties of an order. */
  accounts: (Party & { kind: AccountKind })[];
  /** Of the e-mails asked about, those that there are. */
  mails: string[];
};

/** Reads what stands beside an order: its intake, of some accounts and e-mails those that there are. */
export async function lookBesideOrder(
  em: EntityManager,
  number: string,
  asked: { accounts: readonly string[]; mails: readonly string[] },
): Promise<BesideOrder> {
  const [beside] = await executePrepared<BesideOrder>(
    em,
    'look-beside-order',
    `select (select content->>'acceptedAt' from intakes where number = $1) as "acceptedAt",
       coalesce((select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'name', name, 'email', email, 'locale', locale,
         'timeZone', coalesce(time_zone, 'UTC'))) from accounts where id = any($2)), '[]') as accounts,
       coalesce((select jsonb_agg(id) from mails where id = any($3)), '[]') as mails`,
    [number, asked.accounts, asked.mails],
  );
  return beside!;
}

/** The editions of deliveries that an order has had told anew, as `delivery/edition`. */
export async function toldAnew(em: EntityManager, number: string): Promise<Set<string>> {
  const rows = await em.execute<{ told: string }[]>(
    `select concat_ws('/', data->>'delivery', data->>'edition') as told from journal where stream = ? and type = 'correction-due'`,
    [`order/${number}`],
  );
  return new Set(rows.map(({ told }) => told));
}

/** Keeps an order as its workflow knows that it came in; what came in since is left alone, unless it is to be replaced, and then begins no more. */
export async function insertRebuilt(
  tx: EntityManager,
  content: AcceptedOrder,
  { contentHash, at, replaces }: { contentHash: string; at: Date; replaces: boolean },
): Promise<void> {
  await tx.execute(
    `${REBUILT} on conflict (number) do ${
      replaces
        ? 'update set content = excluded.content, content_hash = excluded.content_hash, received_at = excluded.received_at, rebuilt_at = excluded.rebuilt_at'
        : 'nothing'
    }`,
    rebuiltValues(content, contentHash, at),
  );
  if (replaces) await tx.execute('delete from unstarted_orders where number = ?', [content.number]);
}

/** In SQL, an intake that is made again, and its values. */
export const REBUILT = `insert into intakes (number, content, content_hash, received_at, rebuilt_at)
  select ?, ?::jsonb, ?, ?::timestamptz, ?::timestamptz`;
export const rebuiltValues = (content: AcceptedOrder, contentHash: string, at: Date) => [
  ...[content.number, JSON.stringify(content), contentHash, content.acceptedAt, at],
];

/** An account that is known by its id, and by what it is of an order. */
export type Nameless = { id: string; kind: AccountKind; timeZone: string | null };

/** The accounts that an order or a server names and that there are none of: known by their ids, until somebody says more. */
export async function insertNameless(tx: EntityManager, accounts: readonly Nameless[], at: Date): Promise<void> {
  if (accounts.length > 0) await tx.execute(NAMELESS, [at, JSON.stringify(accounts)]);
}

/** In SQL, does that: the instant, then the accounts as JSON. In one order for everybody, so that two orders never wait for each other. */
export const NAMELESS = `insert into accounts (id, kind, name, email, time_zone, locale, notices, created_at)
  select id, kind, id, '', "timeZone", 'en', false, ?::timestamptz
  from jsonb_to_recordset(cast(? as jsonb)) as named (id text, kind text, "timeZone" text) order by id on conflict (id) do nothing`;

/** In SQL, whether an account `a` is one that {@link insertNameless} made, and nobody has said more of. */
export const IS_NAMELESS = `(a.email = '' and a.name = a.id and a.seq = 0)`;

/** Deletes those of some accounts, so that they are made as accounts of newcomers are; in one order for everybody, so that two orders never wait for each other. */
export async function dropNameless(tx: EntityManager, accounts: readonly string[]): Promise<void> {
  await tx.execute(
    `delete from accounts d using (select a.id from accounts a where a.id in (select jsonb_array_elements_text(?::jsonb))
       and ${IS_NAMELESS} and not exists (select from memberships m where m.account_id = a.id) order by a.id for update) nameless
     where d.id = nameless.id`,
    [JSON.stringify(accounts)],
  );
}

/** Replaces the content of an order that was made again by what was posted; false where that was done before. */
export async function replaceRebuilt(tx: EntityManager, content: AcceptedOrder, contentHash: string): Promise<boolean> {
  const replaced = await tx.execute<unknown[]>(
    `update intakes set content = ?::jsonb, content_hash = ?, rebuilt_at = null
     where number = ? and rebuilt_at is not null returning 1`,
    [JSON.stringify(content), contentHash, content.number],
  );
  return replaced.length > 0;
}

/** Why a restored e-mail is `unknown`. */
export const LOST_BY_RESTORE =
  'The database was restored from a backup that did not have this e-mail: it may have been sent. It is not repeated; look it up at Resend, and send it again by hand if it is not there.';

/** An e-mail that was surely made and has no row: of which edition of a delivery, or which copy of it. */
export type LostMail = { id: string; order: string; delivery: string; edition: number; copy: number };

/**
 * Notes an e-mail that was lost as unknown, so that nobody sends it again by accident, and journals that; one that is there
 * is left alone. It counts as one that may have left, at an instant (epoch milliseconds).
 */
export async function insertLostMail(
  tx: EntityManager,
  { id, order, delivery, edition, copy }: LostMail,
  to: { account: string | null; email: string },
  atMs: number,
): Promise<void> {
  const at = new Date(atMs);
  const inserted = await tx.execute<unknown[]>(
    `insert into mails (id, order_number, delivery, edition, copy, account_id, recipient, subject, html, text, state, uncertain_since, created_at)
     values (?, ?, ?, ?, ?, ?, ?, '', '', '', 'due', ?, ?) on conflict (id) do nothing returning 1`,
    [id, order, delivery, edition, copy, to.account, to.email, at, at],
  );
  if (inserted.length > 0) await settleMail(tx, id, { state: 'unknown', reason: LOST_BY_RESTORE }, at);
}

/** An order as it was posted, without what facts brought since, and the hash of that, empty where it is not known. */
export type Posted = { content: AcceptedOrder; contentHash: string };

/** Reads it; null where it never came in. */
export async function readPosted(em: EntityManager, number: string): Promise<Posted | null> {
  const [row] = await em.execute<Posted[]>(
    'select content, content_hash as "contentHash" from intakes where number = ?',
    [number],
  );
  return row ?? null;
}

/** Of e-mails, those that have no row, or are still due. */
export async function unsentMails(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select asked.id from jsonb_array_elements_text(?::jsonb) asked (id) left join mails m using (id)
     where m.id is null or m.state = 'due'`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ id }) => id);
}

/** The numbers of orders that came in and of which nothing else is known, neither rows nor a journal, as far as they are still worth to begin. */
export async function unbegun(em: EntityManager, nowMs: number): Promise<string[]> {
  const rows = await em.execute<{ number: string }[]>(
    `select number from intakes i where not exists (select from orders o where o.number = i.number)
       and not exists (select from journal j where j.stream = 'order/' || i.number) and ${isWorthIt('i', '?')} order by received_at`,
    [new Date(nowMs)],
  );
  return rows.map(({ number }) => number);
}

/** What only a person can bring back. */
export type Lost = {
  /** Orders that were made again and have no names, purchase order or metadata. */
  nameless: string[];
  /** Accounts that are known by their ids alone. */
  accounts: string[];
  /** Facts whose texts are gone, as `order kind/reference`. */
  facts: string[];
  /** E-mails that may have been sent, of which no newer copy was. */
  mails: string[];
};

/** Reads it, as it stands. */
export async function readLost(em: EntityManager): Promise<Lost> {
  const [lost] = await em.execute<[Lost]>(
    `select coalesce((select jsonb_agg(number order by number) from intakes where rebuilt_at is not null), '[]') as nameless,
       coalesce((select jsonb_agg(a.id order by a.id) from accounts a where ${IS_NAMELESS}), '[]') as accounts,
       coalesce((select jsonb_agg(distinct o.number || ' ' || said.value order by o.number || ' ' || said.value)
         from orders o cross join jsonb_each_text(o.said) said where not exists (
           select from order_facts f where f.order_number = o.number and f.kind || '/' || f.reference = said.value)), '[]') as facts,
       coalesce((select jsonb_agg(m.id order by m.id) from mails m where m.state = 'unknown' and m.reported is null and m.reason = ?
         and not exists (select from mails n where n.order_number = m.order_number and n.delivery = m.delivery
           and (n.copy > m.copy or n.edition > m.edition))), '[]') as mails`,
    [LOST_BY_RESTORE],
  );
  return lost;
}
