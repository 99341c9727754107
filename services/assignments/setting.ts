import { whoSet } from '../../db/queries/servers/capacities.ts';
import type { ItemProblem } from '../../domain/batches.ts';
import type { WantedCell } from '../../domain/assigning.ts';
import { serverWorkflowId } from '../../temporal/contract.ts';
import type { Asked } from '../asked.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { caught } from '../problems/caught.ts';
import { describeProblem, ProblemError } from '../problems/problems.ts';
import type { ServerService } from '../servers/servers.ts';

/**
 * What became of a cell: `unchanged` is one that somebody else has made what it was to be; of one that is `waiting` it is not
 * known yet, and the same request, sent again, hears it.
 */
export const CELL_OUTCOMES = ['set', 'unchanged', 'refused', 'waiting'] as const;
export type CellOutcome = {
  server: string;
  application: string;
  capacity: number;
  outcome: (typeof CELL_OUTCOMES)[number];
  problem: ItemProblem | null;
};

/** How often a cell is looked at again whose server changed in another place just then. */
const MOST_LOOKS = 3;

/** What no repeat of the same request would hear another word about, though it can go better later. */
const FOR_GOOD = 'ORDER_NOT_ANSWERING';

export type SetCell = ReturnType<typeof createSetCell>;

/**
 * Sets one capacity, if the server has what whoever asks has seen; what else of the server changed does not count. The same
 * request again gets the same answer, whatever was changed since.
 */
export function createSetCell({ orm, logger }: Pick<Deps, 'orm' | 'logger'>, servers: ServerService) {
  async function heldBy(customer: string, { server, application }: WantedCell) {
    const { seq, view } = await servers.readServer(server);
    if (view.customer !== customer) throw new ProblemError('NOT_FOUND');
    return { seq, held: view.assignments.find((one) => one.application === application)?.capacity ?? 0 };
  }

  async function set(customer: string, cell: WantedCell, { requestId, by }: Asked): Promise<'set' | 'unchanged'> {
    const { server, application, capacity, expected } = cell;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const { seq, held } = await heldBy(customer, cell);
      // Where it is not as it was seen no state will do: a server that did this before says so all the same.
      const seen = expected === undefined ? {} : { expected: held === expected ? [seq] : [] };
      const asked = { requestId: hashOfJson([requestId, server, application, capacity, look]), by, ...seen };
      try {
        await servers.setCapacity(server, application, capacity, asked);
        return 'set';
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'CHANGED_MEANWHILE') throw error;
      }
    }
    const { held } = await heldBy(customer, cell);
    if (held === capacity) return 'unchanged';
    if (held === expected) throw new ProblemError('CHANGE_IN_PROGRESS');
    const who = await whoSet(orm.em.fork(), serverWorkflowId(server), { application, capacity: held });
    const said = who && { changedBy: who.by, changedAt: instant(who.at) };
    throw new ProblemError('CHANGED_MEANWHILE', { details: { held, ...said } });
  }

  return async (customer: string, cell: WantedCell, asked: Asked): Promise<CellOutcome> => {
    const { server, application, capacity } = cell;
    const about = { server, application, capacity };
    try {
      return { ...about, outcome: await set(customer, cell, asked), problem: null };
    } catch (error) {
      return { ...about, ...asOutcome(caught(error, logger)) };
    }
  };
}

/** What a problem of the single call is to one of many. */
export function asOutcome(problem: ProblemError): { outcome: 'refused' | 'waiting'; problem: ItemProblem } {
  const { status, retryAfterSeconds, body } = describeProblem(problem);
  const isWaiting = (status >= 500 || retryAfterSeconds !== undefined) && problem.code !== FOR_GOOD;
  const { title: _title, status: _status, ...about } = body;
  return { outcome: isWaiting ? 'waiting' : 'refused', problem: about };
}
