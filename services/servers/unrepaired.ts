import { isUnrepaired } from '../../db/queries/repair/restored.ts';
import { attributesOf, isKnown, query } from '../../temporal/calls.ts';
import { serverQuery, serverWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { ProblemError, type ProblemCode } from '../problems/problems.ts';

/**
 * Which problem it is where a server, a token or a key is not known: while a restored database is not repaired nobody can say
 * that it never was, and SERVER_NOT_REPAIRED is for a while what else would be an end.
 */
export async function unknownHere<Code extends ProblemCode>(
  { orm }: Pick<Deps, 'orm'>,
  code: Code,
): Promise<Code | 'SERVER_NOT_REPAIRED'> {
  return (await isUnrepaired(orm.em.fork())) ? 'SERVER_NOT_REPAIRED' : code;
}

/**
 * Which problem it is where the tables say nothing of a server, for who may see it: one that was registered a moment ago is
 * there, though its first word is not written yet. What Temporal does not answer counts as yes.
 */
export async function serverNotSaid(
  { orm, temporal }: Pick<Deps, 'orm' | 'temporal'>,
  id: string,
): Promise<'NOT_FOUND' | 'SERVER_NOT_REPAIRED' | 'OUTCOME_UNKNOWN'> {
  const problem = await unknownHere({ orm }, 'NOT_FOUND');
  return problem === 'NOT_FOUND' && (await isKnown(temporal, serverWorkflowId(id))) ? 'OUTCOME_UNKNOWN' : problem;
}

/**
 * The same for who may not see every server: while a restored database is not repaired the server itself is asked whose it is,
 * as an order is by `notSeen`. Where it does not say, as no worker answers, it is not there for anybody: Temporal alone knows
 * that there is one, and not whose; while that does not answer either nobody knows of any. Problems: NOT_FOUND, SERVER_NOT_REPAIRED.
 */
export async function serverNotSeen(
  { orm, temporal }: Pick<Deps, 'orm' | 'temporal'>,
  id: string,
  maySee: (customer: string) => Promise<boolean>,
): Promise<ProblemError> {
  if (!(await isUnrepaired(orm.em.fork()))) return new ProblemError('NOT_FOUND');
  const server = await query(temporal, serverWorkflowId(id), serverQuery);
  const isTheirs = server
    ? await maySee(server.customerId)
    : (await attributesOf(temporal, serverWorkflowId(id))) === undefined;
  return new ProblemError(isTheirs ? 'SERVER_NOT_REPAIRED' : 'NOT_FOUND');
}
