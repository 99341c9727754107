import { ApplicationFailure } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';

/** Inside an update a refusal is a failure whose type is its code; anything else is a bug and blocks the task until it is fixed. */
export function refusing<Result>(decide: () => Result): Result {
  try {
    return decide();
  } catch (error) {
    throw asFailure(error);
  }
}

/** A refusal as the update's caller sees it; what is none stays what it is. */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return ApplicationFailure.create({
    type: error.code,
    message: error.code,
    nonRetryable: true,
    details: [error.details],
  });
}
