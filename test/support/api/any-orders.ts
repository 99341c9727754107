import type { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { IntakeEntity } from '../../../db/entities/orders/intake.ts';
import { MAIL_STATES } from '../../../db/entities/telling/mail.ts';
import { REPORTED_STATES } from '../../../db/entities/telling/mail-report.ts';
import { OrderFactEntity } from '../../../db/entities/orders/order-fact.ts';
import type { OrderRecord, ProjectedRecord } from '../../../db/queries/orders/orders.ts';
import { keepReport } from '../../../db/queries/mails/reports.ts';
import { storeMail } from '../../../db/queries/mails/mails.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { acceptOrder, type AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { INTENTS, type Said } from '../../../domain/order/facts.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import { projectedOf } from '../../../services/orders/arriving/known.ts';
import { DAY_MS, live } from '../domain/any-history.ts';
import { anyOrderLife } from '../domain/any-order.ts';
import { handleMove, OPENING, type OrderMove } from '../domain/order-language.ts';

/** Who may be named by orders here: names that share words, so that searches find several. */
export const PARTIES: Record<string, { kind: AccountKind; name: string }> = {
  'c-1': { kind: 'customer', name: 'Acme Hotels' },
  'c-2': { kind: 'customer', name: 'Acme 365% Retail' },
  'c-3': { kind: 'customer', name: 'Contoso_North' },
  'r-1': { kind: 'reseller', name: 'Northwind Voice' },
  'r-2': { kind: 'reseller', name: 'Fabrikam' },
  'd-1': { kind: 'distributor', name: 'Continental Voice' },
  'd-2': { kind: 'distributor', name: 'Elsewhere' },
};

export const PURCHASE_ORDERS = ['PO/2026-17', 'po 17', '4500012345'];
export const METADATA = { region: ['north', 'south'], 'cost.center': ['1', '2'] } as const;

/** What became of a delivery's e-mails, copy by copy: what their sender knows, and what was reported, in the order in which it came. */
type AnyMail = {
  edition: number;
  state: (typeof MAIL_STATES)[number];
  reports: { state: (typeof REPORTED_STATES)[number]; at: number }[];
};

const anyMail: fc.Arbitrary<AnyMail> = fc.record({
  edition: fc.constantFrom(1, 2, 2, 2),
  state: fc.constantFrom(...MAIL_STATES),
  reports: fc.array(fc.record({ state: fc.constantFrom(...REPORTED_STATES), at: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 3,
  }),
});

const anyParty = (kind: AccountKind) =>
  fc.constantFrom(...Object.keys(PARTIES).filter((id) => PARTIES[id]!.kind === kind));

const anySaid = {
  purchaseOrder: fc.option(fc.constantFrom(...PURCHASE_ORDERS), { freq: 3 }),
  metadata: fc.record(
    { region: fc.constantFrom(...METADATA.region), 'cost.center': fc.constantFrom(...METADATA['cost.center']) },
    { requiredKeys: [] },
  ),
};

/** What an order is corrected to before anything becomes of it. */
const anyAmendment = fc.record(
  {
    ...anySaid,
    customer: anyParty('customer'),
    reseller: fc.option(anyParty('reseller')),
    distributor: fc.option(anyParty('distributor')),
  },
  { requiredKeys: [] },
);

const anyIntents = fc.array(
  fc.record({
    line: fc.constantFrom('1', '2'),
    intent: fc.constantFrom(...INTENTS, null),
    capacity: fc.constant(null),
  }),
  { maxLength: 2 },
);

/** An order at some moment of its life, whoever bought and sold it, with what the buyer and the vendor said about it. */
export const anyFoundOrder = fc.record({
  life: anyOrderLife,
  isUnlockedAtOnce: fc.boolean(),
  isCanceled: fc.boolean(),
  startedDays: fc.integer({ min: 0, max: 400 }),
  customer: anyParty('customer'),
  reseller: fc.option(anyParty('reseller'), { freq: 4 }),
  distributor: fc.option(anyParty('distributor'), { freq: 2 }),
  ...anySaid,
  amendment: fc.option(anyAmendment, { freq: 2 }),
  intents: anyIntents,
  mails: fc.array(fc.array(anyMail, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
});

/** An order as it is to be found. */
export type FoundOrder = ProjectedRecord;

/** Creates the accounts of all parties. */
export async function createParties(em: EntityManager): Promise<void> {
  const at = new Date(OPENING.acceptedAt);
  for (const [id, { kind, name }] of Object.entries(PARTIES))
    await em.insert(AccountEntity, {
      ...{ id, kind, name, email: 'a@a.example', timeZone: 'UTC', locale: 'en', createdAt: at },
    });
}

/** Writes an order's rows as API, workflow and mails leave them, and answers what they say. */
export async function publishFoundOrder(
  em: EntityManager,
  index: number,
  any: typeof anyFoundOrder extends fc.Arbitrary<infer Any> ? Any : never,
): Promise<FoundOrder> {
  const { life, isUnlockedAtOnce, isCanceled, customer, reseller, distributor, amendment, intents } = any;
  const number = `SO-${String(index).padStart(4, '0')}`;
  // Several are accepted at one instant.
  const acceptedAt = OPENING.acceptedAt - Math.floor(index / 3) * DAY_MS;
  const parties = { customerId: customer, resellerId: reseller, distributorId: distributor };
  const open = openOrder({ ...OPENING, ...parties, number, timeZone: life.timeZone, acceptedAt });
  const at = { atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
  const last = life.steps.at(-1) ?? at;
  const history = live({ open, handle: handleMove, evolve }, [
    { command: life.delivery, ...at },
    ...(amendment ? [{ command: amend(amendment, life.timeZone), ...at }] : []),
    ...(isUnlockedAtOnce ? [{ command: { type: 'unlock' } as const, ...at }] : []),
    ...life.steps.map((step) => ({ ...step, command: amongParties(step.command, customer) })),
    ...intents.map((intent, place) => ({
      ...last,
      command: { type: 'state-intent' as const, reference: `I-${place}`, contentHash: `${place}`, ...intent },
    })),
    ...(isCanceled ? [{ ...last, command: { type: 'cancel', reason: 'reason' } as const }] : []),
  ]);
  const order = history.at(-1)!.after;

  const posted = { number, customer: partyOf(customer), lines: [] };
  const accepted: AcceptedOrder = {
    ...acceptOrder(posted, 'key/1', acceptedAt),
    reseller: reseller === null ? null : partyOf(reseller),
    distributor: distributor === null ? null : partyOf(distributor),
    ...(any.purchaseOrder !== null && { purchaseOrder: any.purchaseOrder }),
    metadata: any.metadata,
  };
  const received = { contentHash: '', receivedAt: new Date(acceptedAt) };
  await em.insert(IntakeEntity, { number, content: accepted, ...received });
  const brought = await keepFacts(em, order, contentOf(amendment ?? {}));
  await publishOrder(
    em,
    order,
    history.flatMap(({ events }) => events),
  );
  // Rows have no order but that of their keys.
  const sorted = order.assignments.toSorted(
    (a, b) => Number(a.line) - Number(b.line) || (a.server < b.server ? -1 : 1),
  );
  const mails: OrderRecord['mails'] = {};
  for (const [place, copies] of any.mails.slice(0, order.deliveries.length).entries())
    for (const [copy, mail] of copies.entries()) {
      const { id: delivery, edition: newest = 1 } = order.deliveries[place]!;
      const edition = Math.min(mail.edition, newest);
      const state = await sendMail(em, { orderNumber: number, delivery, copy: copy + 1, edition }, mail);
      if (edition === newest) mails[delivery] = state;
    }
  return { accepted: { ...accepted, ...brought }, order: { ...projectedOf(order), assignments: sorted }, mails };
}

type AnyAmendment = typeof anyAmendment extends fc.Arbitrary<infer Any> ? Any : never;

const partyOf = (id: string) => ({
  ...{ id, name: PARTIES[id]!.name, email: 'a@a.example', timeZone: 'UTC', locale: 'en' },
});

/** What an amendment brought for people. */
function contentOf({ customer, reseller, distributor, ...said }: AnyAmendment): Partial<AcceptedOrder> {
  return {
    ...(said as Partial<AcceptedOrder>),
    ...(customer !== undefined && { customer: partyOf(customer) }),
    ...(reseller !== undefined && { reseller: reseller === null ? null : partyOf(reseller) }),
    ...(distributor !== undefined && { distributor: distributor === null ? null : partyOf(distributor) }),
  };
}

function amend(amendment: AnyAmendment, inZone: string): OrderMove {
  const { customer, reseller, distributor } = amendment;
  return {
    ...{ type: 'amend', reference: 'A-1', contentHash: 'content', inZone, says: Object.keys(amendment) as Said[] },
    ...(customer !== undefined && { customerId: customer, timeZone: inZone }),
    ...(reseller !== undefined && { resellerId: reseller }),
    ...(distributor !== undefined && { distributorId: distributor }),
  };
}

/** A move that names customers that are there. */
function amongParties(command: OrderMove, customer: string): OrderMove {
  if (command.type !== 'transfer') return command;
  return { ...command, customerId: command.customerId === OPENING.customerId ? customer : 'c-3' };
}

/** Keeps what facts brought, as their routes do before the order is told, and answers what counts of it. */
async function keepFacts(em: EntityManager, order: Order, amended: object): Promise<Partial<AcceptedOrder>> {
  const contents: Record<string, object> = {
    amend: amended,
    transfer: { customer: partyOf(order.customerId) },
    'change-time-zone': { timeZoneAssumed: false },
  };
  const brought: Record<string, unknown> = {};
  for (const [said, fact] of Object.entries(order.said)) {
    const [kind, ...rest] = fact.split('/') as [OrderFact['type'], ...string[]];
    const key = { orderNumber: order.number, kind, reference: rest.join('/') };
    const kept = { contentHash: '', by: 'key/1', storedAt: new Date(order.acceptedAt) };
    await em.upsert(OrderFactEntity, { ...key, ...kept, content: contents[kind] });
    brought[said] = (contents[kind] as Record<string, unknown>)[said];
  }
  return brought;
}

/** Writes an e-mail and what is reported of it, and answers its state: what became of it counts before that it left, then the last. */
async function sendMail(
  em: EntityManager,
  about: { orderNumber: string; delivery: string; copy: number; edition: number },
  { state, reports }: AnyMail,
): Promise<AnyMail['state']> {
  const id = `mail/${about.orderNumber}/${about.delivery}/${about.copy}`;
  await storeMail(em, { id, ...about, recipient: 'a@a.example', subject: 'subject', html: 'html', text: 'text' });
  await em.execute('update mails set state = ? where id = ?', [state, id]);
  const kept = reports.map((report, index) => ({ ...report, at: new Date(report.at), id: `${id}/${index}`, mail: id }));
  for (const report of [...kept, ...kept]) await keepReport(em, report);
  const ordered = kept.toSorted(
    (a, b) =>
      Number(a.state !== 'sent') - Number(b.state !== 'sent') ||
      a.at.getTime() - b.at.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  return ordered.at(-1)?.state ?? state;
}
