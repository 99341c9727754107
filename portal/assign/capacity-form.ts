import type { ServerRole } from '../../domain/server/server.ts';
import type { SaidRefusal } from '../refusals.ts';

/** One capacity that can be set: an application on a server. */
export type Choice = {
  server: string;
  application: string;
  /** What the reader chooses by: the server's name, or the application's. */
  name: string;
  about: string;
  held: number;
  /** What is free of the application, beside what is held here. */
  free: number;
  /** The server's place in its stream, as the reader saw it. */
  seq: number;
};

/** What a person wants a capacity to be, and what it was when the page was opened. */
export type Wish = { server: string; application: string; was: number; capacity: number; seq: number };

/** A server that is registered in the same step; `key` makes it once, however often the form is sent. */
export type NewServerWish = { name: string; role: ServerRole; capacity: string; key: string };

/** What became of a wish. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'not-a-number' }
  /** The same form made the server before, by another name or role than it says now. */
  | { kind: 'made-before' }
  | { kind: 'refused'; code: SaidRefusal; free: number | null; names: readonly string[] }
  | { kind: 'changed'; by: string | null; at: string | null; now: number };

export type Filled = {
  /** What was typed, by the name of its field. */
  typed: Readonly<Record<string, string>>;
  outcomes: Readonly<Record<string, Outcome>>;
  /** The server that the form has made, whatever became of its capacity. */
  made: string | null;
  /** Whether the form was to take something back. */
  undo: boolean;
};

/** Names the fields of a choice. */
export function fieldOf({ server, application }: Pick<Choice, 'server' | 'application'>): string {
  return `${server}:${application}`;
}

const CAPACITY = /^\d{1,7}$/;
const LARGEST = 1_000_000;

/** Something that was refused, with a sentence for it. */
export function refused(code: SaidRefusal, free: number | null = null): Outcome {
  return { kind: 'refused', code, free, names: [] };
}

/** The capacity that somebody typed; null when it is none. */
export function readCapacity(text = ''): number | null {
  return CAPACITY.test(text) && Number(text) <= LARGEST ? Number(text) : null;
}

/** The wishes of a form that change something, what gives capacity back first, so that it can be taken by the others. */
export function wishesOf(body: Readonly<Record<string, string>>): { wishes: Wish[]; unreadable: string[] } {
  const fields = Object.keys(body).flatMap((name) => (name.startsWith('set:') ? [name.slice('set:'.length)] : []));
  const number = (field: string, what: 'was' | 'seq') => readCapacity(body[`${what}:${field}`]) ?? 0;
  const unreadable = fields.filter((field) => readCapacity(body[`set:${field}`]) === null);
  const wishes = fields.flatMap((field) => {
    const [server = '', application = ''] = field.split(':');
    const [capacity, was, seq] = [readCapacity(body[`set:${field}`]), number(field, 'was'), number(field, 'seq')];
    return capacity === null || capacity === was ? [] : [{ server, application, was, capacity, seq }];
  });
  return { wishes: wishes.sort((one, other) => one.capacity - one.was - (other.capacity - other.was)), unreadable };
}
