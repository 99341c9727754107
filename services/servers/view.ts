import type { Alarms } from '../../db/queries/servers/alarms.ts';
import type { HeldShare, ServerRecord } from '../../db/queries/servers/servers.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { holdingsOf } from '../../domain/condition/holding.ts';
import { lineCondition } from '../../domain/condition/line.ts';
import { serverConditions } from '../../domain/condition/server.ts';
import { isKept, isOwned } from '../../domain/order/line/capacity.ts';
import { POLICY } from '../../domain/policy.ts';
import { machineNow, type Said } from '../../domain/server/saying.ts';
import { missingRequirements } from '../../domain/server/requirements.ts';
import { nearlyUsed } from '../../domain/server/usage.ts';
import { SUSPICIONS } from '../../domain/server/check-in-number.ts';
import { serverMode, serverState, type Server } from '../../domain/server/server.ts';
import { unitsByApplication } from '../../domain/server/usage.ts';
import { instant } from '../orders/view.ts';

const DAY_MS = 86_400_000;

/** A server with the place in its stream that its ETag names. */
export type SeenServer = ReturnType<typeof presentServer>;

/** What a server is looked at with: the catalogue, the clock (epoch milliseconds), and what stands against it. */
export type Looking = { catalogue: Catalogue; atMs: number; alarms: Alarms | undefined };

/**
 * A server as the API answers it: by its projection, or by its workflow's own word where that is newer. `shares` are what
 * it holds by its own word and its orders': both count, so that it says the same as they do.
 */
export function presentServer(
  record: ServerRecord | null,
  newer: Server | null,
  { catalogue, atMs, alarms }: Looking,
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
  const silent = mode === 'online' && Math.max(lastCheckInAt ?? 0, activatedAt ?? 0) <= atMs - silentDays * DAY_MS;
  const takenOverBy = record?.takenOverBy ?? null;
  const judged = shares.map(({ orderStatus: status, ...share }) => ({ ...share, status }));
  const owned = judged.filter((share) => isOwned(share, share, atMs));
  const holdings = holdingsOf(owned, catalogue, atMs);
  const assigned = new Map(holdings.map(({ application, capacity }) => [application, capacity]));
  const view = {
    ...{ id, customer, name, role, state, version: machineNow(said, activation).version },
    mode,
    silent,
    conditions: serverConditions({
      ...{ state, mode, silent, takenOver: takenOverBy !== null, standsBy: standbyFor !== null },
      suspected: SUSPICIONS.filter((kind) => (record?.numbers?.suspected[kind] ?? 0) > (alarms?.setRightAt ?? 0)),
      refused: (alarms?.refusedAt ?? null) !== null,
      nearlyUsed: nearlyUsed(said?.used ?? null, assigned, catalogue) !== null,
      missesRequirement: missingRequirements(holdings, catalogue).length > 0,
      lines: judged.map((share) => lineCondition(share, atMs)),
    }),
    assignments: holdings.map(({ application, ...holding }) => ({
      ...{ application, ...holding, used: said?.used?.[application] ?? null },
    })),
    kept: sumByApplication(judged.filter((share) => isKept(share, share, atMs))),
    lastCheckInAt: lastCheckInAt === null ? null : instant(lastCheckInAt),
    nextCheckInAt: nextCheckInAt === null ? null : instant(nextCheckInAt),
    usedAt: instant(said?.usedAt ?? null),
    testUnits: testedBy({ record, newer }),
    ...{ standbyFor, takenOverBy },
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
