import { readServers } from '../../db/queries/servers/servers.ts';
import { askedTwice, inTurns, type WantedCell } from '../../domain/assigning.ts';
import type { ItemProblem } from '../../domain/batches.ts';
import { isOwned } from '../../domain/order/line/capacity.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import type { ServerRole } from '../../domain/server/server.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { atMostAtOnce } from '../at-once.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { caught } from '../problems/caught.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import type { ServerService } from '../servers/servers.ts';
import { ALL_AT_ONCE } from './assignable.ts';
import { asOutcome, type CellOutcome, type SetCell } from './setting.ts';

/** A server to be registered in the same step; cells name it by `ref` in place of an id. */
export type NewServer = { ref: string; name: string; role: ServerRole };

/** What became of a server that was to be registered; `server` is its id, `name` what it is called. */
export type NewServerOutcome = {
  ref: string;
  server: string | null;
  name: string;
  outcome: 'registered' | 'refused' | 'waiting';
  problem: ItemProblem | null;
};

export type Assigning = { servers?: readonly NewServer[] | undefined; items: readonly WantedCell[] };
export type Assigned = { servers: NewServerOutcome[]; items: CellOutcome[] };

/** Servers change at the same time, each one thing after the other; orders take few changes at once. */
const SERVERS_AT_ONCE = 6;

