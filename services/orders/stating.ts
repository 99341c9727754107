import { keepFact, readFactHash } from '../../db/queries/orders/fact-contents.ts';
import { readFacts, type ToldFact } from '../../db/queries/orders/facts.ts';
import { isOver } from '../../domain/order/line/capacity.ts';
import { decide } from '../../domain/order/decide.ts';
import { handle, passTime } from '../../domain/order/handle.ts';
import type { Brought } from '../../domain/order/arriving/accept.ts';
import type { OrderFact } from '../../domain/order/commands.ts';
import type { OrderEvent } from '../../domain/order/events.ts';
import type { Said } from '../../domain/order/facts.ts';
import type { Order } from '../../domain/order/order.ts';
import type { By, Caller } from '../../domain/people/permissions.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { signal } from '../../temporal/calls.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { notSignaled } from '../outcomes.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import { reached } from '../reached.ts';
import { createKnownOrders, type KnownOrder } from './arriving/known.ts';
import { createReadMetadata } from './metadata.ts';
import { createStarting } from './arriving/starting.ts';
import { keepParties, partiesOf } from './arriving/parties.ts';
import { presentPreview, type Preview } from './preview.ts';

/** An order as it would be after what was foretold of it so far, where something was. */
export type Foretold = { order?: Order };

/**
 * Who states a fact; who asks for a preview alone is answered what would happen, and nothing is kept, sent or started. What
 * is asked one after the other, with the same `after`, is told as if the one before had happened.
 */
export type Stating = { by: By; preview?: Caller | undefined; after?: Foretold };

/** Whether what was taken shows already; it was taken either way. Or what would happen. */
export type Stated = { applied: boolean } | Preview;

export type StatedFact = Exclude<OrderFact, { type: 'unlock' }>;

/**
 * What a fact is called, where it has a reference; `content` is what of it stands in PostgreSQL alone, `brings` what of that
 * replaces something of the order.
 */
type Named = {
  type: StatedFact['type'];
  reference?: string;
  contentHash?: string;
  content?: unknown;
  brings?: Brought;
  /** The line whose note, as it is then, is that of this fact too. */
  keepsNoteOf?: string;
};

/** What each fact does to an order, as its journal says it. */
const DONE = {
  renew: ['renewed'],
  expand: ['expanded'],
  suspend: ['suspended'],
  resume: ['resumed'],
  cancel: ['canceled', 'cancellation-planned'],
  amend: ['amended'],
  lock: ['locked'],
  withdraw: ['withdrawn'],
  'withdraw-plan': ['plan-withdrawn'],
  convert: ['converted'],
  'change-time-zone': ['time-zone-changed'],
  'change-seller': ['parties-changed'],
  transfer: ['parties-changed'],
  'state-intent': ['intent-stated'],
} as const satisfies Record<StatedFact['type'], readonly OrderEvent['type'][]>;

/** Judged by what an order alone remembers: where it does not answer it is told, and its own rules decide. */
const BY_MEMORY: readonly OrderFact['type'][] = ['withdraw'];

/** How often a fact is computed anew when the order's time zone changes just then. */
const MOST_TRIES = 2;

