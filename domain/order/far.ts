import type { Day } from '../days.ts';
import type { InputError } from './accept.ts';

/** Whoever names a day so many years away has to say that it is meant. */
const FAR_YEARS = 10;

/** A last day that is more than ten years after today is an error unless it is confirmed. */
export function checkFar(
  { endsOn, confirmFar }: { endsOn: Day | null | undefined; confirmFar?: boolean | undefined },
  today: Day,
  pointer: string,
): InputError[] {
  const far = `${Number(today.slice(0, 4)) + FAR_YEARS}${today.slice(4)}`;
  if (confirmFar || !endsOn || endsOn <= far) return [];
  return [{ pointer, message: `is more than ${FAR_YEARS} years away: say "confirmFar": true if it is meant` }];
}
