import type { SuspendedShare } from '../../db/queries/pages/servers.ts';
import { nameIn, unitIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import type { EventType } from '../../domain/journal.ts';
import { missingRequirements } from '../../domain/server/requirements.ts';
import { nearlyUsed } from '../../domain/server/usage.ts';
import { ACTIVATION_REFUSALS } from '../../domain/refusal.ts';
import { FromNow } from '../format.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { capacityIn } from '../../languages/index.ts';
import { useCatalogue, useFormat, useReader, useTexts } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';
import type { JournalEvent, Server } from '../services.ts';

/** Something that is wrong with a server; `at` when it was noticed. */
export type Trouble =
  | { kind: 'silent' }
  | { kind: 'suspended'; order: string }
  | { kind: 'nearly-used'; application: string; used: number; assigned: number }
  | { kind: 'missing-requirement'; application: string; required: string }
  | { kind: 'refused'; code: string; at: string }
  | { kind: 'clone-suspected' | 'snapshot-suspected'; at: string };

/** What sets right what came before it: the server activated, or its token was replaced. */
const REMEDIES: readonly EventType[] = [
  'activated',
  'moved',
  'reinstalled',
  'rotated',
  'deactivated',
  'offline-activated',
];

/** What is wrong with a server, by its state, the newest of its events (newest first) and what is suspended. */
export function troublesOf(
  server: Server,
  events: readonly JournalEvent[],
  suspended: readonly SuspendedShare[],
  catalogue: Catalogue,
): Trouble[] {
  if (server.state === 'retired') return [];
  const since = events.findIndex(({ type }) => REMEDIES.includes(type));
  const recent = since === -1 ? events : events.slice(0, since);
  const refused = newestRefusal(events, since === -1 ? '' : events[since]!.at);
  // A copied folder looks like an older state as well: one cause is said once.
  const [copy] = (['clone-suspected', 'snapshot-suspected'] as const).flatMap((kind) => {
    const found = recent.find(({ type }) => type === kind);
    return found ? [{ kind, at: found.at }] : [];
  });
  return [
    ...(server.silent ? [{ kind: 'silent' } as const] : []),
    ...suspendedOrdersOf(server, suspended).map((order) => ({ kind: 'suspended' as const, order })),
    ...(copy ? [copy] : []),
    ...(refused ? [{ kind: 'refused', code: String(refused.code), at: lastOf(refused) } as const] : []),
    ...nearlyUsedOn(server, catalogue),
    ...missingRequirements(server.assignments, catalogue).map((missing) => ({
      ...{ kind: 'missing-requirement' as const, ...missing },
    })),
  ];
}

/** What was refused again after the remedy is wrong still, though the first time was before it. */
function newestRefusal(events: readonly JournalEvent[], after: string): JournalEvent | undefined {
  const refused = events.filter((event) => event.type === 'activation-refused' && lastOf(event) > after);
  return refused.sort((one, other) => lastOf(other).localeCompare(lastOf(one)))[0];
}

function lastOf({ at, lastAt }: JournalEvent): string {
  return typeof lastAt === 'string' ? lastAt : at;
}

function suspendedOrdersOf({ id }: Server, suspended: readonly SuspendedShare[]): string[] {
  const own = suspended.filter(({ server }) => server === id);
  return [...new Set(own.flatMap(({ orders }) => orders))].sort();
}

function nearlyUsedOn({ assignments }: Server, catalogue: Catalogue): Trouble[] {
  const said = assignments.flatMap(({ application, used }) => (used === null ? [] : [[application, used] as const]));
  const assigned = new Map(assignments.map(({ application, capacity }) => [application, capacity]));
  return Object.entries(nearlyUsed(Object.fromEntries(said), assigned, catalogue) ?? {}).map(([application, used]) => ({
    ...{ kind: 'nearly-used' as const, application, used },
    assigned: assigned.get(application) ?? 0,
  }));
}

type TroublesProps = { troubles: readonly Trouble[]; address: string; manages: boolean };

/** Says what is wrong, and what to do about it. */
export function Troubles({ troubles, address, manages }: TroublesProps) {
  const { troubles: texts, words, orders, refusals } = useTexts();
  const { language } = useReader();
  const format = useFormat();
  const catalogue = useCatalogue();
  const refusedTexts = (code: string) => {
    const known = ACTIVATION_REFUSALS.find((one) => one === code);
    if (known) return { title: texts.refused[known], text: texts.remedies[known] };
    return { title: texts.refusedOther, text: sentenceOf(refusals, code) ?? '' };
  };
  return troubles.map((trouble) => {
    switch (trouble.kind) {
      case 'silent':
        return <Notice key="silent" kind="danger" title={texts.silent} text={texts.silentText} />;
      case 'suspended':
        return (
          <Notice
            key={trouble.order}
            kind="danger"
            title={`${words.order} ${trouble.order}: ${words.statuses.suspended}`}
            text={orders.statusTexts.suspended}
          />
        );
      case 'nearly-used': {
        const { application, used, assigned } = trouble;
        const units = (value: number) => capacityIn(language, value, unitIn(catalogue, application));
        return (
          <Notice
            key={`used ${application}`}
            kind="warning"
            title={texts.nearlyUsed(nameIn(catalogue, application), format.number(used), units(assigned))}
            text={texts.nearlyUsedText}
          />
        );
      }
      case 'missing-requirement': {
        const name = (key: string) => nameIn(catalogue, key);
        const { application, required } = trouble;
        return (
          <Notice
            key={`${application} ${required}`}
            kind="warning"
            title={texts.missing(name(application), name(required))}
            text={texts.missingText}
          />
        );
      }
      case 'refused':
        return (
          <Notice key="refused" kind="danger" {...refusedTexts(trouble.code)}>
            <Noticed at={trouble.at} />
            {manages && trouble.code === 'TOKEN_BOUND_ELSEWHERE' && <a href={`${address}/replace`}>{texts.replace}</a>}
          </Notice>
        );
      case 'clone-suspected':
      case 'snapshot-suspected':
        return (
          <Notice
            key={trouble.kind}
            kind="danger"
            title={trouble.kind === 'clone-suspected' ? texts.clone : texts.snapshot}
            text={trouble.kind === 'clone-suspected' ? texts.cloneText : texts.snapshotText}
          >
            <Noticed at={trouble.at} />
          </Notice>
        );
    }
  });
}

function Noticed({ at }: { at: string }) {
  return (
    <div>
      <FromNow at={at} />
    </div>
  );
}
