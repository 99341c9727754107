import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { openTimeSkippingServer } from '../support/workflow/bench.ts';
import { bundleForReplay } from '../support/workflow/replay.ts';

const RELEASES = ['before', 'guarded', 'deprecated', 'gone'] as const;
type Release = (typeof RELEASES)[number];

let env: TestWorkflowEnvironment;
let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  env = await openTimeSkippingServer();
  workflowBundle = await bundleForReplay('./guard-life.ts');
  const worker = await Worker.create({ connection: env.nativeConnection, taskQueue: 'guards', workflowBundle });
  await worker.runUntil(async () => {
    for (const release of RELEASES)
      await env.client.workflow.execute(release, { workflowId: release, taskQueue: 'guards' });
  });
});
afterAll(() => env.teardown());

/** Replays what ran under one release with the code of another. */
async function replayWith(recorded: Release, code: Release): Promise<void> {
  const history = await env.client.workflow.getHandle(recorded).fetchHistory();
  history.events![0]!.workflowExecutionStartedEventAttributes!.workflowType = { name: code };
  await Worker.runReplayHistory({ workflowBundle }, history, recorded);
}

test.each([
  ['before', 'guarded'],
  ['guarded', 'guarded'],
  ['guarded', 'deprecated'],
  ['deprecated', 'deprecated'],
  ['deprecated', 'gone'],
] as const)('what ran %s the guard goes on where it is %s', async (recorded, code) => {
  await replayWith(recorded, code);
});

test.each([
  ['before', 'deprecated', 'it was deprecated while what began before it still ran'],
  ['before', 'gone', 'a change has no guard'],
  ['guarded', 'before', 'a worker of the former release takes what the next one began'],
  ['guarded', 'gone', 'it went without having been deprecated'],
] as const)('what ran %s the guard fails its task where it is %s: %s', async (recorded, code, _why) => {
  await expect(replayWith(recorded, code)).rejects.toBeInstanceOf(DeterminismViolationError);
});
