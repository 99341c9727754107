import { condition, continueAsNew, setCurrentDetails } from '@temporalio/workflow';
import type { BatchAsk, BatchState } from '../domain/batches.ts';
import {
  cancelBatchSignal,
  pauseBatchSignal,
  resumeBatchSignal,
  type BatchStart,
  type BatchWalk,
} from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { isLongRun } from './rollover.ts';
import { createSignals } from './signals.ts';

/** What has to wait is tried again after so long, twice as long each time, up to the longest. */
const PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** An item takes a few seconds at most, and one begins before ten have passed. */
const walkBatch = durably('walkBatch', 'Carry out what fits in ten seconds', { localAttempts: 0, withinSeconds: 30 });
const haltBatch = durably('haltBatch', 'Begin no other item');
const showBatch = durably('showBatch', 'Write how the batch stands');

/**
 * Many orders, or facts of orders, that are carried out one after the other: it walks their rows until none waits, or until
 * it is canceled. Its history holds counts alone.
 */
export async function batch({ id, kind, asked: carried = 'running', shown: known = null }: BatchStart): Promise<void> {
  let asked = carried;
  let shown = known;
  let walk: BatchWalk | null = null;
  let pauseMs = PAUSE_MS;
  const ask = (what: BatchAsk) => () => {
    if (asked !== 'canceled') asked = what;
  };
  const signals = createSignals();
  signals.on(pauseBatchSignal, ask('paused'));
  signals.on(resumeBatchSignal, ask('running'));
  signals.on(cancelBatchSignal, ask('canceled'));
  signals.listen();

  while (asked !== 'canceled') {
    if (isLongRun()) return continueAsNew<typeof batch>({ id, kind, asked, shown });
    await show(asked);
    if (asked === 'paused') await condition(() => asked !== 'paused');
    if (asked !== 'running' || shown !== 'running') continue;
    walk = await walkUntilAsked();
    if (walk.waiting === 0 && (await show('done'))) return;
    // An item waits after all, or somebody who came late has written what was decided before: it is written anew.
    if (walk.waiting === 0 || walk.goesOn === false) shown = null;
    if (!walk.isMoving) await condition(() => asked !== 'running', pauseMs);
    pauseMs = walk.isMoving ? PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
  await show('canceled');

  /** A walk, which ends early when something else is asked. */
  async function walkUntilAsked(): Promise<BatchWalk> {
    let hasEnded = false;
    const walking = walkBatch(id).finally(() => {
      hasEnded = true;
    });
    await condition(() => hasEnded || asked !== 'running');
    if (!hasEnded) {
      await haltBatch(id);
      // What is shown next lets walks go on again, if that is what was asked meanwhile.
      shown = null;
    }
    return walking;
  }

  /** Answers whether it stands so: it is not done while an item waits. */
  async function show(state: BatchState): Promise<boolean> {
    setCurrentDetails(describe(kind, state, walk));
    if (shown === state) return true;
    shown = state;
    return (await showBatch({ batch: id, state, at: Date.now() })) !== false;
  }
}

function describe(kind: string, state: BatchState, walk: BatchWalk | null): string {
  if (walk === null) return `**${state}**: ${kind}`;
  const { done, refused, waiting, isMoving } = walk;
  const hasToWait = state === 'running' && !isMoving;
  return [
    `**${state}**: ${kind}${hasToWait ? '; what is left has to wait, and is tried again in a while' : ''}`,
    '',
    '| done | refused | waiting |',
    '|---|---|---|',
    `| ${done} | ${refused} | ${waiting} |`,
  ].join('\n');
}
