/**
 * Why the database does not do at this moment what it was asked, which says nothing about what that was: it is `away` (it
 * cannot be reached, or is silent), `late` (a deadline passed, or two that wrote at once held each other up), or takes no
 * writes (`unwritable`: its disk or memory is full, it is a copy that is only read).
 */
export type Fault = 'away' | 'late' | 'unwritable';

/** What Node says when there is no connection to be had or it is lost. */
const CONNECTION_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'];
/** The driver has words alone for a statement without an answer. */
const SILENCE = /^Query read timeout$/;
/** And for a connection that ended under a statement or before it, or that could not be had in time. */
const DRIVER_WORDS =
  /Connection terminated|has encountered a connection error|was closed and is not queryable|timeout exceeded when trying to connect|^timeout expired$/;

/** PostgreSQL's own codes (appendix A of its manual). */
const FAULTS: Record<Fault, RegExp> = {
  // Connections that fail (a NUL in a statement's text breaks the protocol itself, and is none), none left, shutting down,
  // starting up, sessions and transactions that were idle or open for too long.
  away: /^(08(?!P01)...|53300|57P0[1235]|25P0[34])$/,
  // Locks and statements that took too long, deadlocks, and what could not be put in an order.
  late: /^(55P03|57014|40001|40P01)$/,
  // No space, no memory, another limit of the machine, an error of its disk; a database that is only read.
  unwritable: /^(53(?!300)...|58030|25006)$/,
};

/** Others held it up, of those that are late. */
const HELD_UP_CODES = /^(55P03|40001|40P01)$/;

/** It cannot keep a value: too long, out of range, no text. A NUL in a statement's text breaks the protocol itself. */
const DATA_CODES = /^(22...|08P01)$/;

/** What an error says about the database at this moment; null where it says nothing of that. */
export function faultOf(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  const known = (Object.keys(FAULTS) as Fault[]).find((fault) => FAULTS[fault].test(code));
  if (known) return known;
  const isAway = CONNECTION_CODES.includes(code) || DRIVER_WORDS.test(error.message) || isSilence(error);
  return isAway ? 'away' : faultOf(error.cause);
}

/** Whether a statement had no answer in time. It may still be carried out. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && SILENCE.test(error.message);
}

/** Whether an error says that the database cannot do it at this moment, and nothing about what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  return faultOf(error) !== null;
}

/** Whether PostgreSQL refuses a value for what it is: sent again it is refused again. */
export function isDataRefused(error: unknown): boolean {
  return error instanceof Error && (DATA_CODES.test(codeOf(error)) || isDataRefused(error.cause));
}

/** Whether PostgreSQL refuses a value for what it is, or for what stands beside it (class 23: unique, not null, foreign key). */
export function isStatementRefused(error: unknown): boolean {
  return (
    isDataRefused(error) ||
    (error instanceof Error && (/^23...$/.test(codeOf(error)) || isStatementRefused(error.cause)))
  );
}

/** Whether others held a statement up, so that it was undone as a whole: a deadlock, or a lock that was not to be had in time. */
export function isHeldUp(error: unknown): boolean {
  return error instanceof Error && (HELD_UP_CODES.test(codeOf(error)) || isHeldUp(error.cause));
}

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
