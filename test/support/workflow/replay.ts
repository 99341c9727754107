import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type InjectedSinks,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import type { Sinks } from '@temporalio/workflow';
import './quiet.ts';

export type PublicationSinks = Sinks & { publications: { heard(publication: unknown): void } };

/** A history as it was recorded, with what the workflow published while it was recorded. */
export type RecordedHistory = { workflowId: string; history: unknown; publications: unknown[] };

const FOLDER = new URL('../../histories/', import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Every recorded history, by the name of its file. */
export function recordedHistories(): [name: string, RecordedHistory][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as RecordedHistory]);
}

/** What a kind of workflow knows: the oldest number of rules in its code, and the newest. */
export type KnownRules = Record<'order' | 'server', { oldest: number; newest: number }>;

/** The guards in these sources and the numbers of rules that no history shows: what a change of them breaks, nobody would notice. */
export function notRecorded(sources: string[], rules: KnownRules, histories: RecordedHistory[]): string[] {
  const recorded = new Set(histories.flatMap((history) => [...changesIn(history), ...rulesIn(history)]));
  const numbers = Object.entries(rules).flatMap(([kind, { oldest, newest }]) =>
    Array.from({ length: newest - oldest + 1 }, (_, index) => `${kind} by rules ${oldest + index}`),
  );
  return [...guardsIn(sources), ...numbers].filter((known) => !recorded.has(known));
}

/** Whatever a guard is named by; that of the newest rules is shown by the numbers themselves. */
function guardsIn(sources: string[]): string[] {
  const calls = sources.flatMap((source) => [...source.matchAll(/\b(?:patched|deprecatePatch)\(\s*([^)]*?),?\s*\)/g)]);
  return calls.map(([, name]) => name!.replace(/^(['"])(.*)\1$/, '$2')).filter((name) => name !== '`rules-${rules}`');
}

function rulesIn({ publications }: RecordedHistory): string[] {
  return (publications as Partial<Record<keyof KnownRules, { rules: number }>>[]).flatMap(({ order, server }) => [
    ...(order ? [`order by rules ${order.rules}`] : []),
    ...(server ? [`server by rules ${server.rules}`] : []),
  ]);
}

/** The changes of commands, by the names that `patched()` gave them, that a history was made with. */
function changesIn({ history }: RecordedHistory): string[] {
  return (historyFromJSON(history).events ?? []).flatMap((event) => {
    const marker = event.markerRecordedEventAttributes;
    if (marker?.markerName !== 'core_patch') return [];
    const [payload] = Object.values(marker.details ?? {}).flatMap(({ payloads }) => payloads ?? []);
    return [(JSON.parse(Buffer.from(payload?.data ?? []).toString()) as { id: string }).id];
  });
}

/** Bundles workflows, today's unless others are named, so that a replay tells what it would publish. */
export function bundleForReplay(workflows = '../../../workflows/index.ts'): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: path(workflows),
    workflowInterceptorModules: [path('../../../workflows/causes.ts'), path('./published-interceptor.ts')],
    logger: new DefaultLogger('ERROR'),
  });
}

/**
 * Replays a history and answers what the workflow would have published.
 * Fails with a DeterminismViolationError where the workflows command something else.
 */
export async function replay(
  { history, workflowId }: RecordedHistory,
  workflowBundle: WorkflowBundleWithSourceMap,
): Promise<unknown[]> {
  const heard: unknown[] = [];
  const sinks: InjectedSinks<PublicationSinks> = {
    publications: { heard: { fn: (_info, publication) => void heard.push(publication), callDuringReplay: true } },
  };
  await Worker.runReplayHistory({ workflowBundle, sinks }, historyFromJSON(history), workflowId);
  return heard;
}
