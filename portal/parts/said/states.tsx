import type { CareCondition, LineConditionState } from '../../../domain/condition/line.ts';
import { stageCondition } from '../../../domain/condition/order.ts';
import { SERVER_LOOKS, type ServerConditionState } from '../../../domain/condition/server.ts';
import type { Severity } from '../../../domain/condition/severity.ts';
import type { OrderStage, OrderStatus } from '../../../domain/order/order.ts';
import type { ServerState } from '../../../domain/server/server.ts';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../reader.ts';
import type { LicenseLine, Server } from '../../services.ts';
import { Badge } from './badge.tsx';
import type { IconName } from './icon.tsx';
import { SEVERITY_LOOKS } from './severity.ts';

type Condition = LicenseLine['condition'];

const LINES: Partial<Record<LineConditionState, IconName>> = { stopped: 'ban', suspended: 'ban', over: 'off' };

/** Where a line, or the worst of several, is in its term. */
export function LineBadge({ condition: { state, severity } }: { condition: Condition }) {
  return <StateBadge severity={severity} icon={LINES[state]} text={useTexts().conditions.line[state]} />;
}

/** How much of something is suspended. */
export function SuspendedBadge({ children }: { children: ReactNode }) {
  return (
    <Badge tone="danger" icon="ban">
      {useTexts().conditions.line.suspended}: {children}
    </Badge>
  );
}

/** Until when it is so, and what that means, with how far away that is for the customer; nothing of what time alone does not change. */
export function Until({ condition: { state, until, daysLeft } }: { condition: Condition }) {
  const { conditions } = useTexts();
  const format = useFormat();
  if (until === null || state === 'suspended' || state === 'canceled' || state === 'over') return null;
  return (
    <>
      <time dateTime={until}>{conditions.until[state](format.day(until))}</time>{' '}
      {daysLeft !== null && <span className="text-secondary text-nowrap">({format.inDays(daysLeft)})</span>}
    </>
  );
}

/** Where the care of a line is; its lapse stops nothing. */
export function CareBadge({
  condition: { state, severity },
}: {
  condition: Pick<CareCondition, 'state' | 'severity'>;
}) {
  return <StateBadge severity={severity} text={useTexts().conditions.care[state]} />;
}

const SERVERS: Partial<Record<ServerConditionState, IconName>> = {
  registered: 'server',
  refused: 'ban',
  stopped: 'ban',
  suspended: 'ban',
  'nearly-used': 'server',
};

/** What matters most of a server. */
export function ServerBadge({ server }: { server: Pick<Server, 'conditions'> }) {
  const texts = useTexts();
  const { state, severity } = server.conditions[0]!;
  return <StateBadge severity={severity} icon={SERVERS[state]} text={texts.conditions.server[state]} />;
}

/** Where a server is in its life, where no more of it is known. */
export function ServerLifeBadge({ state }: { state: ServerState }) {
  const look = SERVER_LOOKS[state];
  return <StateBadge severity={look.severity} icon={SERVERS[state]} text={useTexts().conditions.server[state]} />;
}

const STAGES: Record<OrderStage, IconName> = {
  locked: 'lock',
  unlocked: 'unlock',
  assigned: 'server',
  activated: 'check',
};

type OrderBadgesProps = { order: { status: OrderStatus; stage: OrderStage; condition: Condition } };

/** How far an order has come, and where its lines are in their terms: two facts, of which the second is said where it matters. */
export function OrderBadges({ order }: OrderBadgesProps) {
  const { words } = useTexts();
  const stage = stageCondition(order);
  const isTold = !stage || !['active', 'upcoming'].includes(order.condition.state);
  return (
    <span className="d-inline-flex flex-wrap gap-1">
      {stage && <StateBadge severity={stage.severity} icon={STAGES[stage.state]} text={words.stages[stage.state]} />}
      {isTold && <LineBadge condition={order.condition} />}
    </span>
  );
}

/** How far an order has come, or what became of it, where no more of it is known. */
export function StageBadge({ order }: { order: { status: OrderStatus; stage: OrderStage } }) {
  const { words } = useTexts();
  const stage = order.status === 'suspended' ? null : stageCondition(order);
  if (stage)
    return <StateBadge severity={stage.severity} icon={STAGES[stage.state]} text={words.stages[stage.state]} />;
  return (
    <StateBadge
      severity={order.status === 'suspended' ? 'critical' : 'over'}
      icon="ban"
      text={words.statuses[order.status]}
    />
  );
}

type StateBadgeProps = { severity: Severity; icon?: IconName | undefined; text: string };

function StateBadge({ severity, icon, text }: StateBadgeProps) {
  const look = SEVERITY_LOOKS[severity];
  return (
    <Badge tone={look.tone} icon={icon ?? look.icon}>
      {text}
    </Badge>
  );
}
