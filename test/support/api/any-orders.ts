import type { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { AccountEntity } from '../../../db/entities/account.ts';
import { IntakeEntity } from '../../../db/entities/intake.ts';
import { MAIL_STATES } from '../../../db/entities/mail.ts';
import { REPORTED_STATES } from '../../../db/entities/mail-report.ts';
import type { OrderRecord, ProjectedOrder } from '../../../db/queries/orders/orders.ts';
import { keepReport } from '../../../db/queries/mails/reports.ts';
import { storeMail } from '../../../db/queries/mails/mails.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { acceptOrder } from '../../../domain/order/accept.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { openOrder } from '../../../domain/order/order.ts';
import type { AccountKind } from '../../../domain/permissions.ts';
import { DAY_MS, live } from '../domain/any-history.ts';
import { anyOrderLife } from '../domain/any-order.ts';
import { handleMove, OPENING } from '../domain/order-language.ts';

/** Who may be named by orders here: names that share words, so that searches find several. */
export const PARTIES: Record<string, { kind: AccountKind; name: string }> = {
  'c-1': { kind: 'customer', name: 'Acme Hotels' },
  'c-2': { kind: 'customer', name: 'Acme 100% Retail' },
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
  state: (typeof MAIL_STATES)[number];
  reports: { state: (typeof REPORTED_STATES)[number]; at: number }[];
};

const anyMail: fc.Arbitrary<AnyMail> = fc.record({
  state: fc.constantFrom(...MAIL_STATES),
  reports: fc.array(fc.record({ state: fc.constantFrom(...REPORTED_STATES), at: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 3,
  }),
});

const anyParty = (kind: AccountKind) =>
  fc.constantFrom(...Object.keys(PARTIES).filter((id) => PARTIES[id]!.kind === kind));

/** An order at some moment of its life, whoever bought and sold it, with what the buyer and the vendor said about it. */
export const anyFoundOrder = fc.record({
  life: anyOrderLife,
  isUnlockedAtOnce: fc.boolean(),
  isCanceled: fc.boolean(),
  startedDays: fc.integer({ min: 0, max: 400 }),
  customer: anyParty('customer'),
  reseller: fc.option(anyParty('reseller'), { freq: 4 }),
  distributor: fc.option(anyParty('distributor'), { freq: 2 }),
  purchaseOrder: fc.option(fc.constantFrom(...PURCHASE_ORDERS), { freq: 3 }),
  metadata: fc.option(
    fc.record(
      { region: fc.constantFrom(...METADATA.region), 'cost.center': fc.constantFrom(...METADATA['cost.center']) },
      { requiredKeys: [] },
    ),
    { freq: 3 },
  ),
  mails: fc.array(fc.array(anyMail, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
});

/** An order as it is to be found, beside what the vendor alone reads of it. */
export type FoundOrder = OrderRecord & {
  order: ProjectedOrder;
  said: { purchaseOrder: string | null; metadata: Record<string, string> | null };
};

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
  const { life, isUnlockedAtOnce, isCanceled, customer, reseller, distributor, purchaseOrder, metadata } = any;
  const number = `SO-${String(index).padStart(4, '0')}`;
  // Several are accepted at one instant.
  const acceptedAt = OPENING.acceptedAt - Math.floor(index / 3) * DAY_MS;
  const parties = { customerId: customer, resellerId: reseller, distributorId: distributor };
  const open = openOrder({ ...OPENING, ...parties, number, timeZone: life.timeZone, acceptedAt });
  const at = { atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
  const last = life.steps.at(-1) ?? at;
  const history = live({ open, handle: handleMove, evolve }, [
    { command: life.delivery, ...at },
    ...(isUnlockedAtOnce ? [{ command: { type: 'unlock' } as const, ...at }] : []),
    ...life.steps,
    ...(isCanceled ? [{ ...last, command: { type: 'cancel', reason: 'reason' } as const }] : []),
  ]);
  const order = history.at(-1)!.after;

  const named = (id: string) => ({ id, name: PARTIES[id]!.name, email: 'a@a.example' });
  const posted = { number, customer: { ...named(customer), timeZone: life.timeZone }, lines: [] };
  const accepted = {
    ...acceptOrder(posted, 'key/1', acceptedAt),
    reseller: reseller === null ? null : { ...named(reseller), timeZone: 'UTC', locale: 'en' },
    distributor: distributor === null ? null : { ...named(distributor), timeZone: 'UTC', locale: 'en' },
  };
  const said = { purchaseOrder, metadata };
  const received = { contentHash: '', receivedAt: new Date(acceptedAt), startedAt: new Date(acceptedAt) };
  await em.insert(IntakeEntity, { number, content: { ...accepted, ...said }, ...received });
  await publishOrder(
    em,
    order,
    history.flatMap(({ events }) => events),
  );
  const mails: OrderRecord['mails'] = {};
  for (const [place, copies] of any.mails.slice(0, order.deliveries.length).entries())
    for (const [copy, mail] of copies.entries())
      mails[`${place + 1}`] = await sendMail(
        em,
        { orderNumber: number, delivery: `${place + 1}`, copy: copy + 1 },
        mail,
      );
  return { accepted, order, mails, said };
}

/** Writes an e-mail and what is reported of it, and answers its state: what became of it counts before that it left, then the last. */
async function sendMail(
  em: EntityManager,
  about: { orderNumber: string; delivery: string; copy: number },
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
