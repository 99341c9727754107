import type { Ledger } from '../../domain/order/line/capacity.ts';
import type { Order } from '../../domain/order/order.ts';
import { Refusal } from '../../domain/refusal.ts';
import { withoutAnswer, type Candidate } from '../../domain/server/allocation.ts';
import { concerns } from '../../domain/server/candidates.ts';
import { asHeld, saysLess } from '../../domain/server/changing.ts';
import type { Server, ServerCommand, Share } from '../../domain/server/server.ts';
import type { Outgoing, TakeAnswer } from '../../temporal/contract.ts';
import type { Messages } from '../../workflows/messages.ts';
import type { Rules } from './rules.ts';

/** What is wanted of a server: that it holds so many units of an application. */
export type Want = { application: string; capacity: number };

/** A question on its way to an order, or its answer on the way back. */
export type Call = { outgoing: Outgoing; answer: TakeAnswer | null };

/** A change under way: workflows/capacity-change.ts between two of its waits. */
export type Change = Want & {
  at: number;
  attempt: 1 | 2;
  /** What is asked for, the orders that are still to be asked, and those that were. */
  shares: Share[];
  candidates: Candidate[];
  left: string[];
  asked: string[];
  call: Call;
};

/** A change before it has asked anything. */
type Planned = Pick<Change, 'application' | 'capacity' | 'at' | 'attempt'>;

/** A server in a world: what its workflow holds. */
export type ServerPart = { server: Server; lastNumber: number; outbox: Outgoing[]; change: Change | null };

/** What a server looks at: the orders of its customer by the projection, and by their own word. */
export type Look = { projected: Ledger[]; fresh: (number: string) => Order };

/** What came of a step: a change that is over was refused or not. */
export type Stepped = { part: ServerPart; over: 'done' | 'refused' | null };

/** The steps of a server, as its workflow makes them, each from one wait to the next. */
export function createServers(rules: Rules) {
  /** Begins a change: plans and writes the first question. */
  function want(part: ServerPart, wanted: Want, at: number, look: Look): Stepped {
    const projected = candidatesFor(part.server, wanted, look, false, at);
    const first = saysLess(projected, part.server) ? candidatesFor(part.server, wanted, look, true, at) : projected;
    return attempt(part, { ...wanted, at, attempt: 1 }, first, look);
  }

  /** Goes on with an order's answer; null where none came. */
  function hear(part: ServerPart, answer: TakeAnswer | null, look: Look): Stepped {
    const change = part.change!;
    const order = change.asked.at(-1)!;
    if (answer?.kind === 'holding' && rules.gives(answer.shares, change.candidates, change.shares, order))
      return ask(part, change);
    const given = speak({ ...part, change: null }, null, (messages) => {
      for (const asked of change.asked) messages.tell(asked, change.at);
    });
    return again(given, change, answer ? undefined : order, look);
  }

  function again(part: ServerPart, change: Planned, stuck: string | undefined, look: Look): Stepped {
    if (change.attempt === 2) return { part: { ...part, change: null }, over: 'refused' };
    const fresh = candidatesFor(part.server, change, look, true, change.at);
    const second = fresh.map((line) => (line.order === stuck ? withoutAnswer(line) : line));
    return attempt(part, { ...change, attempt: 2 }, second, look);
  }

  function attempt(part: ServerPart, change: Planned, candidates: Candidate[], look: Look): Stepped {
    const shares = rules.sharesAfter(part.server, candidates, change);
    if (!shares) return again(part, change, undefined, look);
    const { application, capacity, at, attempt } = change;
    const left = rules.ordersToAsk(part.server, candidates, shares);
    return ask(part, { application, capacity, at, attempt, shares, candidates, left, asked: [] });
  }

  /** Asks the next order; when there is none left, the change is made. */
  function ask(part: ServerPart, change: Omit<Change, 'call'>): Stepped {
    const { application, shares, left, asked, at } = change;
    const [order, ...others] = left;
    if (order === undefined) {
      const command = { type: 'change-capacity', application, shares, tokenKey: 'key' } as const;
      return { part: commanded(part, command, at), over: 'done' };
    }
    let outgoing: Outgoing;
    const spoken = speak(part, shares, (messages) => (outgoing = messages.question(order, at)));
    const call = { outgoing: outgoing!, answer: null };
    return { part: { ...spoken, change: { ...change, left: others, asked: [...asked, order], call } }, over: null };
  }

  /** Changes a server and tells the orders that it concerns. */
  function commanded(part: ServerPart, command: ServerCommand, at: number, now = at): ServerPart {
    const { server } = rules.handleServer(part.server, command, at, now);
    if (server === part.server) return { ...part, change: command.type === 'change-capacity' ? null : part.change };
    const change = command.type === 'change-capacity' ? null : part.change;
    return speak({ ...part, server, change }, change?.shares ?? null, (messages) =>
      messages.tellChanged(part.server, at),
    );
  }

  /** What is said has the next number; while a change is under way it says what that asks for. */
  function speak(part: ServerPart, asking: Share[] | null, say: (messages: Messages) => void): ServerPart {
    const { server, outbox, lastNumber } = part;
    const messages = rules.createMessages({ server, outbox, lastNumber, unpublished: [], handled: [] }, () => server);
    messages.ask(asking);
    say(messages);
    return { ...part, ...messages.carry() };
  }

  /** activities/orders.ts: the lines of the orders that matter. */
  function candidatesFor(server: Server, wanted: Partial<Want>, look: Look, isFresh: boolean, at: number): Candidate[] {
    const orders = [...new Set(server.shares.map(({ order }) => order))];
    const meant = look.projected.filter((ledger) => concerns(ledger, server.id, { ...wanted, orders }));
    const ledgers = isFresh
      ? meant.map(({ number }) => look.fresh(number)).filter((order) => order.customerId === server.customerId)
      : meant;
    return asHeld(
      server,
      ledgers.flatMap((ledger) => rules.candidatesOf(ledger, server.id, at)),
    );
  }

  return {
    want,
    hear,
    command: commanded,

    /** Retires a server that holds nothing; a refusal changes nothing. */
    retire(part: ServerPart, at: number, look: Look): Stepped {
      const held = candidatesFor(part.server, {}, look, true, at).reduce((sum, line) => sum + line.held, 0);
      try {
        return { part: commanded(part, { type: 'retire', assigned: held }, at), over: 'done' };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { part, over: 'refused' };
      }
    },
  };
}

/** What makes a server another one: not its place in its journal. */
export function serverKey({ server: { seq: _, ...server }, ...part }: ServerPart): string {
  return JSON.stringify([server, part]);
}
