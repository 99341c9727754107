/** What must never be: found, it ends the exploration. */
export class Violation extends Error {
  readonly invariant: Invariant;
  /** What happened on the way, last, where it was tried beyond the world itself. */
  readonly steps: string[] = [];

  constructor(invariant: Invariant, details: string) {
    super(details);
    this.name = 'Violation';
    this.invariant = invariant;
  }
}

/** What holds in every world and of every step, and what it is called where it does not. */
export const INVARIANTS = {
  'adds up': 'on every line locked + assigned + free = owned, and none is negative',
  'is possible': 'no rule fails in another way than by a refusal, and time comes to rest',
  'repeats change nothing': 'a command or message that comes again, and a message that comes late, changes nothing',
  replays: 'events, carried through JSON, give the same state again',
  'tells only lower': 'what is told never raises what a server holds; what is asked is given whole or not at all',
  'serves its customer': 'what an order gives, it gives to servers of its customer',
  'is not used while locked': 'nothing of a locked delivery is assigned',
  'what is canceled owns nothing': 'a canceled line owns nothing, and comes back by a withdrawal alone',
  'gives nothing twice':
    'servers use no more of a line than it owns, and orders hold nothing for a server that it does not want',
  'older unlocks lose': 'an unlock that was taken before the last lock changes nothing',
  'boundaries come once': 'what time does to a line it does once, when it is due, and where the zone says',
  'withdrawn as if never said':
    'what was withdrawn leaves the lines as if it had not been, but for what others did meanwhile',
  'has what is paid for':
    'a line has what was agreed for the term it is in: a reduction counts from the first day of its own',
  'takes the last first': 'a reduction takes back what was assigned last',
  'nothing is stuck': 'with all messages delivered a server gets what is free, can lower to nothing and retire',
} as const;
export type Invariant = keyof typeof INVARIANTS;

/** Ends the exploration unless something holds; details are made when they are needed. */
export function require(holds: boolean, invariant: Invariant, details: () => string): void {
  if (!holds) throw new Violation(invariant, details());
}
