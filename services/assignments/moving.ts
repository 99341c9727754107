import type { RefusalDetails } from '../../domain/refusal.ts';
import type { Asked } from '../asked.ts';
import { invalid, ProblemError, type ProblemCode } from '../problems/problems.ts';
import type { CellOutcome, SetCell } from './setting.ts';
import type { ServerService } from '../servers/servers.ts';

/** Units of an application that go from one server to another; `capacity` is what each has been seen to have. */
export type Move = {
  application: string;
  units: number;
  from: { server: string; capacity: number };
  to: { server: string; capacity: number };
};

/** What both have afterwards. */
export type Moved = Move;

/** What no server has: whoever is asked for it has it only if the same request was carried out before. */
const NEVER = -1;

/** Moves capacity between two servers of a customer, by the changes that its own calls make. */
export function createMoving(servers: Pick<ServerService, 'readServer'>, setCell: SetCell) {
  /**
   * Takes units from one server and gives them to another. Where that one cannot have them, or somebody was faster there, the
   * first gets them back. The same request again goes on where it was broken off.
   * Problems: those of setting a capacity, INVALID_REQUEST; LEFT_FREE (with `units`) where the first could not have them back.
   */
  return async function move(customer: string, { application, units, from, to }: Move, asked: Asked): Promise<Moved> {
    if (from.server === to.server)
      throw invalid([{ pointer: '/to/server', message: 'is the server that they come from' }]);
    if (units > from.capacity) throw invalid([{ pointer: '/units', message: 'is more than the server has' }]);
    const [less, more] = [from.capacity - units, to.capacity + units];
    const set = (server: string, expected: number, capacity: number, step: string) =>
      setCell(
        customer,
        { server, application, expected, capacity },
        { ...asked, requestId: `${asked.requestId}/${step}` },
      );
    refuseUnlessSet(await set(from.server, from.capacity, less, 'from'));
    // It has them again, or somebody changed it since: then nothing is given any more, and only what was given before counts.
    const isAsTaken = (await heldBy(from.server)) === less;
    const given = await set(to.server, isAsTaken ? to.capacity : NEVER, more, 'to');
    if (given.outcome === 'refused' || given.outcome === 'unchanged') {
      await giveBack();
      if (!isAsTaken) throw new ProblemError('CHANGED_MEANWHILE');
    }
    refuseUnlessSet(given);
    return {
      application,
      units,
      from: { server: from.server, capacity: less },
      to: { server: to.server, capacity: more },
    };

    async function giveBack(): Promise<void> {
      const back = await set(from.server, less, from.capacity, 'back');
      if (back.outcome === 'waiting') refuseUnlessSet(back);
      if (back.outcome !== 'refused') return;
      const free = Math.min(units, from.capacity - (await heldBy(from.server)));
      if (free > 0) throw new ProblemError('LEFT_FREE', { details: { units: free } });
    }

    async function heldBy(server: string): Promise<number> {
      const { view } = await servers.readServer(server);
      return view.assignments.find((one) => one.application === application)?.capacity ?? 0;
    }
  };
}

function refuseUnlessSet({ outcome, problem }: CellOutcome): void {
  if (outcome === 'set') return;
  if (!problem) throw new ProblemError('CHANGED_MEANWHILE');
  const { code, detail: _detail, ...details } = problem;
  throw new ProblemError(code as ProblemCode, { details: details as RefusalDetails });
}