/** What says that nothing will be answered in this moment: what is left is not asked for, and waits. */
const AWAY = ['OUTCOME_UNKNOWN', 'TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'DATABASE_NOT_WRITABLE'];

type Parts = { accounts: AccountService; servers: ServerService; setCell: SetCell };

/** Gives capacity to many servers of a customer by one call, each cell by the very change that its own call makes. */
export function createAssigning(deps: Deps, { accounts, servers, setCell }: Parts) {
  const em = () => deps.orm.em.fork();

  /**
   * Sets cells one server beside the other, each with its own outcome. What gives back comes first, then servers are made, then
   * what takes is set. A server is not made where nothing of what it was to have is free. The same request again goes on where
   * it was broken off, and answers the same. Problems: NOT_FOUND, INVALID_REQUEST for what is named twice.
   */
  return async function assign(
    caller: Caller,
    customer: string,
    { servers: wanted = [], items }: Assigning,
    requestId: string,
  ): Promise<Assigned> {
    await accounts.readAccount(customer);
    refuseTwice(wanted, items);
    const asked = { requestId, by: caller.by };
    const outcomes = new Map<WantedCell, CellOutcome>();
    let away: ItemProblem | null = null;

    const refs = new Set(wanted.map(({ ref }) => ref));
    const ofNew = items.filter(({ server }) => refs.has(server));
    const ofOthers = items.filter(({ server }) => !refs.has(server));
    const held = await heldNow(ofOthers);
    const { givingBack, taking } = inTurns(ofOthers, ({ server, application }) => held(server, application));
    /** The ids of servers that were made, by their refs. */
    const ids = new Map<string, string>();
    const idOf = ({ server }: WantedCell) => ids.get(server) ?? server;
    const freeOf = ({ application }: WantedCell) => free.get(application) ?? 0;
    await setAll(givingBack, SERVERS_AT_ONCE);
    const free = wanted.length > 0 || taking.length > 1 ? await freeNow() : new Map<string, number>();
    const made = await registerAll();
    for (const one of made) {
      if (one.server !== null) ids.set(one.ref, one.server);
      else for (const cell of ofNew) if (cell.server === one.ref) note(cell, whyNot(cell, one));
    }
    const left = [...taking, ...ofNew.filter((cell) => !outcomes.has(cell))];
    await setAll(left, isEnoughFor(left) ? SERVERS_AT_ONCE : 1);
    return { servers: made, items: items.map((cell) => outcomes.get(cell)!) };

    /** Whether what is free suffices for all. Where it does not, who is named first has it, so that one takes after another. */
    function isEnoughFor(cells: readonly WantedCell[]): boolean {
      const more = (cell: WantedCell) => cell.capacity - (cell.expected ?? held(cell.server, cell.application));
      const byApplication = [...Map.groupBy(cells, ({ application }) => application).values()];
      return byApplication.every((own) => own.reduce((sum, cell) => sum + more(cell), 0) <= freeOf(own[0]!));
    }

    /** One after the other on a server, as that is how it changes. */
    async function setAll(cells: readonly WantedCell[], atOnce: number): Promise<void> {
      await atMostAtOnce(atOnce, [...Map.groupBy(cells, idOf)], async ([server, own]) => {
        for (const cell of own) {
          if (away) {
            note(cell, { outcome: 'waiting', problem: away });
            continue;
          }
          const isNew = refs.has(cell.server);
          const outcome = await setCell(customer, { ...cell, server, ...(isNew && { expected: 0 }) }, asked);
          noteAway(outcome);
          note(cell, outcome);
        }
      });
    }

    function note(cell: WantedCell, { outcome, problem }: Pick<CellOutcome, 'outcome' | 'problem'>): void {
      const { application, capacity } = cell;
      outcomes.set(cell, { server: idOf(cell), application, capacity, outcome, problem });
    }

    /** Why a cell of a server that was not made was not set. */
    function whyNot(
      cell: WantedCell,
      { outcome, problem }: NewServerOutcome,
    ): Pick<CellOutcome, 'outcome' | 'problem'> {
      if (outcome === 'waiting') return { outcome, problem };
      const own = problem?.code === 'INSUFFICIENT_CAPACITY' && { application: cell.application, free: freeOf(cell) };
      return { outcome: 'refused', problem: problem && { ...problem, ...own } };
    }

    function noteAway({ outcome, problem }: Pick<NewServerOutcome | CellOutcome, 'outcome' | 'problem'>): void {
      if (outcome === 'waiting' && problem && AWAY.includes(problem.code)) away = problem;
    }

    async function registerAll(): Promise<NewServerOutcome[]> {
      const done: NewServerOutcome[] = [];
      for (const one of wanted) {
        const outcome: NewServerOutcome = away
          ? { ref: one.ref, server: null, name: one.name, outcome: 'waiting', problem: away }
          : await register(one);
        noteAway(outcome);
        done.push(outcome);
      }
      return done;
    }

    async function register({ ref, name, role }: NewServer): Promise<NewServerOutcome> {
      const key = `${caller.by} ${hashOfJson([requestId, ref, name, role])}`;
      try {
        const before = await servers.findRegistered(customer, key);
        const own = ofNew.filter(({ server, capacity }) => server === ref && capacity > 0);
        if (!before && own.length > 0 && own.every((cell) => cell.capacity > freeOf(cell)))
          throw new ProblemError('INSUFFICIENT_CAPACITY', { details: { free: freeOf(own[0]!) } });
        const { view } = before ?? (await servers.register(customer, { name, role }, caller.by, key));
        return { ref, server: view.id, name: view.name, outcome: 'registered', problem: null };
      } catch (error) {
        const { outcome, problem } = asOutcome(caught(error, deps.logger));
        return { ref, server: null, name, outcome: outcome === 'waiting' ? 'waiting' : 'refused', problem };
      }
    }

    async function freeNow(): Promise<Map<string, number>> {
      const { items: licenses } = await accounts.listLicenses(caller, customer, { limit: ALL_AT_ONCE });
      return new Map(licenses.map(({ application, free }) => [application, free]));
    }
  };

  /** What servers have by the projection: enough to know what gives back where nobody says what it has seen. */
  async function heldNow(cells: readonly WantedCell[]) {
    const ids = [...new Set(cells.filter(({ expected }) => expected === undefined).map(({ server }) => server))];
    const records = ids.length > 0 ? await readServers(em(), ids) : [];
    const atMs = deps.clock();
    return (server: string, application: string) => {
      const shares = records.find((record) => record?.id === server)?.shares ?? [];
      const counts = shares.filter(
        (share) => share.application === application && isOwned({ status: share.orderStatus }, share, atMs),
      );
      return counts.reduce((sum, { capacity }) => sum + capacity, 0);
    };
  }
}

function refuseTwice(wanted: readonly NewServer[], items: readonly WantedCell[]): void {
  const twice = askedTwice(items);
  if (twice !== undefined)
    throw invalid([{ pointer: `/items/${twice}`, message: 'is of the same server and application as one before' }]);
  const ref = wanted.findIndex(({ ref: one }, at) => wanted.findIndex(({ ref: other }) => other === one) < at);
  if (ref >= 0) throw invalid([{ pointer: `/servers/${ref}/ref`, message: 'is that of another server' }]);
}
