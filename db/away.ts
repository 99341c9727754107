/** What Node says when there is no connection to be had or it is lost. */
const CONNECTION_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'];
/** PostgreSQL's own (appendix A of its manual): connections that fail, none left, shutting down, starting up. */
const SERVER_CODES = /^(08(?!P01)...|53300|57P0[123])$/;
/** It cannot keep a value: too long, out of range, no text. A NUL in a statement's text breaks the protocol itself. */
const DATA_CODES = /^(22...|08P01)$/;
/** The driver has words alone for a connection that ended under a statement or before it, or that could not be had in time. */
const DRIVER_WORDS = /Connection terminated|has encountered a connection error|timeout exceeded when trying to connect/;

/** Whether an error says that the database cannot be reached at this moment, and nothing about what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (CONNECTION_CODES.includes(code) || SERVER_CODES.test(code)) return true;
  return DRIVER_WORDS.test(error.message) || isDatabaseAway(error.cause);
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

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
