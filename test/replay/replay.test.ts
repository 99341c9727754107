import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { NEWEST_RULES as NEWEST_ORDER_RULES } from '../../domain/order/order.ts';
import { NEWEST_RULES as NEWEST_SERVER_RULES } from '../../domain/server/server.ts';
import { withNextRules } from '../support/workflow/next-rules.ts';
import {
  bundleForReplay,
  notRecorded,
  recordedHistories,
  replay,
  type KnownRules,
} from '../support/workflow/replay.ts';

const histories = recordedHistories();

let today: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  today = await bundleForReplay();
});

test('there is a history of every workflow', () => {
  const kinds = new Set(histories.map(([, { workflowId }]) => workflowId.split('/')[0]));
  expect([...kinds].sort()).toEqual(['batch', 'mail', 'notices', 'order', 'server', 'webhook']);
});

/** `oldest` goes up when the answers of that number leave the code, and its histories with them. */
const RULES: KnownRules = {
  order: { oldest: 1, newest: NEWEST_ORDER_RULES },
  server: { oldest: 1, newest: NEWEST_SERVER_RULES },
};
const recordings = histories.map(([, recorded]) => recorded);

test('there is a history from after every change of what a workflow commands, and of every number of rules', () => {
  const folder = new URL('../../workflows/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(notRecorded(sources, RULES, recordings)).toEqual([]);
});

test.each([
  ['a guard', "if (patched('asks-twice')) await ask();", 'asks-twice'],
  ['a guard over several lines', "patched(\n  'asks-twice',\n)", 'asks-twice'],
  ['a guard that is on its way out', "deprecatePatch('asks-twice');", 'asks-twice'],
  ['a guard whose name is not to be read', 'patched(name)', 'name'],
])('%s without a history is noticed', (_, source, missing) => {
  expect(notRecorded([source], RULES, recordings)).toEqual([missing]);
});

test.each(['order', 'server'] as const)('a number of rules of the %s without a history is noticed', (kind) => {
  const { oldest, newest } = RULES[kind];
  const next = { ...RULES, [kind]: { oldest, newest: newest + 1 } };
  expect(notRecorded([], next, recordings)).toEqual([`${kind} by rules ${newest + 1}`]);
  const others = recordings.filter(({ workflowId }) => !workflowId.startsWith(`${kind}/`));
  expect(notRecorded([], RULES, others)).toContain(`${kind} by rules ${newest}`);
});

/** A state may know more than when it was recorded; nothing of it may have become another. */
function expectRecorded(replayed: unknown[], recorded: unknown[]): void {
  const eventsIn = (publications: unknown[]) => publications.map((one) => (one as { events?: unknown }).events);
  expect(replayed).toMatchObject(recorded);
  expect(eventsIn(replayed)).toEqual(eventsIn(recorded));
}

test.each(histories)('%s replays with today’s workflows to the same events and state', async (_name, recorded) => {
  expectRecorded(await replay(recorded, today), recorded.publications);
});

test.each(histories)(
  '%s replays so under newer rules, too: what is recorded keeps its own',
  async (_name, recorded) => {
    const replayed = await replay(recorded, { ...today, code: withNextRules(today.code) });
    expectRecorded(replayed, recorded.publications);
  },
);

test('a change that commands something else than a recorded history is caught', async () => {
  const [, recorded] = histories.find(([, { workflowId }]) => workflowId.startsWith('order/'))!;
  const changed = await bundleForReplay('./changed-workflows.ts');
  await expect(replay(recorded, changed)).rejects.toBeInstanceOf(DeterminismViolationError);
});
