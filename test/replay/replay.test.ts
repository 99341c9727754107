import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleForReplay, changesIn, recordedHistories, replay } from '../support/workflow/replay.ts';

const histories = recordedHistories();

let today: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  today = await bundleForReplay();
});

test('there is a history of every workflow', () => {
  const kinds = new Set(histories.map(([, { workflowId }]) => workflowId.split('/')[0]));
  expect([...kinds].sort()).toEqual(['mail', 'notices', 'order', 'server']);
});

test('there is a history from after every change of what a workflow commands', () => {
  const folder = new URL('../../workflows/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const changes = sources.flatMap((source) =>
    [...source.matchAll(/patched\('([^']+)'\)/g)].map(([, change]) => change),
  );
  expect(changes).not.toEqual([]);
  const known = new Set(histories.flatMap(([, recorded]) => changesIn(recorded)));
  expect(changes.filter((change) => !known.has(change!))).toEqual([]);
});

test.each(histories)('%s replays with today’s workflows to the same events and state', async (_name, recorded) => {
  expect(await replay(recorded, today)).toEqual(recorded.publications);
});

test('a change that commands something else than a recorded history is caught', async () => {
  const [, recorded] = histories.find(([, { workflowId }]) => workflowId.startsWith('order/'))!;
  const changed = await bundleForReplay('./changed-workflows.ts');
  await expect(replay(recorded, changed)).rejects.toBeInstanceOf(DeterminismViolationError);
});
