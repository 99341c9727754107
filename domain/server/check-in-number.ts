/** What a number that should not be presented any more gives away. */
export const SUSPICIONS = ['clone-suspected', 'snapshot-suspected'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/**
 * The numbers that a server was given with its answers, as far as they are needed. A number is opaque to its holder; it
 * begins with its place in the sequence, so that one too old to be remembered is still known to be old.
 */
export type NumberChain = {
  /** The public key (`x` of its JWK) whose numbers these are: a new key begins anew. */
  key: string;
  /** How many numbers were ever made for this server. */
  made: number;
  /** The last number given. */
  current: string;
  /** The number that was presented for the current one; null while none ever was. */
  previous: string | null;
  /** Numbers whose place others took, newest last: whoever presents one is a second machine. */
  superseded: string[];
  /** The calls of the last 30 minutes by their `jti`; instants in epoch milliseconds. */
  calls: { jti: string; at: number }[];
  /** When each suspicion was last journaled. */
  suspected: Partial<Record<Suspicion, number>>;
};

/** One check-in: `presented` is its `chk`, undefined where no answer ever arrived; `random` makes a new number unguessable. */
export type Call = { key: string; jti: string; presented: string | undefined; random: string };

/** `suspicion` is null where there is none, or none to journal again. */
export type Numbered = { chain: NumberChain; suspicion: Suspicion | null };

const CALL_REMEMBERED_MS = 30 * 60_000;
const SUSPICION_AGAIN_AFTER_MS = 86_400_000;
const MOST_CALLS = 20;
const MOST_SUPERSEDED = 20;

/** Whether a number was given later than what is known of a server: that went back, as a database does that was restored. */
export function isLaterThan(chain: NumberChain | null, presented: string | undefined): boolean {
  return presented !== undefined && placeOf(presented) > (chain?.made ?? 0);
}

/** Whether a number is that of the last answer given: whoever presents it has that answer. */
export function isLast(presented: string | undefined, chain: NumberChain | null): boolean {
  return presented !== undefined && presented === chain?.current;
}

/** The numbers after an activation: a new key begins anew, a repeated activation is answered with the number it was given. */
export function numberForActivation(chain: NumberChain | null, key: string, random: string): NumberChain {
  if (chain?.key === key) return chain;
  const made = (chain?.made ?? 0) + 1;
  const current = numberAt(made, random);
  return { key, made, current, previous: null, superseded: [], calls: [], suspected: {} };
}

/**
 * The numbers after a check-in, and what it gives away. The current number, or the one before it (a lost answer), is as
 * it should be. One that was superseded proves two machines with one identity; any older one a restored snapshot. All
 * are answered, since a suspicion must not stop a paying customer. The same call again gets the same answer.
 */
export function numberForCheckIn(before: NumberChain | null, call: Call, atMs: number): Numbered {
  const chain = numberForActivation(before, call.key, call.random);
  const calls = chain.calls.filter(({ at }) => at > atMs - CALL_REMEMBERED_MS);
  if (calls.some(({ jti }) => jti === call.jti)) return { chain, suspicion: null };
  const suspicion = before?.key === call.key ? suspicionOf(chain, call.presented) : null;
  const last = suspicion === null ? undefined : chain.suspected[suspicion];
  const isNew = suspicion !== null && (last === undefined || last <= atMs - SUSPICION_AGAIN_AFTER_MS);
  const made = chain.made + 1;
  const next: NumberChain = {
    ...chain,
    made,
    current: numberAt(made, call.random),
    previous: call.presented ?? null,
    superseded: supersededBy(chain, call.presented),
    calls: [...calls, { jti: call.jti, at: atMs }].slice(-MOST_CALLS),
    suspected: isNew ? { ...chain.suspected, [suspicion]: atMs } : chain.suspected,
  };
  return { chain: next, suspicion: isNew ? suspicion : null };
}

function suspicionOf(chain: NumberChain, presented: string | undefined): Suspicion | null {
  if (presented === undefined) return chain.previous === null ? null : 'snapshot-suspected';
  if (presented === chain.current || presented === chain.previous) return null;
  if (chain.superseded.includes(presented)) return 'clone-suspected';
  // A number of ours that we do not know: the last moments before a crash of the database, or since a backup, were lost.
  return placeOf(presented) >= chain.made ? null : 'snapshot-suspected';
}

/**
 * Presenting the current number takes no other's place. Whatever else is presented takes that of the current one; and if
 * it was not the number before, that number's too, as the machine that lost the answer to it holds it still.
 */
function supersededBy({ current, previous, superseded }: NumberChain, presented: string | undefined): string[] {
  if (presented === current) return superseded;
  const passed = [presented === previous ? null : previous, current].filter((number) => number !== null);
  const others = superseded.filter((number) => number !== presented && !passed.includes(number));
  return [...others, ...passed].slice(-MOST_SUPERSEDED);
}

function numberAt(place: number, random: string): string {
  return `${place.toString(36)}.${random}`;
}

function placeOf(number: string): number {
  const [, place = '0'] = /^([0-9a-z]{1,8})\./.exec(number) ?? [];
  return parseInt(place, 36);
}
