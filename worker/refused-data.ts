import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { isDataRefused, isStatementRefused } from '../db/away.ts';

/** What stands beside a value may be gone at the next attempt: two that wrote at once. A value stays what it is. */
const ATTEMPTS_BESIDE_OTHERS = 10;

/**
 * Ends the attempts of an activity whose value PostgreSQL refuses: it would refuse it for ever, and nobody would hear of it.
 * The failure says the code alone, as PostgreSQL's sentence can hold what was to be written.
 */
export const failRefusedDataForGood: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        const attempts = isDataRefused(error) ? 1 : ATTEMPTS_BESIDE_OTHERS;
        if (!isStatementRefused(error) || info.isLocal || info.attempt < attempts) throw error;
        const code = String((error as { code?: unknown }).code);
        throw ApplicationFailure.nonRetryable(`PostgreSQL refuses what ${info.activityType} writes (${code})`);
      }
    },
  },
});
