import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ERASED_ADDRESS } from '../../../domain/retention.ts';
import { appendAccountEvent } from '../accounts/events.ts';
import { namesAddress, withoutAddress } from './addresses.ts';

/** Somebody by an address in lower case; `id` is null where they can't sign in. */
export type Subject = { id: string | null; email: string };

/** Who is meant by an address, or by the id of a person; null for an id that nobody has. */
export async function findSubject(em: EntityManager, named: string): Promise<Subject | null> {
  const email = named.trim().toLowerCase();
  const [person] = await em.execute<{ id: string; email: string }[]>(
    'select id, email from people where email = ? or id::text = ?',
    [email, email],
  );
  if (person) return person;
  return email.includes('@') ? { id: null, email } : null;
}

/** What is kept of somebody, a list a table: a statement each, which names the person's id or the address. */
const HELD: Readonly<Record<string, string>> = {
  person: `select id, email, name, time_zone as "timeZone", created_at as "createdAt", signed_in_at as "signedInAt"
    from people where id = :id::uuid`,
  memberships: `select account_id as account, role, source, created_at as "createdAt", confirmed_at as "confirmedAt"
    from memberships where person_id = :id::uuid order by account_id`,
  sessions: `select id, account_id as account, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt",
    provider, provider_subject as "providerSubject"
    from sessions where person_id = :id::uuid order by created_at`,
  passkeys: `select id, name, made_at as "madeAt", last_used_at as "lastUsedAt"
    from passkeys where person_id = :id::uuid order by made_at`,
  devices: `select user_agent as "userAgent", first_at as "firstAt", last_at as "lastAt"
    from devices where person_id = :id::uuid order by first_at`,
  keptForms: `select k.page, k.fields, k.at from kept_forms k join sessions s on s.id = k.session_id
    where s.person_id = :id::uuid order by k.at`,
  calendars: `select account_id as account, made_at as "madeAt" from calendars where person_id = :id::uuid order by account_id`,
  signIns: `select id, return_to as "returnTo", created_at as "createdAt", used_at as "usedAt"
    from sign_ins where person_id = :id::uuid order by created_at`,
  acknowledgements: `select account_id as account, kind, note, at from acknowledgements
    where by = 'person/' || :id order by at`,
  pairings: `select id, server, state, created_at as "createdAt" from pairings
    where person_id = :id::uuid order by created_at`,
  accounts: `select id, kind, name, email from accounts where lower(email) = :email order by id`,
  addressCorrections: `select account_id as account, wrong, correct as "right", kept_at as "keptAt" from address_corrections
    where :email in (wrong, correct) order by kept_at`,
  orders: `select number, party.role, party.value as party from intakes, jsonb_each(content) party (role, value)
    where party.role in ('customer', 'reseller', 'distributor') and lower(party.value->>'email') = :email order by number`,
  facts: `select order_number as "order", kind, reference, party.role, party.value as party
    from order_facts, jsonb_each(content) party (role, value)
    where party.role in ('customer', 'reseller', 'distributor') and lower(party.value->>'email') = :email
    order by order_number, stored_at, reference, party.role`,
  batches: `select batch_id as batch, "index", order_number as "order", party.role, party.value as party
    from batch_items, jsonb_each(content) party (role, value)
    where party.role in ('customer', 'reseller', 'distributor') and lower(party.value->>'email') = :email
    order by batch_id, "index", party.role`,
  mails: `select id, subject, text, state, created_at as "createdAt", sent_at as "sentAt"
    from mails where lower(recipient) = :email order by created_at`,
  mailbox: `select id, subject, text, sent_at as "sentAt" from mailbox
    where exists (select from unnest("to") recipient where lower(recipient) = :email) order by sent_at`,
  answers: `select key, status, created_at as "createdAt" from idempotency
    where caller = 'person/' || :id or position(:email in lower(body)) > 0 order by created_at`,
  journal: `select stream, seq, type, at from journal where data->>'by' = 'person/' || :id order by recorded_at, stream, seq`,
};

/** Everything that is kept of somebody, by its kind. */
export async function heldOf(em: EntityManager, subject: Subject): Promise<Record<string, unknown[]>> {
  const held: Record<string, unknown[]> = {};
  for (const [kind, statement] of Object.entries(HELD)) held[kind] = await run(em, statement, subject);
  return held;
}

