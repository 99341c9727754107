/** A command that was not carried out; the message says why, to the operator. */
export class CommandError extends Error {}
