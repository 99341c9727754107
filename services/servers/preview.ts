import { customerLedgers } from '../../db/queries/orders/ledgers.ts';
import { heldShares, readServer } from '../../db/queries/servers/servers.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import type { Order } from '../../domain/order/order.ts';
import { candidatesOf, concerns } from '../../domain/server/candidates.ts';
import { asHeld, sharesAfter, whyNot } from '../../domain/server/changing.ts';
import { handle } from '../../domain/server/handle.ts';
import { refuseBelowDocument, refuseOffline } from '../../domain/server/offline.ts';
import type { Server, ServerCommand } from '../../domain/server/server.ts';
import { createAskOrders } from '../../temporal/ask-orders.ts';
import { query } from '../../temporal/calls.ts';
import { serverQuery, serverWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { presentForetold } from '../event-view.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import type { KnownServers } from './known.ts';
import { presentServer, type SeenServer } from './view.ts';

/** What a change of capacity would do: the events in the server's life, and the server after it. */
export type ServerPreview = {
  preview: true;
  events: ({ type: string } & Record<string, unknown>)[];
  server: SeenServer['view'];
  mails: [];
};

type Wanted = Omit<ServerCommand & { type: 'change-capacity' }, 'type' | 'shares'> & {
  capacity: number;
  onlineOnly: boolean;
};

/** Foretells changes of capacity by the very rules that carry them out, on what the server and its orders say themselves. */
export function createCapacityPreview(
  { orm, temporal, clock }: Pick<Deps, 'orm' | 'temporal' | 'clock'>,
  { looking }: Pick<KnownServers, 'looking'>,
) {
  const askOrders = createAskOrders(temporal);

  /** Problems: those of setting the capacity; TEMPORAL_UNAVAILABLE where the server or one of its orders does not answer. */
  return async function preview(
    { by }: Caller,
    id: string,
    wanted: Wanted,
    expected?: number[],
  ): Promise<ServerPreview> {
    const at = clock();
    const server = await query(temporal, serverWorkflowId(id), serverQuery);
    if (!server) throw new ProblemError('TEMPORAL_UNAVAILABLE');
    if (expected && !expected.includes(server.seq)) throw new ProblemError('CHANGED_MEANWHILE');
    const { application, capacity, onlineOnly, tokenKey } = wanted;
    const orders = await ordersOf(server, application);
    const candidates = asHeld(
      server,
      orders.flatMap((order) => candidatesOf(order, id, at)),
    );
    const handled = byRule(() => {
      refuseBelowDocument(server, application, capacity);
      if (onlineOnly && capacity > 0) refuseOffline(server, application);
      const shares = sharesAfter(server, candidates, wanted);
      if (!shares) throw whyNot(server, candidates, wanted);
      return handle(server, { type: 'change-capacity', application, shares, tokenKey, by }, at, at);
    });
    const em = orm.em.fork();
    const [record, held, lookAt] = await Promise.all([
      readServer(em, id),
      heldShares(em, server, handled.server.shares),
      looking([id]),
    ]);
    return {
      preview: true,
      events: handled.events.map(({ seq, type, at: eventAt, recordedAt, ...data }) =>
        presentForetold({ stream: serverWorkflowId(id), seq, type, at: eventAt, recordedAt, data }),
      ),
      server: presentServer(record, handled.server, { ...lookAt(id), atMs: at }, held).view,
      mails: [],
    };
  };

  async function ordersOf({ id, customerId, shares }: Server, application: string): Promise<Order[]> {
    const held = [...new Set(shares.map(({ order }) => order))];
    const ledgers = await customerLedgers(orm.em.fork(), customerId);
    const concerned = ledgers.filter((ledger) => concerns(ledger, id, { application, orders: held }));
    const answers = await askOrders(concerned.map(({ number }) => number));
    if (answers.size < concerned.length) throw new ProblemError('TEMPORAL_UNAVAILABLE');
    return [...answers.values()];
  }
}
