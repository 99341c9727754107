import type { ServerMode, ServerState } from '../server/server.ts';
import type { LineCondition } from './line.ts';
import { bySeverity, type Remedy, type Severity } from './severity.ts';

/**
 * What can be true of a server, what matters most first. `restored` is one machine that went back to an older state, which
 * a copy beside it does as well: where both are suspected it is `cloned`.
 */
export const SERVER_CONDITIONS = [
  'cloned',
  'silent',
  'refused',
  'stopped',
  'suspended',
  'grace',
  'taken-over',
  'restored',
  'missing-requirement',
  'nearly-used',
  'expiring',
  'waiting',
  'registered',
  'upcoming',
  'offline',
  'standing-by',
  'activated',
  'retired',
] as const;
export type ServerConditionState = (typeof SERVER_CONDITIONS)[number];

/** How much each matters, and what to do about it. */
export const SERVER_LOOKS: Record<ServerConditionState, { severity: Severity; remedy: Remedy | null }> = {
  cloned: { severity: 'critical', remedy: 'separate' },
  silent: { severity: 'critical', remedy: 'reconnect' },
  refused: { severity: 'critical', remedy: 'look-into' },
  stopped: { severity: 'critical', remedy: 'renew' },
  suspended: { severity: 'critical', remedy: 'settle' },
  grace: { severity: 'critical', remedy: 'renew' },
  'taken-over': { severity: 'warning', remedy: 'look-into' },
  restored: { severity: 'warning', remedy: 'look-into' },
  'missing-requirement': { severity: 'warning', remedy: 'license' },
  'nearly-used': { severity: 'warning', remedy: 'expand' },
  expiring: { severity: 'warning', remedy: 'renew' },
  waiting: { severity: 'notice', remedy: 'activate' },
  registered: { severity: 'notice', remedy: 'assign' },
  upcoming: { severity: 'notice', remedy: null },
  offline: { severity: 'fine', remedy: null },
  'standing-by': { severity: 'fine', remedy: null },
  activated: { severity: 'fine', remedy: null },
  retired: { severity: 'over', remedy: null },
};

/** What is known of a server, as far as its condition follows from it. */
export type JudgedServer = {
  state: ServerState;
  /** Null before it is activated. */
  mode: ServerMode | null;
  silent: boolean;
  /** What its calls gave away since it was activated, or its token replaced. */
  suspected: readonly ('clone-suspected' | 'snapshot-suspected')[];
  /** Whether an activation was refused since then. */
  refused: boolean;
  takenOver: boolean;
  standsBy: boolean;
  nearlyUsed: boolean;
  missesRequirement: boolean;
  /** What is true of the lines that it has something of. */
  lines: readonly Pick<LineCondition, 'state' | 'until' | 'daysLeft' | 'remedy'>[];
};

export type ServerCondition = Pick<LineCondition, 'until' | 'daysLeft'> & {
  state: ServerConditionState;
  severity: Severity;
  remedy: Remedy | null;
};

/** All that is true of a server, what matters most first; its own state is always among it. */
export function serverConditions(server: JudgedServer): ServerCondition[] {
  if (server.state === 'retired') return [condition('retired')];
  const { suspected } = server;
  const own: [ServerConditionState, boolean][] = [
    ['cloned', suspected.includes('clone-suspected')],
    ['restored', suspected.includes('snapshot-suspected') && !suspected.includes('clone-suspected')],
    ['silent', server.silent],
    ['refused', server.refused],
    ['taken-over', server.takenOver],
    ['nearly-used', server.nearlyUsed],
    ['missing-requirement', server.missesRequirement],
    [lifeOf(server), true],
  ];
  return [...own.flatMap(([state, isSo]) => (isSo ? [condition(state)] : [])), ...termsOf(server)].sort(
    (one, other) => bySeverity(one, other) || placeOf(one) - placeOf(other),
  );
}

/** The first of them: what a list says of a server. */
export function serverCondition(server: JudgedServer): ServerCondition {
  return serverConditions(server)[0]!;
}

/** What is true of its lines, each once, until it changes for the first of them, and what to do about that. What is still to begin counts where nothing runs. */
function termsOf({ lines }: JudgedServer): ServerCondition[] {
  const isAllToBegin = lines.every(({ state }) => state === 'upcoming');
  return (['stopped', 'suspended', 'grace', 'expiring', 'upcoming'] as const).flatMap((state) => {
    const [first] = lines
      .filter((line) => line.state === state && (state !== 'upcoming' || isAllToBegin))
      .sort((one, other) => (one.until ?? '9999').localeCompare(other.until ?? '9999'));
    return first ? [condition(state, first)] : [];
  });
}

/** Where it is in its life: what there is to say where nothing is wrong. */
function lifeOf({ state, mode, standsBy }: JudgedServer): ServerConditionState {
  if (state !== 'activated') return state;
  return mode === 'offline' ? 'offline' : standsBy ? 'standing-by' : 'activated';
}

function condition(
  state: ServerConditionState,
  line: Pick<LineCondition, 'until' | 'daysLeft' | 'remedy'> | null = null,
): ServerCondition {
  const { severity, remedy } = SERVER_LOOKS[state];
  return {
    state,
    severity,
    remedy: line ? line.remedy : remedy,
    until: line?.until ?? null,
    daysLeft: line?.daysLeft ?? null,
  };
}

function placeOf({ state }: ServerCondition): number {
  return SERVER_CONDITIONS.indexOf(state);
}
