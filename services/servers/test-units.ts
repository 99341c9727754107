import { claimTestUnits, giveUpTestUnits, keepTestUnits, type Testing } from '../../db/queries/servers/test-units.ts';
import { nearest } from '../../domain/text/near.ts';
import type { ServerRole } from '../../domain/server/server.ts';
import { testable } from '../../domain/server/test-units.ts';
import type { Deps } from '../deps.ts';
import { whileClaimed } from '../outcomes.ts';
import { invalid, ProblemError } from '../problems/problems.ts';

/** Which servers use what the catalogue calls free for tests: of an application one server of each customer. */
export function createTestUnits({ orm, catalogue }: Pick<Deps, 'orm' | 'catalogue'>) {
  const em = () => orm.em.fork();

  function refuseUnknown(applications: readonly string[]): void {
    const free = testable(catalogue);
    const wrong = applications.flatMap((application, index) =>
      free.includes(application) ? [] : [{ pointer: `/testUnits/${index}`, message: noneOf(application, free) }],
    );
    if (wrong.length > 0) throw invalid(wrong);
  }

  return {
    /**
     * Makes a change by which a server uses what is free for tests of these applications and no others; undefined where only
     * its role may change, by which it gives back what it has. They are claimed first, and given up where the change is
     * refused. `role` is the one that the server has then. Problems: TEST_ROLE, INVALID_REQUEST for an application of which
     * no units are free, TEST_UNITS_TAKEN (with `application` and `server`), those of the change.
     */
    async changing<Changed>(
      { present, role, ...about }: Omit<Testing, 'applications'> & { present: readonly string[]; role: ServerRole },
      applications: readonly string[] | undefined,
      change: () => Promise<Changed>,
    ): Promise<Changed> {
      const wanted = applications ?? [];
      if (wanted.length === 0 && present.length === 0) return change();
      if (wanted.length > 0 && role !== 'test') throw new ProblemError('TEST_ROLE');
      // What it has already may have left the catalogue meanwhile: it can stay, and gives nothing.
      refuseUnknown(wanted.filter((application) => !present.includes(application)));
      const outcome = await claimTestUnits(em(), { ...about, applications: wanted });
      if ('taken' in outcome) throw new ProblemError('TEST_UNITS_TAKEN', { details: outcome.taken });
      const kept = role === 'test' ? (applications ?? present) : [];
      return whileClaimed(change, {
        settle: async () => {
          await keepTestUnits(em(), { ...about, applications: wanted });
          await giveUpTestUnits(em(), { ...about, applications: present.filter((one) => !kept.includes(one)) });
        },
        giveUp: () => giveUpTestUnits(em(), { ...about, applications: outcome.claimed }),
      });
    },
  };
}

function noneOf(application: string, free: readonly string[]): string {
  if (free.length === 0) return 'names an application: of none in the catalogue units are free for tests';
  return `names ${application}, of which no units are free for tests: they are of ${nearest(application, free).join(', ')}`;
}
