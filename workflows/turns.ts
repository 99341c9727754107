import { condition } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';

const MOST_WAITING = 8;

/** One change at a time, in the order in which they came. */
export function createTurns() {
  let nextTicket = 0;
  let serving = 0;
  return {
    /** Whether a change is under way. */
    busy: () => serving < nextTicket,

    /** Refuses with CHANGE_IN_PROGRESS when enough wait already. */
    refuseWhenFull(): void {
      if (nextTicket - serving > MOST_WAITING) throw new Refusal('CHANGE_IN_PROGRESS');
    },

    /** Runs a change when all earlier ones are done. */
    async take<Result>(change: () => Promise<Result>): Promise<Result> {
      const ticket = nextTicket++;
      await condition(() => serving === ticket);
      try {
        return await change();
      } finally {
        serving++;
      }
    },
  };
}
