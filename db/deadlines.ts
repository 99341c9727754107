/** How long whoever uses the database waits for it, in milliseconds; null is for ever. */
export type Deadlines = {
  /** For a connection, a free one of the pool or a new one. */
  connectionMs: number;
  /** For a lock that somebody else holds. PostgreSQL ends the statement. */
  lockMs: number;
  /** For a statement. PostgreSQL ends it, and keeps the connection. */
  statementMs: number | null;
  /** For any answer to a statement. A server that is stopped, or gone without a word, ends nothing by itself: the connection goes. */
  silenceMs: number | null;
};

/**
 * A process that is frozen, or gone without a word, in the middle of a transaction holds rows that others wait for: so long,
 * and not until the network notices.
 */
export const IDLE_IN_TRANSACTION_MS = 15_000;

const CONNECTION_MS = 3_000;
const LATER_THAN_POSTGRESQL_MS = 1_000;

/** Of whoever answers callers, or is tried again by itself: a statement may take so many seconds, and everything else follows. */
export function deadlinesOf(statementSeconds: number): Deadlines {
  const statementMs = statementSeconds * 1000;
  return {
    connectionMs: CONNECTION_MS,
    lockMs: Math.round(statementMs * 0.6),
    statementMs,
    silenceMs: statementMs + LATER_THAN_POSTGRESQL_MS,
  };
}

/** Of operators' commands and other programs that read much at a time, and have nobody waiting. */
export const PATIENT: Deadlines = {
  connectionMs: 30_000,
  lockMs: 60_000,
  statementMs: 300_000,
  silenceMs: 310_000,
};

/**
 * Of who deletes what was kept for its period: a statement looks through whole tables, and one that took too long would take
 * as long the next day. What others work on is left until it is looked at again.
 */
export const SWEEPING: Deadlines = { ...PATIENT, lockMs: 5_000 };

/** Of migrations: a table may take long to write anew, but none that waits for a lock lets all others wait behind it. */
export const MIGRATING: Deadlines = { connectionMs: 30_000, lockMs: 10_000, statementMs: null, silenceMs: null };
