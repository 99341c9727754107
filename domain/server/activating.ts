import { Refusal } from '../refusal.ts';
import { isStandby, isTesting, type ActivationRequest, type Server, type ServerEvent } from './server.ts';
import { isTooOld } from './version.ts';

const WINDOW_MS = 90 * 86_400_000;
const MOST_MACHINE_CHANGES = 3;
/** More than anybody installs by hand, and fewer than the machines that could share one fingerprint. */
export const MOST_REINSTALLS = 10;

/**
 * Binds a server to a machine and its key, online. A repeat changes nothing but what the AppSuite newly says of itself.
 * Refusals: those of {@link requireUsable}, {@link requireFewReinstalls} and {@link requireThisMachine}.
 */
export function activate(server: Server, request: ActivationRequest, atMs: number): ServerEvent[] {
  requireUsable(server, request);
  requireFewReinstalls(server, request, atMs);
  const { tokenVersion, fingerprint, publicKey, version, hostname } = request;
  const { activation } = server;
  const about = { tokenVersion, fingerprint, publicKey, version, hostname };
  if (activation?.fingerprint === fingerprint) {
    const isSame = activation.publicKey.x === publicKey.x && activation.tokenVersion === tokenVersion;
    if (!isSame || activation.mode === 'offline') return [{ type: 'reinstalled', ...about }];
    const isKnown = activation.version === version && activation.hostname === hostname;
    return isKnown ? [] : [{ type: 'updated', version, hostname }];
  }
  requireThisMachine(server, request, atMs);
  return [{ type: activation ? 'moved' : 'activated', ...about }];
}

/** Refusals: TOKEN_ROTATED, NOTHING_ASSIGNED, VERSION_TOO_OLD. */
export function requireUsable(server: Server, { tokenVersion, version }: ActivationRequest): void {
  const { token, shares } = server;
  if (!token || tokenVersion !== token.version) throw new Refusal('TOKEN_ROTATED');
  if (shares.length === 0 && !isStandby(server) && !isTesting(server)) throw new Refusal('NOTHING_ASSIGNED');
  if (isTooOld(version)) throw new Refusal('VERSION_TOO_OLD', { version });
}

/**
 * Lets a server go to another machine only by a rotated token, not too often, and not while the machine it was on may
 * run an offline document for good. Refusals: TOKEN_BOUND_ELSEWHERE, RETURN_REQUIRED, TOO_MANY_MACHINES.
 */
export function requireThisMachine(server: Server, request: ActivationRequest, atMs: number): void {
  const { fingerprint, tokenVersion } = request;
  const { activation } = server;
  if (activation && activation.fingerprint !== fingerprint && activation.tokenVersion === tokenVersion)
    throw new Refusal('TOKEN_BOUND_ELSEWHERE');
  const document = server.offline?.at(-1);
  if (document && document.fingerprint !== fingerprint) throw new Refusal('RETURN_REQUIRED');
  if (changesMachine(server, fingerprint) && recent(server.machineChanges, atMs) >= MOST_MACHINE_CHANGES)
    throw new Refusal('TOO_MANY_MACHINES', { machines: MOST_MACHINE_CHANGES });
}

/** Whether an activation with this fingerprint puts the server on a machine other than its last. */
export function changesMachine(server: Pick<Server, 'lastFingerprint'>, fingerprint: string): boolean {
  return server.lastFingerprint !== null && server.lastFingerprint !== fingerprint;
}

/**
 * Keeps many machines from sharing one fingerprint: each would run on what it was given until its leases end, or for good.
 * Refusals: TOO_MANY_REINSTALLS.
 */
export function requireFewReinstalls(server: Server, request: ActivationRequest, atMs: number): void {
  if (changesKey(server, request) && recent(server.reinstalls, atMs) >= MOST_REINSTALLS)
    throw new Refusal('TOO_MANY_REINSTALLS', { reinstalls: MOST_REINSTALLS });
}

/** Whether an activation brings another key for the machine that the server was on last, whether it left or not. */
export function changesKey(
  { activation, formerKeys, lastFingerprint }: Pick<Server, 'activation' | 'formerKeys' | 'lastFingerprint'>,
  { fingerprint, publicKey }: Pick<ActivationRequest, 'fingerprint' | 'publicKey'>,
): boolean {
  const last = activation?.publicKey ?? formerKeys.at(-1)?.publicKey;
  return lastFingerprint === fingerprint && last !== undefined && last.x !== publicKey.x;
}

function recent(instants: number[], atMs: number): number {
  return instants.filter((instant) => instant > atMs - WINDOW_MS).length;
}
