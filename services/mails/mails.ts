import { journalRequest, listMails, type MailCopy } from '../../db/queries/mails/mails.ts';
import type { By } from '../../domain/people/permissions.ts';
import { sellerOf } from '../../domain/order/arriving/seller.ts';
import { refuseWhenOver } from '../../domain/order/line/capacity.ts';
import { readOrder } from '../../db/queries/orders/orders.ts';
import { isUnrepaired } from '../../db/queries/repair/restored.ts';
import { mailWorkflowId, type MailWorkflow } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { COPY_PACE, createLimit } from '../pace.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import { start } from '../../temporal/calls.ts';
import { started } from '../outcomes.ts';
import { notFound, refuseUnrepaired } from '../orders/arriving/rebuilt.ts';

/** The e-mails of a delivery, oldest first, which edition of it is the newest, and what sending that again would do: to whom, and as which copy. */
export type DeliveryMails = {
  delivery: string;
  edition: number;
  copies: MailCopy[];
  /** The copy that can be sent next, and to whom; null where none can. */
  next: { copy: number; recipient: string } | null;
};

export type MailService = ReturnType<typeof createMailService>;

/** E-mails of deliveries, for people who look after an order. */
export function createMailService({ orm, temporal, clock }: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const refuseHaste = createLimit(COPY_PACE);

  /** What was sent of every delivery of an order, oldest first. Problems: NOT_FOUND. */
  async function readMails(number: string): Promise<DeliveryMails[]> {
    const em = orm.em.fork();
    const record = await readOrder(em, number);
    if (!record) throw await notFound(em);
    const { copies, address } = await listMails(em, number);
    return (record.order?.deliveries ?? []).map(({ id: delivery, edition = 1 }) => {
      const own = copies.filter((mail) => mail.delivery === delivery);
      const copy = Math.max(0, ...own.map((mail) => mail.copy)) + 1;
      const next = { copy, recipient: address ?? sellerOf(record.accepted).email };
      return { delivery, edition, copies: own, next: record.accepted.emergency ? null : next };
    });
  }

  return {
    readMails,

    /**
     * Sends the e-mail of the newest edition of a delivery again, because a person asked for it: to the address that the account has now. `copy`
     * is the number of the copy, from what `readMails` says is next, so that asking twice sends once. It is journaled who
     * asked. A copy that follows from a correction is not `paced`: how many there are says the order. Problems: NOT_FOUND,
     * (also of an emergency, of which the vendor alone is told, once), DELIVERY_UNKNOWN, ORDER_CANCELED, ORDER_ENDED, ORDER_NOT_REPAIRED, MAIL_STILL_DUE, TOO_MANY_REQUESTS, TEMPORAL_UNAVAILABLE.
     */
    async sendAgain(number: string, delivery: string, copy: number, by: By, { paced = true } = {}): Promise<void> {
      const record = await readOrder(orm.em.fork(), number);
      const known = (await readMails(number)).find((mails) => mails.delivery === delivery);
      if (!known) throw new ProblemError('DELIVERY_UNKNOWN');
      if (copy >= 2 && known.copies.some((sent) => sent.copy === copy)) return;
      const status = record?.order?.status ?? 'open';
      byRule(() => refuseWhenOver({ status }));
      const newest = known.copies.findLast(({ edition }) => edition === known.edition);
      if (!newest || newest.state === 'due') throw new ProblemError('MAIL_STILL_DUE');
      if (copy !== known.next?.copy) throw new ProblemError('NOT_FOUND');
      if (paced) refuseHaste(number, clock());
      const workflowId = mailWorkflowId(number, delivery, copy);
      if (await isUnrepaired(orm.em.fork())) await refuseUnrepaired(temporal, workflowId);
      await journalRequest(orm.em.fork(), { order: number, delivery, copy }, { by, at: new Date(clock()) });
      const outcome = await start<MailWorkflow>(temporal, 'mail', {
        workflowId,
        args: [{ order: number, delivery, copy, ...(known.edition > 1 && { edition: known.edition }) }],
        staticSummary: `E-mail of delivery ${delivery} of order ${number}, copy ${copy}`,
        staticDetails: 'A person asked to send it again.',
      });
      started(outcome);
    },
  };
}