/** How every fact reaches its order, whoever states it. */
export function createStating(deps: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const { orm, temporal, clock } = deps;
  const { known: readKnown, newest, read } = createKnownOrders(deps);
  const { startNow } = createStarting(deps);
  const readMetadata = createReadMetadata(deps);

  return {
    /** What a fact would do that `make` computes, for a caller. Problems: those of the fact, TEMPORAL_UNAVAILABLE. */
    preview: (number: string, caller: Caller, make: (known: KnownOrder, at: number) => OrderFact): Promise<Preview> =>
      foretell(number, caller, null, make, clock()),

    /** What an order is, for which nothing is new. Problems: TEMPORAL_UNAVAILABLE. */
    previewNothing: (number: string, caller: Caller): Promise<Preview> => foretell(number, caller, null, null, clock()),

    /**
     * States a fact, which `make` computes from the order as far as it is known, and the instant at which it was taken (epoch
     * milliseconds). What is known already is answered before it is judged. Problems: NOT_FOUND, REFERENCE_TAKEN, every refusal
     * of the rules, TEMPORAL_UNAVAILABLE, ORDER_NUMBER_TAKEN where Temporal has another order of this number.
     */
    async state(
      this: void,
      number: string,
      { by, preview, after }: Stating,
      named: Named,
      make: (known: KnownOrder, at: number) => StatedFact,
    ): Promise<Stated> {
      const at = clock();
      const { order } = await readKnown(number);
      if (preview) return foretell(number, preview, named, make, at, after);
      if (!order) await startNow(number);
      if (await isTaken(number, named)) return { applied: true };
      for (let tries = 1; ; tries += 1) {
        const known = await newest(number);
        const fact = make(known, at);
        const isForItself = !known.isWhole && BY_MEMORY.includes(fact.type);
        const isNews = isForItself || byRule(() => decide(passTime(known.order, at).order, fact, at, at).length > 0);
        // What a projection says may be behind what was sent before, except that an order is over.
        if (!isNews && (known.isWhole || isOver(known.order))) return { applied: true };
        await keep(number, named, by, at);
        const told = await send(number, { ...fact, by }, named.reference, at);
        if (told?.code === 'TIME_ZONE_CHANGED' && tries < MOST_TRIES) continue;
        if (told?.code) throw await refusalOf(number, fact, at, told.code);
        return { applied: told !== undefined };
      }
    },
  };

  /** A refusal that the journal tells by its code alone: with what the order says beside, where it still refuses so. */
  async function refusalOf(number: string, fact: StatedFact, at: number, code: RefusalCode): Promise<ProblemError> {
    try {
      const { order } = await newest(number);
      byRule(() => decide(passTime(order, at).order, fact, at, at));
    } catch (error) {
      if (error instanceof ProblemError && error.code === code) return error;
    }
    return new ProblemError(code);
  }

  /** What the journal says of a reference: true when it was taken with this content. Problems: REFERENCE_TAKEN. */
  async function isTaken(number: string, { type, reference, contentHash }: Named): Promise<boolean> {
    if (reference === undefined || contentHash === undefined) return false;
    const told = (await readFacts(orm.em.fork(), number, [...DONE[type]], reference)).find(isOf(type));
    if (!told) return false;
    refuseOtherContent(told.contentHash, contentHash, reference);
    return true;
  }

  /** What was kept and did not get further has taken its reference too. Problems: REFERENCE_TAKEN. */
  async function refuseOtherKept(number: string, { type, reference, contentHash }: Named) {
    if (reference === undefined || contentHash === undefined) return;
    const kept = await readFactHash(orm.em.fork(), { order: number, kind: type, reference });
    if (kept !== null) refuseOtherContent(kept, contentHash, reference);
  }

  /** Keeps under a reference what was stated, and the parties that it names, before the order is told. Problems: REFERENCE_TAKEN, ACCOUNT_KIND_DIFFERS. */
  async function keep(number: string, named: Named, by: By, at: number) {
    const { type, reference, contentHash, brings = {}, content = brings, keepsNoteOf } = named;
    if (reference === undefined || contentHash === undefined) return;
    const fact = { order: number, kind: type, reference, contentHash, content, by, at, keepsNoteOf };
    await orm.em.fork().transactional(async (tx) => {
      refuseOtherContent(await keepFact(tx, fact), contentHash, reference);
      await keepParties(tx, { number, by, acceptedAt: new Date(at).toISOString() }, partiesOf(brings));
    });
  }

  /** Tells the order, and waits a little for what came of it; a signal has the name of its fact. */
  async function send(
    number: string,
    { type, ...content }: StatedFact & { by: By },
    reference: string | undefined,
    at: number,
  ): Promise<ToldFact | undefined> {
    const answers = [...DONE[type], `${type}-refused`];
    const facts = async () => (await readFacts(orm.em.fork(), number, answers, reference)).filter(isOf(type));
    const before = (await facts())[0]?.seq ?? 0;
    const outcome = await signal(temporal, orderWorkflowId(number), type, { ...content, at });
    if (outcome.kind !== 'signaled') throw notSignaled(outcome, (await readKnown(number)).order !== null);
    let told: ToldFact | undefined;
    await reached(async () => {
      told = (await facts()).find(({ seq }) => seq > before);
      return told !== undefined;
    });
    return told;
  }

  /** On the order's own word alone: what is projected lacks what rules need. Without `make` nothing is new. Problems: TEMPORAL_UNAVAILABLE. */
  async function foretell(
    number: string,
    caller: Caller,
    named: Named | null,
    make: ((known: KnownOrder, at: number) => OrderFact) | null,
    at: number,
    after: Foretold = {},
  ): Promise<Preview> {
    const isKnown = named !== null && (await isTaken(number, named));
    if (named) await refuseOtherKept(number, named);
    const known = after.order ? { order: after.order, isWhole: true } : await newest(number);
    if (!known.isWhole) throw new ProblemError('TEMPORAL_UNAVAILABLE');
    const now = passTime(known.order, at).order;
    const handled =
      make && !isKnown
        ? byRule(() => handle(now, { ...make(known, at), by: caller.by }, at, at))
        : { order: now, events: [] };
    after.order = handled.order;
    const metadata = await readMetadata(caller, [number]);
    const record = await read(number);
    const accepted = { ...record.accepted, ...saidBy(named, handled.order) };
    const said = { known: record, record: { ...record, accepted } };
    return presentPreview(caller, said, now, handled.order, handled.events, at, metadata);
  }
}

/** Whether an event answers a fact of this type: two kinds of facts change parties, each with references of its own. */
function isOf(type: StatedFact['type']): (told: ToldFact) => boolean {
  const party = type === 'transfer' ? 'customer' : 'reseller';
  return (told) => told.type !== 'parties-changed' || told.says?.includes(party) === true;
}

/** What of the content that a fact brings its order then says. */
function saidBy(named: Named | null, { said }: Order): Brought {
  if (!named) return {};
  const { type, reference, brings = {} } = named;
  const isSaid = (field: string) => said[field as Said] === `${type}/${reference}`;
  return Object.fromEntries(Object.entries(brings).filter(([field]) => isSaid(field)));
}

function refuseOtherContent(known: string | null, given: string, reference: string): void {
  if (known !== given) throw new ProblemError('REFERENCE_TAKEN', { details: { reference } });
}
