import type { Fault } from '../db/away.ts';

/** A command that was not carried out; the message says why, to the operator. */
export class CommandError extends Error {}

const FAULTS: Record<Fault, string> = {
  away: 'cannot be reached',
  late: 'took too long: run the command again',
  unwritable: 'takes no changes: its disk is full, or it is a copy that is only read',
};

/** What is to be said where a database does not do what it was asked; `setting` is what names it. */
export function faultInWords(fault: Fault, setting: string): string {
  return `The database that ${setting} names ${FAULTS[fault]}.`;
}
