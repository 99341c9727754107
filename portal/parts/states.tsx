import type { LineState } from '../../domain/order/capacity.ts';
import type { OrderStage, OrderStatus } from '../../domain/order/order.ts';
import type { ServerState } from '../../domain/server/server.ts';
import type { TermState } from '../../domain/terms.ts';
import type { ReactNode } from 'react';
import { useTexts } from '../reader.ts';
import { Badge, type Tone } from './badge.tsx';
import type { IconName } from './icon.tsx';

/** A state as a reader has to know it: what of it a suspended order has, no server may use. */
export type ShownState = LineState | 'suspended';

/** The state of a line of an order with a status; what is over stays so. */
export function shownState(state: LineState, status: OrderStatus): ShownState {
  return status === 'suspended' && state !== 'expired' ? 'suspended' : state;
}

type Look = { tone: Tone; icon: IconName };

const LINES: Record<ShownState, Look> = {
  upcoming: { tone: 'info', icon: 'clock' },
  active: { tone: 'good', icon: 'check' },
  expiring: { tone: 'warning', icon: 'clock' },
  grace: { tone: 'danger', icon: 'alert' },
  expired: { tone: 'danger', icon: 'ban' },
  canceled: { tone: 'quiet', icon: 'ban' },
  suspended: { tone: 'danger', icon: 'ban' },
};

/** Where a line is in its term, or that its order is suspended. */
export function LineStateBadge({ state }: { state: ShownState }) {
  return <Badge {...LINES[state]}>{useTexts().words.termStates[state]}</Badge>;
}

/** How much of something is suspended. */
export function SuspendedBadge({ children }: { children: ReactNode }) {
  return (
    <Badge {...LINES.suspended}>
      {useTexts().words.termStates.suspended}: {children}
    </Badge>
  );
}

/** Where the care of a line is; its lapse stops nothing. With its order suspended it gives nothing either. */
export function CareStateBadge({ state, suspended }: { state: Exclude<TermState, 'grace'>; suspended: boolean }) {
  if (suspended && state !== 'expired') return <LineStateBadge state="suspended" />;
  const look = state === 'expired' ? ({ tone: 'warning', icon: 'alert' } as const) : LINES[state];
  return <Badge {...look}>{useTexts().licenses.careStates[state]}</Badge>;
}

const SERVERS: Record<ServerState, Look> = {
  registered: { tone: 'quiet', icon: 'server' },
  waiting: { tone: 'info', icon: 'clock' },
  activated: { tone: 'good', icon: 'check' },
  retired: { tone: 'quiet', icon: 'ban' },
};

/** Where a server is in its life, and whether it has fallen silent. */
export function ServerStateBadge({ state, silent }: { state: ServerState; silent: boolean }) {
  const texts = useTexts();
  if (silent)
    return (
      <Badge tone="danger" icon="alert">
        {texts.servers.silent}
      </Badge>
    );
  return <Badge {...SERVERS[state]}>{texts.words.serverStates[state]}</Badge>;
}

const STAGES: Record<OrderStage, Look> = {
  locked: { tone: 'warning', icon: 'lock' },
  unlocked: { tone: 'info', icon: 'unlock' },
  assigned: { tone: 'info', icon: 'server' },
  activated: { tone: 'good', icon: 'check' },
};

const STATUSES: Record<Exclude<OrderStatus, 'open'>, Look> = {
  suspended: { tone: 'danger', icon: 'ban' },
  canceled: { tone: 'quiet', icon: 'ban' },
  ended: { tone: 'quiet', icon: 'off' },
};

/** How far an order has come, or what became of it. */
export function OrderBadge({ status, stage }: { status: OrderStatus; stage: OrderStage }) {
  const texts = useTexts();
  if (status !== 'open') return <Badge {...STATUSES[status]}>{texts.words.statuses[status]}</Badge>;
  return <Badge {...STAGES[stage]}>{texts.words.stages[stage]}</Badge>;
}
