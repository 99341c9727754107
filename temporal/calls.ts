import { setTimeout as wait } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import { ApplicationFailure, type QueryDefinition, type UpdateDefinition, type Workflow } from '@temporalio/common';
import { REFUSAL_CODES, type RefusalCode, type RefusalDetails } from '../domain/refusal.ts';
import { TASK_QUEUE } from './contract.ts';
import { ProblemError } from '../services/problems/problems.ts';

/** Starts and signals are taken within this time, or the caller hears that Temporal is away. */
const CALL_MS = 5_000;
const QUERY_MS = 1_000;
const REPEAT_AFTER_MS = 100;

/**
 * Starts a workflow; started before, even if it has closed, counts as done.
 * Problems: TEMPORAL_UNAVAILABLE.
 */
export async function startOnce<T extends Workflow>(
  client: Client,
  workflow: string,
  options: Omit<WorkflowStartOptions<T>, 'taskQueue'>,
): Promise<void> {
  try {
    await whileAvailable(client, () =>
      client.workflow.start<T>(workflow, {
        ...options,
        taskQueue: TASK_QUEUE,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      } as WorkflowStartOptions<T>),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Runs a call that Temporal takes at once. Problems: TEMPORAL_UNAVAILABLE. */
export async function whileAvailable<Result>(client: Client, call: () => Promise<Result>): Promise<Result> {
  try {
    return await bounded(client, CALL_MS, call);
  } catch (error) {
    if (isUnreachable(error)) throw new ProblemError('TEMPORAL_UNAVAILABLE');
    throw error;
  }
}

/** What a workflow says of itself; null when none answers within a second, or Temporal no longer knows it. */
export async function ask<Result>(
  client: Client,
  workflowId: string,
  query: QueryDefinition<Result>,
): Promise<Result | null> {
  try {
    return await bounded(client, QUERY_MS, () => client.workflow.getHandle(workflowId).query(query));
  } catch {
    // Whatever went wrong, the projection answers instead.
    return null;
  }
}

/**
 * Sends a request that the workflow can refuse, and waits up to 5 s for what became of it; while the workflow goes on in
 * a new run the same request is repeated. Null when Temporal knows no such workflow that is still open.
 * Problems: OUTCOME_UNKNOWN, and every refusal of the rules.
 */
export async function request<Result, Argument>(
  client: Client,
  workflowId: string,
  update: UpdateDefinition<Result, [Argument]>,
  updateId: string,
  argument: Argument,
): Promise<Result | null> {
  const deadline = Date.now() + CALL_MS;
  for (;;) {
    try {
      return await bounded(client, deadline - Date.now(), () =>
        client.workflow.getHandle(workflowId).executeUpdate(update, { updateId, args: [argument] }),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      if (isUnreachable(error)) throw new ProblemError('OUTCOME_UNKNOWN');
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      if (refusal.code !== 'ROLLING_OVER' || Date.now() + REPEAT_AFTER_MS >= deadline)
        throw new ProblemError(refusal.code, { details: refusal.details });
      await wait(REPEAT_AFTER_MS);
    }
  }
}

class UnansweredError extends Error {}

/** The calls that clients make, also those that nobody waits for any more. */
const underWay = new WeakMap<Client, Set<Promise<unknown>>>();

/**
 * Resolves when no call of a client is under way. To be awaited before its connection is closed: a call that was given up
 * while it paused before another attempt would make that, and throw where nobody can catch it.
 */
export async function settled(client: Client): Promise<void> {
  await Promise.allSettled([...(underWay.get(client) ?? [])]);
}

/** A call with an end that holds: the client's own deadline is passed by the pause before its last attempt. */
export async function bounded<Result>(client: Client, withinMs: number, call: () => Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new UnansweredError()), withinMs);
  const answer = client.withDeadline(Date.now() + withinMs, call);
  const calls = underWay.get(client) ?? new Set();
  underWay.set(client, calls.add(answer));
  try {
    return await Promise.race([answer.finally(() => calls.delete(answer)), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(error: unknown): { code: RefusalCode; details: RefusalDetails } | null {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) return null;
  const code = REFUSAL_CODES.find((known) => known === cause.type);
  return code ? { code, details: (cause.details?.[0] ?? {}) as RefusalDetails } : null;
}

/** gRPC's codes for: canceled, deadline exceeded, unavailable. */
const UNREACHABLE = [1, 4, 14];

function isUnreachable(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof UnansweredError) return true;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return isGrpcServiceError(cause) && UNREACHABLE.includes(cause.code);
}
