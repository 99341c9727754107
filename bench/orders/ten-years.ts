import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { commandLine } from '../../admin/command-line.ts';
import { anniversary, dayAt } from '../../domain/days.ts';
import { orderWorkflowId, renewSignal, takeUpdate, unlockSignal } from '../../temporal/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../../test/support/workflow/bench.ts';

/**
 * An order of ten years with a change every month and a renewal every year, on Temporal's time-skipping server: how long its
 * longest run takes to replay, beside an empty workflow, both with a worker of its own each time. Exits with 1 when it takes
 * more than the bound, or when anything was lost on the way.
 */
const MONTHS = 120;
const TIMES_AN_EMPTY_ONE = 15;
const ROUNDS = 9;
const ASK_AGAIN_AFTER_MS = 100;
const NUMBER = 'SO-TEN-YEARS';

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

commandLine('npm run bench:ten-years', 'Prints how long an order of ten years takes to replay.').parse();
const bench = await openTimeSkippingBench();
try {
  const startedAt = Date.now();
  await bench.withWorker(() => live(bench));
  const runs = await allRuns(bench);
  check(bench, runs);
  const lengths = runs.map((run) => run.events?.length ?? 0);
  console.log(
    `Ten years passed in ${Math.round((Date.now() - startedAt) / 1000)} s, in ${runs.length} runs of ${lengths.join(', ')} events.`,
  );
  const longest = runs[lengths.indexOf(Math.max(...lengths))]!;
  await compareReplays(longest, await emptyHistory(bench));
} finally {
  await bench.stop();
}

/** Every month a server holds other capacity; every year the subscription is renewed before it ends. */
async function live(life: Bench): Promise<void> {
  const { env } = life;
  const order = env.client.workflow.getHandle(orderWorkflowId(NUMBER));
  const begin = await life.now();
  const firstDay = dayAt(begin, 'UTC');
  let endsOn = anniversary(firstDay, 1);
  const care = () => ({ level: 'gold' as const, endsOn });
  await life.startOrder(NUMBER, [
    sold({ license: 'subscription', capacity: 100, startsOn: firstDay, endsOn, care: care() }),
    sold({ application: 'digital-fax', capacity: 100, care: care() }),
  ]);
  await order.signal(unlockSignal, { at: begin });
  for (let month = 1; month <= MONTHS; month++) {
    const at = await life.now();
    const shares = ['1', '2'].map((line) => ({ line, capacity: 1 + ((month * 7) % 90) }));
    const message = { server: 'srv_1', number: month, at, shares, activatedAt: begin };
    await takeUnlessRollingOver(() => order.executeUpdate(takeUpdate, { args: [message], updateId: `month-${month}` }));
    if (month % 12 === 11) {
      endsOn = anniversary(firstDay, Math.ceil(month / 12) + 1);
      await order.signal(renewSignal, { at, reference: `year ${month}`, contentHash: `${month}`, endsOn });
    }
    await env.sleep('30d');
  }
}

/** As the server's activity does: an order that is changing to a new run is asked again. */
async function takeUnlessRollingOver(take: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await take();
      return;
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      if (!(cause instanceof ApplicationFailure) || cause.type !== 'ROLLING_OVER') throw error;
      await delay(ASK_AGAIN_AFTER_MS);
    }
  }
}

/** The histories of every run of the order, oldest first. */
async function allRuns({ env }: Bench): Promise<History[]> {
  const runs: History[] = [];
  const id = orderWorkflowId(NUMBER);
  const { raw } = await env.client.workflow.getHandle(id).describe();
  for (let run = raw.workflowExecutionInfo?.firstRunId; run;) {
    const history = await env.client.workflow.getHandle(id, run).fetchHistory();
    runs.push(history);
    run = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return runs;
}

/** Nothing is lost over any roll-over: the journal has no gap, and every change stands in it. */
function check(life: Bench, runs: History[]): void {
  const journal = life.events(NUMBER);
  const gap = journal.find(({ seq }, index) => seq !== index + 1);
  const heard = journal.filter(({ type }) => type === 'heard').length;
  const renewed = journal.filter(({ type }) => type === 'renewed').length;
  if (gap || heard !== MONTHS || renewed !== Math.floor((MONTHS + 1) / 12) || runs.length < 2)
    throw new Error(
      `Something was lost: ${heard} changes, ${renewed} renewals, ${runs.length} runs, gap at ${gap?.seq}`,
    );
}

async function emptyHistory({ env }: Bench): Promise<History> {
  const taskQueue = 'empty';
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowsPath: path('empty-workflow.ts'),
  });
  return worker.runUntil(async () => {
    await env.client.workflow.execute('empty', { workflowId: 'empty', taskQueue });
    return env.client.workflow.getHandle('empty').fetchHistory();
  });
}

/** In turns, so that what else the machine does meets both. */
async function compareReplays(longest: History, empty: History): Promise<void> {
  const ours = await bundle('../workflows/index.ts');
  const theirs = await bundle('empty-workflow.ts');
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const emptyMs = await replayMs(theirs, empty, 'empty');
    const longestMs = await replayMs(ours, longest, orderWorkflowId(NUMBER));
    // The first round warms up.
    if (round > 0) ratios.push(longestMs / emptyMs);
    console.log(
      `  ${round === 0 ? 'warm-up' : `round ${round}`}: ${longestMs.toFixed(0)} ms, empty ${emptyMs.toFixed(0)} ms`,
    );
  }
  const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
  const missed = ratio > TIMES_AN_EMPTY_ONE;
  console.log(
    `Replaying the longest run takes ${ratio.toFixed(1)} times an empty workflow (median; at most ${TIMES_AN_EMPTY_ONE}${missed ? ', missed' : ''}).`,
  );
  if (missed) process.exitCode = 1;
}

async function replayMs(
  workflowBundle: WorkflowBundleWithSourceMap,
  history: History,
  workflowId: string,
): Promise<number> {
  const startedAt = performance.now();
  await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
  return performance.now() - startedAt;
}

function bundle(workflows: string): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({ workflowsPath: path(workflows), logger: new DefaultLogger('ERROR') });
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
