import { alarmsOf } from '../../db/queries/servers/alarms.ts';
import {
  hasServerReached,
  heldShares,
  readServer as readRecord,
  type ServerRecord,
} from '../../db/queries/servers/servers.ts';
import { type Server } from '../../domain/server/server.ts';
import { serverQuery, serverWorkflowId, type ServerAnswer } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { reached } from '../reached.ts';
import { serverNotSaid } from './unrepaired.ts';
import { presentServer, type Looking, type SeenServer } from './view.ts';
import { query } from '../../temporal/calls.ts';

export type KnownServers = ReturnType<typeof createKnownServers>;

/** Reads what is known of servers: the projection, and the workflow's own word where that is newer. */
export function createKnownServers({
  orm,
  temporal,
  clock,
  catalogue,
}: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'catalogue'>) {
  const em = () => orm.em.fork();

  /** The projection and, where it is newer, the workflow's own state. Problems: NOT_FOUND, SERVER_NOT_REPAIRED, OUTCOME_UNKNOWN. */
  async function look(id: string): Promise<{ record: ServerRecord | null; newer: Server | null }> {
    const [record, state] = await Promise.all([
      readRecord(em(), id),
      query(temporal, serverWorkflowId(id), serverQuery),
    ]);
    const newer = state && state.seq > (record?.seq ?? 0) ? state : null;
    if (!record && !newer) throw new ProblemError(await serverNotSaid({ orm, temporal }, id));
    return { record, newer };
  }

  /** What servers are looked at with, one after the other. */
  async function looking(ids: readonly string[]): Promise<(id: string) => Looking> {
    const alarms = await alarmsOf(em(), ids);
    return (id) => ({ catalogue, atMs: clock(), alarms: alarms.get(id) });
  }

  async function readServer(id: string): Promise<SeenServer> {
    const [{ record, newer }, lookAt] = await Promise.all([look(id), looking([id])]);
    return newer
      ? presentServer(record, newer, lookAt(id), await heldShares(em(), newer, newer.shares))
      : presentServer(record, null, lookAt(id));
  }

  /** Null where there is none, or it cannot be told yet. */
  async function findServer(id: string): Promise<SeenServer | null> {
    try {
      return await readServer(id);
    } catch (error) {
      if (error instanceof ProblemError && ['NOT_FOUND', 'OUTCOME_UNKNOWN'].includes(error.code)) return null;
      throw error;
    }
  }

  /** After a change: by the projection, which has it in a moment, else by the workflow. */
  async function readChanged(id: string, { seq, told }: Pick<ServerAnswer, 'seq' | 'told'>): Promise<SeenServer> {
    const isThere = await reached(() => hasServerReached(em(), id, seq, told));
    if (!isThere) return readServer(id);
    const [record, lookAt] = await Promise.all([readRecord(em(), id), looking([id])]);
    return presentServer(record, null, lookAt(id));
  }

  /** What is projected of a server that can still be changed; null when nothing is yet. Problems: SERVER_RETIRED. */
  async function readLiving(id: string): Promise<ServerRecord | null> {
    const record = await readRecord(em(), id);
    if (record?.state === 'retired') throw new ProblemError('SERVER_RETIRED');
    return record;
  }

  return { look, looking, readServer, findServer, readChanged, readLiving };
}
