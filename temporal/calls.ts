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
import {
  ApplicationFailure,
  type QueryDefinition,
  type SignalDefinition,
  type TypedSearchAttributes,
  type UpdateDefinition,
  type Workflow,
} from '@temporalio/common';
import { REFUSAL_CODES, type RefusalCode, type RefusalDetails } from '../domain/refusal.ts';
import { UnstorableTextError, unstorableIn } from '../domain/text/text.ts';
import { TASK_QUEUE } from './contract.ts';

/** Starts, signals and updates are answered within this time, or their outcome is unknown. */
const CALL_MS = 5_000;
/** A query has the projection to fall back on, and so does not wait long. */
export const QUERY_MS = 1_000;
const REPEAT_AFTER_MS = 100;

/** Temporal was not reached, or did not answer in time: the call may still be carried out. */
export type Unanswered = { kind: 'unanswered' };
/** Temporal knows no such workflow that is still open. */
export type Closed = { kind: 'closed' };
/** An expected "no" of the rules. */
export type Refused = { kind: 'refused'; code: RefusalCode; details: RefusalDetails };

/** `isNew` unless it was there before. */
export type Started = { kind: 'started'; isNew: boolean } | Unanswered;
export type Signaled = { kind: 'signaled' } | Closed | Unanswered;
export type Updated<Result> = { kind: 'updated'; result: Result } | Refused | Closed | Unanswered;

/** Starts a workflow; started before, even if it has closed, counts as done. Throws an UnstorableTextError as all that tell a workflow something. */
export async function start<T extends Workflow>(
  client: Client,
  workflow: string,
  options: Omit<WorkflowStartOptions<T>, 'taskQueue'> & { taskQueue?: string },
  withinMs = CALL_MS,
): Promise<Started> {
  refuseUnstorable(options.args);
  try {
    await within(client, withinMs, () =>
      client.workflow.start<T>(workflow, {
        taskQueue: TASK_QUEUE,
        ...options,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      } as WorkflowStartOptions<T>),
    );
    return { kind: 'started', isNew: true };
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return { kind: 'started', isNew: false };
    return unanswered(error);
  }
}

/** Tells a workflow a fact. Temporal keeps it until a worker runs. */
export async function signal<Argument>(
  client: Client,
  workflowId: string,
  definition: SignalDefinition<[Argument]> | string,
  argument: Argument,
): Promise<Signaled> {
  refuseUnstorable(argument);
  try {
    await within(client, CALL_MS, () => client.workflow.getHandle(workflowId).signal(definition, argument));
    return { kind: 'signaled' };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'closed' };
    return unanswered(error);
  }
}

/**
 * Sends a request that the workflow can refuse, and waits up to 5 s for what became of it; while the workflow goes on in
 * a new run the same request is repeated.
 */
export async function update<Result, Argument>(
  client: Client,
  workflowId: string,
  definition: UpdateDefinition<Result, [Argument]>,
  updateId: string,
  argument: Argument,
): Promise<Updated<Result>> {
  refuseUnstorable(argument);
  const deadline = Date.now() + CALL_MS;
  for (;;) {
    try {
      const result = await within(client, deadline - Date.now(), () =>
        client.workflow.getHandle(workflowId).executeUpdate(definition, { updateId, args: [argument] }),
      );
      return { kind: 'updated', result };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { kind: 'closed' };
      const refused = refusalOf(error);
      if (!refused) return unanswered(error);
      if (refused.code !== 'ROLLING_OVER' || Date.now() + REPEAT_AFTER_MS >= deadline) return refused;
      await wait(REPEAT_AFTER_MS);
    }
  }
}

/** What a workflow says of itself; null when none answers within a second, or Temporal no longer knows it. */
export async function query<Result>(
  client: Client,
  workflowId: string,
  definition: QueryDefinition<Result>,
  withinMs = QUERY_MS,
): Promise<Result | null> {
  try {
    return await within(client, withinMs, () => client.workflow.getHandle(workflowId).query(definition));
  } catch {
    // Whatever went wrong, the projection answers instead.
    return null;
  }
}

/** What a workflow is found by, open or closed; null where Temporal knows none, undefined where it does not answer within a second. */
export async function attributesOf(
  client: Client,
  workflowId: string,
): Promise<TypedSearchAttributes | null | undefined> {
  try {
    const described = await within(client, QUERY_MS, () => client.workflow.getHandle(workflowId).describe());
    return described.typedSearchAttributes;
  } catch (error) {
    return error instanceof WorkflowNotFoundError ? null : undefined;
  }
}

/** Whether Temporal knows a workflow, open or closed; what it does not answer within a second counts as yes. */
export async function isKnown(client: Client, workflowId: string): Promise<boolean> {
  return (await attributesOf(client, workflowId)) !== null;
}

/** What a workflow was started with beside its input; null where Temporal knows none, or does not answer within a second. */
export async function memoOf(client: Client, workflowId: string): Promise<Record<string, unknown> | null> {
  try {
    const described = await within(client, QUERY_MS, () => client.workflow.getHandle(workflowId).describe());
    return described.memo ?? {};
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || isUnanswered(error)) return null;
    throw error;
  }
}

/** A workflow that holds a text which PostgreSQL cannot keep could never be published again, whatever comes after. */
function refuseUnstorable(argument: unknown): void {
  const pointer = unstorableIn(argument);
  if (pointer !== null) throw new UnstorableTextError(pointer);
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
export async function within<Result>(client: Client, withinMs: number, call: () => Promise<Result>): Promise<Result> {
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

function refusalOf(error: unknown): Refused | null {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) return null;
  const code = REFUSAL_CODES.find((known) => known === cause.type);
  return code ? { kind: 'refused', code, details: (cause.details?.[0] ?? {}) as RefusalDetails } : null;
}

/** gRPC's codes for: canceled, deadline exceeded, unavailable. */
const UNREACHABLE = [1, 4, 14];

/** Whether a call failed for want of an answer. */
export function isUnanswered(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof UnansweredError ||
    (isGrpcServiceError(cause) && UNREACHABLE.includes(cause.code))
  );
}

/** Why Temporal refused a call, in its own words; of what else went wrong the name alone, as a message may hold anything. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (isGrpcServiceError(cause)) return cause.details;
  return error instanceof Error ? error.name : 'unknown';
}

/** Anything but silence is a mistake of ours, and stays one. */
function unanswered(error: unknown): Unanswered {
  if (!isUnanswered(error)) throw error;
  return { kind: 'unanswered' };
}