/** In SQL, whether an address is that of the person. */
const isTheirs = (address: string) => `lower(${address}) = :email`;

/** What an erasure does first, in this sequence; then the person leaves their accounts, and goes. */
const ERASED: Readonly<Record<string, string>> = {
  keptForms: `delete from kept_forms where session_id in (select id from sessions where person_id = :id::uuid)`,
  sessions: `delete from sessions where person_id = :id::uuid`,
  passkeys: `delete from passkeys where person_id = :id::uuid`,
  devices: `delete from devices where person_id = :id::uuid`,
  signIns: `delete from sign_ins where person_id = :id::uuid`,
  acknowledgements: `delete from acknowledgements where by = 'person/' || :id`,
  pairings: `delete from pairings where person_id = :id::uuid`,
  wrongCodes: `delete from wrong_codes where person_id = :id::uuid`,
  answers: `delete from idempotency where caller = 'person/' || :id or position(:email in lower(body)) > 0`,
  mails: `update mails set recipient = '${ERASED_ADDRESS}', html = '', text = ''
    where lower(recipient) = :email and state <> 'due'`,
  mailbox: `delete from mailbox where exists (select from unnest("to") recipient where lower(recipient) = :email)`,
  // What is on its way to the address goes on to no other.
  addressCorrections: `delete from address_corrections where :email in (wrong, correct)`,
  orders: `update intakes set content = ${withoutAddress('content', isTheirs)}, brought = ${withoutAddress('brought', isTheirs)}
    where ${namesAddress('content', isTheirs)} or ${namesAddress('brought', isTheirs)}`,
  facts: `update order_facts set content = ${withoutAddress('content', isTheirs)} where ${namesAddress('content', isTheirs)}`,
  // What is still to be done needs the address; it is erased with what it becomes.
  batches: `update batch_items set content = ${withoutAddress('content', isTheirs)}
    where outcome <> 'waiting' and ${namesAddress('content', isTheirs)}`,
  accounts: `update accounts set email = '${ERASED_ADDRESS}', notices = false where lower(email) = :email`,
};

const PERSON = `delete from people where id = :id::uuid`;

/** How many rows of each kind an erasure deleted or emptied. */
export type Erased = Record<string, number>;

/**
 * Erases what names somebody; the journal keeps the id alone, which then names nobody. Each kind is a statement of its own,
 * and the person goes last: killed at any moment, the same again finds them and finishes. Answers also how many e-mails to the address are still to be sent: they stay.
 */
export async function eraseSubject(em: EntityManager, subject: Subject): Promise<{ erased: Erased; waiting: number }> {
  const erased: Erased = {};
  for (const [kind, statement] of Object.entries(ERASED)) erased[kind] = await change(em, statement, subject);
  erased.memberships = await leaveAccounts(em, subject);
  erased.person = await change(em, PERSON, subject);
  const due = await run(em, `select id from mails where lower(recipient) = :email and state = 'due'`, subject);
  return { erased, waiting: due.length };
}

/** Takes somebody out of every account, also as its last administrator, and journals it there. */
async function leaveAccounts(em: EntityManager, { id }: Subject): Promise<number> {
  if (id === null) return 0;
  const accounts = await em.execute<{ account: string }[]>(
    'select account_id as account from memberships where person_id = ?',
    [id],
  );
  for (const { account } of accounts)
    await em.transactional(async (tx) => {
      await tx.execute('delete from memberships where person_id = ? and account_id = ?', [id, account]);
      const cause = { cause: `erased/${id}/${randomUUID()}`, at: new Date() };
      await appendAccountEvent(tx, account, cause, { type: 'person-removed', person: id, by: 'operator' });
    });
  return accounts.length;
}

async function change(em: EntityManager, statement: string, subject: Subject): Promise<number> {
  const { text, values } = bound(statement, subject);
  return (await em.execute<{ affectedRows: number }>(text, values, 'run')).affectedRows;
}

function run(em: EntityManager, statement: string, subject: Subject): Promise<unknown[]> {
  const { text, values } = bound(statement, subject);
  return em.execute<unknown[]>(text, values);
}

/** A statement with `:id` and `:email` as its parameters. */
function bound(statement: string, { id, email }: Subject): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const text = statement.replace(/(?<!:):(id|email)\b(::uuid)?/g, (_, name: string, type = '::text') => {
    values.push(name === 'id' ? id : email);
    return `?${type as string}`;
  });
  return { text, values };
}
