import type { EntityManager } from '@mikro-orm/postgresql';
import { ERASED_ADDRESS, RETENTION_DAYS } from '../../../domain/retention.ts';
import { IS_ALIVE } from '../accounts/standing.ts';
import { namesAddress, withoutAddress } from './addresses.ts';

/** How many rows of each kind were deleted or emptied. */
export type Swept = { kind: string; rows: number }[];

/** A statement changes no more rows than this, and is repeated until it changes fewer. */
const AT_ONCE = 5_000;

const days = (period: keyof typeof RETENTION_DAYS) => `interval '${RETENTION_DAYS[period]} days'`;
const deleted = (table: string, condition: string) =>
  `delete from ${table} t where t.ctid = any(array(select d.ctid from ${table} d where ${condition} limit ${AT_ONCE}))`;
const changed = (table: string, change: string, condition: string) =>
  `update ${table} t set ${change} where t.ctid = any(array(select d.ctid from ${table} d where ${condition} limit ${AT_ONCE}))`;

/** In SQL, whether an address still stands somewhere. */
const isKept = (address: string) => `${address} <> '${ERASED_ADDRESS}'`;
/** In SQL, whether the addresses of an order were kept for their period: what lives on, though lines of it were canceled, is not over. */
const isLongOver = (order: string) => `(
  (select max(j.at) from journal j where j.stream = 'order/' || ${order} and j.type in ('canceled', 'ended'))
    <= ?::timestamptz - ${days('addressesOfOrders')}
  and not exists (select from orders o where o.number = ${order} and ${IS_ALIVE('o')}))`;

/** In SQL, whether a batch was kept for its period: it is over, or nobody ever saw it. */
const isBatchOver = (batch: string) => `case when ${batch}.state in ('receiving', 'received')
  then ${batch}.started_at + ${days('unfinishedUploads')} else ${batch}.finished_at + ${days('batches')} end <= ?::timestamptz`;

/** What is over, a statement a kind. Each names the present instant once as `?`, and finds nothing once it is done. */
const KINDS: Readonly<Record<string, string>> = {
  sessions: deleted(
    'sessions',
    `least(d.created_at + ${days('sessions')}, d.last_seen_at + ${days('unusedSessions')}) <= ?::timestamptz`,
  ),
  idempotencyAnswers: deleted('idempotency', `d.created_at <= ?::timestamptz - ${days('idempotencyAnswers')}`),
  usedChallenges: deleted('used_challenges', `d.at <= ?::timestamptz - ${days('usedChallenges')}`),
  devices: deleted('devices', `d.last_at <= ?::timestamptz - ${days('devices')}`),
  keptForms: deleted('kept_forms', `d.at <= ?::timestamptz - ${days('keptForms')}`),
  signIns: deleted('sign_ins', `d.created_at <= ?::timestamptz - ${days('signIns')}`),
  unconfirmedMembers: deleted(
    'memberships',
    `d.confirmed_at is null and d.created_at <= ?::timestamptz - ${days('unconfirmedMembers')}`,
  ),
  peopleWithoutAccount: deleted(
    'people',
    `d.created_at <= ?::timestamptz - ${days('peopleWithoutAccount')}
       and not exists (select from memberships m where m.person_id = d.id)`,
  ),
  mailBodies: changed(
    'mails',
    `html = '', text = ''`,
    `d.state <> 'due' and d.created_at <= ?::timestamptz - ${days('mailBodies')} and (d.html <> '' or d.text <> '')`,
  ),
  mailRecipients: changed(
    'mails',
    `recipient = '${ERASED_ADDRESS}'`,
    `d.state <> 'due' and d.created_at <= ?::timestamptz - ${days('mailRecipients')} and d.recipient <> '${ERASED_ADDRESS}'`,
  ),
  refusedActivations: deleted('refused_activations', `d.last_at <= ?::timestamptz - ${days('refusedActivations')}`),
  pairings: deleted('pairings', `d.created_at <= ?::timestamptz - ${days('pairings')}`),
  acknowledgements: deleted('acknowledgements', `d.at <= ?::timestamptz - ${days('acknowledgements')}`),
  wrongCodes: deleted('wrong_codes', `d.at <= ?::timestamptz - ${days('pairings')}`),
  webhookDeliveries: deleted(
    'webhook_deliveries',
    `d.state <> 'waiting' and d.created_at <= ?::timestamptz - ${days('webhookDeliveries')}`,
  ),
  // With their secrets and deliveries.
  removedWebhooks: deleted('webhooks', `d.removed_at <= ?::timestamptz - ${days('webhookDeliveries')}`),
  // A batch goes when all of its items have gone: killed in between, the next sweep finds it again.
  batchItems: deleted('batch_items', `d.batch_id in (select b.id from batches b where ${isBatchOver('b')})`),
  batches: deleted('batches', isBatchOver('d')),
  addressesOfOrders: changed(
    'intakes',
    ['content', 'brought'].map((content) => `${content} = ${withoutAddress(`t.${content}`, isKept)}`).join(),
    `${isLongOver('d.number')} and (${namesAddress('d.content', isKept)} or ${namesAddress('d.brought', isKept)})`,
  ),
  addressesOfFacts: changed(
    'order_facts',
    `content = ${withoutAddress('t.content', isKept)}`,
    `${isLongOver('d.order_number')} and ${namesAddress('d.content', isKept)}`,
  ),
};

/** Deletes, or empties, what has been kept for its period at an instant. Again changes nothing; killed at any moment, the next goes on. */
export async function sweep(em: EntityManager, now: Date): Promise<Swept> {
  const swept: Swept = [];
  for (const [kind, statement] of Object.entries(KINDS)) swept.push({ kind, rows: await repeat(em, statement, now) });
  return swept;
}

async function repeat(em: EntityManager, statement: string, now: Date): Promise<number> {
  let rows = 0;
  for (;;) {
    const { affectedRows } = await em.execute<{ affectedRows: number }>(statement, [now], 'run');
    rows += affectedRows;
    if (affectedRows < AT_ONCE) return rows;
  }
}
