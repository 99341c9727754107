/** Where a pairing is: a machine waits, a person gave it a server, or said that it is none of theirs. */
export const PAIRING_STATES = ['pending', 'approved', 'refused'] as const;
export type PairingState = (typeof PAIRING_STATES)[number];

/** How long a code counts, and after its approval the answer that a machine fetches by it. */
export const PAIRING_SECONDS = 600;

/** How often a machine asks whether somebody has entered its code. */
export const PAIRING_INTERVAL_SECONDS = 5;

/** By how much a machine that keeps to it may come early: networks are not even. */
export const PAIRING_EARLY_SECONDS = 1;

/** How many machines may wait at once that ask from one network. */
export const MOST_PENDING_OF_NETWORK = 10;

/** How many wrong codes one person may enter within a minute. */
export const MOST_WRONG_CODES_A_MINUTE = 5;
