import { expect } from '@jest/globals';
import { isDay } from '../../../domain/days.ts';
import type { Position, Recorded } from '../../../domain/recorded.ts';
import { Refusal, type RefusalCode, type RefusalDetails } from '../../../domain/refusal.ts';

/** The rules of one kind of stream, as the tests of its commands use them. */
export type Rules<State extends Position, Command, Event> = {
  open: State;
  handle: (state: State, command: Command, atMs: number, nowMs: number) => Outcome<Event>;
  evolve: (state: State, event: Recorded<Event>) => State;
};

type Outcome<Event> = { events: Recorded<Event>[] };

/** An event, with the instant it took or takes effect where the test says something about that; a day alone is the event's own. */
export type Dated<Event> = Event & { on?: string };

/** The instant of an ISO 8601 text, in epoch milliseconds. */
export function instant(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new Error(`${text} is no instant: write it like 2026-12-01T00:00:00+01:00.`);
  return ms;
}

/**
 * The language in which the tests state rules: `given(events).when(command, at, now).then(events)`. An event without an
 * instant of its own happened right after the one before it; a new one takes effect when the command does.
 */
export function specify<State extends Position, Command, Event>(rules: Rules<State, Command, Event>) {
  const happen = (state: State, { event, on }: Undated<Event>): State => {
    const at = on ?? state.lastAt;
    return rules.evolve(state, { ...event, seq: state.seq + 1, at, recordedAt: at });
  };
  return {
    given: (...happened: Dated<Event>[]) => givenState(rules, happened.map(undated).reduce(happen, rules.open)),
    /** For a state that no event leads to yet. */
    givenState: (state: State) => givenState(rules, state),
  };
}

type Undated<Event> = { event: Event; on: number | undefined };

function undated<Event>({ on, ...event }: Dated<Event>): Undated<Event> {
  if (on !== undefined && isDay(on)) return { event: { ...event, on } as Event, on: undefined };
  return { event: event as Event, on: on === undefined ? undefined : instant(on) };
}

function givenState<State extends Position, Command, Event>(rules: Rules<State, Command, Event>, state: State) {
  return {
    state,
    /** `at` is when the API took the command, `now` when the workflow came to it and writes down what follows. */
    when(command: Command, at: string, now = at) {
      const [atMs, nowMs] = [instant(at), instant(now)];
      return attempt(rules, state, () => rules.handle(state, command, atMs, nowMs), { at: atMs, recordedAt: nowMs });
    },
  };
}

function attempt<State extends Position, Command, Event>(
  { evolve }: Rules<State, Command, Event>,
  state: State,
  run: () => Outcome<Event>,
  dates: { at: number; recordedAt: number },
) {
  return {
    /** Compares the new events, all of them, and answers with the state after them. */
    then(...expected: Dated<Event>[]): State {
      const { events } = run();
      const wanted = expected.map(undated).map(({ event, on }, index) => {
        const seq = state.seq + index + 1;
        return { ...event, ...dates, ...(on !== undefined && { at: on }), seq };
      });
      expect(events).toEqual(wanted);
      return events.reduce(evolve, state);
    },
    refusedWith(code: RefusalCode, details: RefusalDetails = {}): void {
      const { code: seenCode, details: seenDetails } = refusalOf(run);
      expect({ code: seenCode, details: seenDetails }).toEqual({ code, details });
    },
  };
}

/** The refusal that a function throws; anything else it throws is passed on, and nothing at all is an error. */
function refusalOf(run: () => unknown): Refusal {
  let answer: unknown;
  try {
    answer = run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Nothing was refused; the answer was ${JSON.stringify(answer)}`);
}
