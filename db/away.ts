/** What Node says when there is no connection to be had or it is lost. */
const CONNECTION_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'];
/** PostgreSQL's own (appendix A of its manual): connections that fail, none left, shutting down, starting up. */
const SERVER_CODES = /^(08...|53300|57P0[123])$/;
/** The driver has words alone for a connection that ended under a statement, or that could not be had in time. */
const DRIVER_WORDS = /Connection terminated|timeout exceeded when trying to connect/;

/** Whether an error says that the database cannot be reached at this moment, and nothing about what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (CONNECTION_CODES.includes(code) || SERVER_CODES.test(code))) return true;
  return DRIVER_WORDS.test(error.message) || isDatabaseAway(error.cause);
}
