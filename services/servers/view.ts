import type { HeldShare, ServerRecord } from '../../db/queries/servers/servers.ts';
import { isKept, isOwned } from '../../domain/order/capacity.ts';
import { POLICY } from '../../domain/policy.ts';
import { machineNow, type Said } from '../../domain/server/saying.ts';
import { serverMode, serverState, type Server } from '../../domain/server/server.ts';
import { unitsByApplication } from '../../domain/server/usage.ts';
import { instant } from '../orders/view.ts';

const DAY_MS = 86_400_000;

/** A server with the place in its stream that its ETag names. */
export type SeenServer = ReturnType<typeof presentServer>;

/**
 * A server as the API answers it: by its projection, or by its workflow's own word where that is newer. `shares` are what
 * it holds by its own word and its orders': both count, so that it says the same as they do.
 */
export function presentServer(
  record: ServerRecord | null,
  newer: Server | null,
  atMs: number,
  shares: readonly HeldShare[] = record?.shares ?? [],
) {
  const { id, seq, customerId: customer, name, role } = (newer ?? record)!;
  const activatedAt = newer ? (newer.activation?.activatedAt ?? null) : record!.activatedAt;
  const activation = newer ? (newer.activation ?? NOT_ACTIVATED) : record!;
  const standbyFor = newer ? (newer.standbyFor ?? null) : record!.standbyFor;
  const lastCheckInAt = record?.lastCheckInAt ?? null;
  const nextCheckInAt = record?.nextCheckInAt ?? null;
  const state = newer ? serverState(newer) : record!.state;
  const mode = newer ? serverMode(newer) : record!.mode;
  const said = mode === 'online' ? saidBy(record, newer) : null;
  const silentDays = (newer ? newer.silentDays : record!.silentDays) ?? POLICY.silentDays;
  const view = {
    ...{ id, customer, name, role, state, version: machineNow(said, activation).version },
    mode,
    silent: mode === 'online' && Math.max(lastCheckInAt ?? 0, activatedAt ?? 0) <= atMs - silentDays * DAY_MS,
    assignments: sumByApplication(shares.filter((share) => isOwned({ status: share.orderStatus }, share, atMs))).map(
      ({ application, capacity }) => ({ application, capacity, used: said?.used?.[application] ?? null }),
    ),
    kept: sumByApplication(shares.filter((share) => isKept({ status: share.orderStatus }, share, atMs))),
    lastCheckInAt: lastCheckInAt === null ? null : instant(lastCheckInAt),
    nextCheckInAt: nextCheckInAt === null ? null : instant(nextCheckInAt),
    usedAt: instant(said?.usedAt ?? null),
    testUnits: testedBy({ record, newer }),
    ...{ standbyFor, takenOverBy: record?.takenOverBy ?? null },
  };
  return { seq, view };
}

/** The applications of which a server uses what is free for tests. */
export function testedBy({ record, newer }: { record: ServerRecord | null; newer: Server | null }): string[] {
  return newer ? (newer.testUnits ?? []) : (record?.testUnits ?? []).map(({ application }) => application);
}

const NOT_ACTIVATED = { version: null, hostname: null };

/** What a server said since its activation: of a machine that took its place meanwhile nothing is known yet. */
function saidBy(record: ServerRecord | null, newer: Server | null): Said | null {
  const isOther = newer && newer.activation?.publicKey.x !== record?.publicKey?.x;
  return isOther ? null : (record?.said ?? null);
}

function sumByApplication(shares: readonly { application: string; capacity: number }[]) {
  return [...unitsByApplication(shares)]
    .map(([application, capacity]) => ({ application, capacity }))
    .sort((a, b) => (a.application < b.application ? -1 : 1));
}
