import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { writeWhole } from '../../../scripts/start/write-file.ts';
import { bundleWorkflows } from '../../../worker/create.ts';

const FILE = join(ROOT, '.cache', 'test-workflows.js');

let made: Promise<WorkflowBundleOption> | undefined;

/** The workflows for a worker: those that the run of tests has bundled, else bundled at the first call in this process. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  const codePath = process.env.TEST_WORKFLOW_BUNDLE;
  return codePath ? { codePath } : (made ??= bundleWorkflows());
}

/** Bundles the workflows once for all tests of a run; they run in processes of their own and find it by its path. */
export async function bundleForRun(): Promise<void> {
  const { code } = await bundleWorkflows();
  mkdirSync(dirname(FILE), { recursive: true });
  writeWhole(FILE, code);
  process.env.TEST_WORKFLOW_BUNDLE = FILE;
}
