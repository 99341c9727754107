import fc from 'fast-check';
import { expect } from '@jest/globals';
import type { Position, Recorded } from '../../../domain/recorded.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Rules } from './given.ts';

export const DAY_MS = 86_400_000;

/** A command, when the API took it and when the workflow came to it, in epoch milliseconds. */
export type Step<Command> = { command: Command; atMs: number; nowMs: number };

/** Commands at random instants: most close together, some after months without a worker, some handled long after they came. */
export function anySteps<Command>(command: fc.Arbitrary<Command>, startMs: number): fc.Arbitrary<Step<Command>[]> {
  const moments = fc.integer({ min: 0, max: 3_600_000 });
  const months = fc.integer({ min: 0, max: 100 * DAY_MS });
  const pause = fc.oneof({ weight: 12, arbitrary: moments }, { weight: 1, arbitrary: months });
  const lag = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: pause });
  return fc.array(fc.record({ command, pause, lag }), { maxLength: 25, size: 'max' }).map((drawn) => {
    let nowMs = startMs;
    return drawn.map((one) => {
      nowMs += one.pause;
      return { command: one.command, atMs: nowMs - one.lag, nowMs };
    });
  });
}

/** One step of a history: the state before and after it, and its new events; none where the command was refused. */
export type Lived<State, Command, Event> = Step<Command> & {
  before: State;
  after: State;
  events: Recorded<Event>[];
  refused: boolean;
};

/** Lives through the steps; states are frozen, so that a rule that changes one in place fails. */
export function live<State extends Position, Command, Event>(
  { open, handle, evolve }: Rules<State, Command, Event>,
  steps: Step<Command>[],
): Lived<State, Command, Event>[] {
  let state = deepFreeze(open);
  return steps.map((step) => {
    const before = state;
    const events = unlessRefused(() => handle(before, step.command, step.atMs, step.nowMs).events);
    state = deepFreeze((events ?? []).reduce(evolve, before));
    return { ...step, before, after: state, events: events ?? [], refused: events === null };
  });
}

function unlessRefused<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/** What holds for the journal of every stream: numbers without gaps, instants that never go back, and a state that follows from it. */
export function expectSoundJournal<State extends Position, Command, Event>(
  { open, evolve }: Rules<State, Command, Event>,
  history: Lived<State, Command, Event>[],
): void {
  const journal = history.flatMap(({ events }) => events);
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_event, index) => index + 1));
  journal.forEach((event, index) => {
    expect(event.at).toBeGreaterThanOrEqual(journal[index - 1]?.at ?? open.lastAt);
    expect(event.recordedAt).toBeGreaterThanOrEqual(event.at);
  });
  const overTheWire = JSON.parse(JSON.stringify(journal)) as Recorded<Event>[];
  expect(overTheWire.reduce(evolve, open)).toEqual(history.at(-1)?.after ?? open);
}

/** Commands that can be repeated change nothing the second time, accepted or refused; `once` are those that are refused then. */
export function expectRepeatsChangeNothing<State extends Position, Command, Event>(
  { handle }: Rules<State, Command, Event>,
  history: Lived<State, Command, Event>[],
  once: (command: Command) => boolean = () => false,
): void {
  for (const { command, atMs, nowMs, after, refused } of history) {
    const again = unlessRefused(() => handle(after, command, atMs, nowMs).events);
    expect(again).toEqual(refused || once(command) ? null : []);
  }
}
