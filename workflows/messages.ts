import type { ServerMessage } from '../domain/order/commands.ts';
import type { Server, Share } from '../domain/server/server.ts';
import type { Outgoing, ServerAnswer, ServerStart } from '../temporal/contract.ts';

export type Messages = ReturnType<typeof createMessages>;

/**
 * What a server says to orders. Every message has the next value of one counter and carries the whole truth about what
 * the server holds at that order, so that it does not matter which of two arrives first.
 */
export function createMessages(start: ServerStart, current: () => Server) {
  let lastNumber = 'lastNumber' in start ? start.lastNumber : 0;
  const outbox: Outgoing[] = 'outbox' in start ? [...start.outbox] : [];
  /** What a change under way asks for: true as long as the change is not over. */
  let asking: Share[] | null = null;
  /** What it has asked, and with which number. */
  let asked: ServerAnswer['told'] = [];

  /** The next message to an order, saying that the server holds these shares there. */
  function write(order: string, shares: Share[], at: number): Outgoing {
    const there = shares.filter((share) => share.order === order);
    const message: ServerMessage = {
      server: current().id,
      customer: current().customerId,
      number: ++lastNumber,
      shares: there.map(({ line, capacity }) => ({ line, capacity })),
      activatedAt: current().activation?.activatedAt ?? null,
    };
    return { order, message: { ...message, at } };
  }

  return {
    /** While a change asks orders for these shares, every message says so too; null when it is over. */
    ask(shares: Share[] | null): void {
      asking = shares;
      if (shares) asked = [];
    },

    /** The next message to an order, which asks it for what this change is about. */
    question(order: string, at: number): Outgoing {
      const question = write(order, asking ?? current().shares, at);
      asked.push({ order, number: question.message.number });
      return question;
    },

    /** Puts a message about what is held now into the outbox. */
    tell(order: string, at: number): void {
      outbox.push(write(order, asking ?? current().shares, at));
    },

    /** Tells every order that the server's latest change lowers or activates, and says by which numbers all it concerns know. */
    tellChanged(before: Server, at: number): ServerAnswer['told'] {
      const after = current();
      const activated = before.activation?.activatedAt !== after.activation?.activatedAt;
      const raised = asked.splice(0);
      const orders = new Set([...before.shares, ...after.shares].map((share) => share.order));
      const lowered = [...orders]
        .filter((order) => activated || lowers(before.shares, after.shares, order))
        .map((order) => {
          this.tell(order, at);
          return { order, number: lastNumber };
        });
      return [...raised, ...lowered];
    },

    /** Whether something is still to be sent. */
    waiting: () => outbox.length > 0,

    /** Sends what waits, in order, while it may. */
    async send(tellOrder: (outgoing: Outgoing) => Promise<void>, maySend: () => boolean): Promise<void> {
      for (; outbox.length > 0 && maySend(); outbox.shift()) await tellOrder(outbox[0]!);
    },

    /** What a next run has to know. */
    carry: () => ({ outbox, lastNumber }),
  };
}

function lowers(before: Share[], after: Share[], order: string): boolean {
  return before.some(
    (share) =>
      share.order === order &&
      share.capacity > (after.find((kept) => kept.order === order && kept.line === share.line)?.capacity ?? 0),
  );
}
