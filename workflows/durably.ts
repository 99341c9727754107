import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
  type ActivityFunction,
} from '@temporalio/workflow';
import type { Activities, DeliveringActivities } from '../temporal/contract.ts';

const LOCAL_ATTEMPTS = 3;

type Durable = Activities & DeliveringActivities;

type Options = { localAttempts?: number; withinSeconds?: number; heartbeatSeconds?: number; taskQueue?: string };

/**
 * Calls an activity until it succeeds: at first as a local activity, which costs the history one event, then as a
 * regular one without limit, so that an outage of hours does not fill the history. Without local attempts it is regular
 * from the start. What fails for good (a value that PostgreSQL refuses, see worker/refused-data.ts) blocks the workflow's task
 * instead: it shows in Temporal, and is repeated without the statement. `withinSeconds` bounds an attempt of the regular one: as long does it wait for a worker that has died with it,
 * or as long as it has no sign of life where `heartbeatSeconds` are given. `taskQueue` is another one than the workflow's.
 */
export function durably<Name extends keyof Durable>(
  name: Name,
  summary: string,
  { localAttempts = LOCAL_ATTEMPTS, withinSeconds = 30, heartbeatSeconds, taskQueue }: Options = {},
) {
  const local = proxyLocalActivities<Record<string, ActivityFunction>>({
    startToCloseTimeout: '10s',
    localRetryThreshold: '10s',
    retry: { maximumAttempts: localAttempts, initialInterval: '100ms' },
    summary,
  });
  const regular = proxyActivities<Record<string, ActivityFunction>>({
    startToCloseTimeout: withinSeconds * 1000,
    ...(heartbeatSeconds !== undefined && { heartbeatTimeout: heartbeatSeconds * 1000 }),
    ...(taskQueue !== undefined && { taskQueue }),
    retry: { initialInterval: '1s', maximumInterval: '1m' },
    summary,
  });
  type Result = Awaited<ReturnType<Durable[Name]>>;
  const inTheEnd = async (args: Parameters<Durable[Name]>): Promise<Result> => {
    try {
      return (await regular[name]!(...args)) as Result;
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      // No failure of the workflow, which would end what it is the truth about: its task waits, and says why, until somebody
      // has mended what cannot be written and has reset it to before the attempt.
      throw new Error(`${name} cannot be done: ${(error as ActivityFailure).cause?.message}`, { cause: error });
    }
  };
  return async (...args: Parameters<Durable[Name]>): Promise<Result> => {
    if (localAttempts === 0) return inTheEnd(args);
    try {
      return (await local[name]!(...args)) as Result;
    } catch (error) {
      // The failure of a local activity comes as it is, not wrapped in an ActivityFailure.
      if (!(error instanceof TemporalFailure)) throw error;
      return inTheEnd(args);
    }
  };
}

function isRefusedForGood(error: unknown): boolean {
  return (
    error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.nonRetryable === true
  );
}
