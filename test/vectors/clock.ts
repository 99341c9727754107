import { heard, isCorrected, lookAt, setBy, type Clock } from '../../agent/enforcement/clock.ts';

const START = Date.parse('2026-12-02T00:00:00Z');
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The machine's clock after the start, and what came with the look: a document's time, or a refusal's (all in ms). */
type Step = [machine: number, what?: 'document' | 'refusal', time?: number];

const CASES: Record<string, Step[]> = {
  'a clock that runs': [[0], [MINUTE], [DAY]],
  'a clock set back by a day': [[DAY], [0], [MINUTE], [DAY], [2 * DAY]],
  'a clock set back by ten minutes stands still, by a millisecond more it runs on': [
    [DAY],
    [DAY - 10 * MINUTE],
    [DAY - 5 * MINUTE],
    [DAY + 1],
    [DAY - 10 * MINUTE],
    [DAY - 5 * MINUTE],
  ],
  'a clock set back every day': [[0], [DAY], [0], [DAY], [0], [DAY], [0], [DAY]],
  'a clock set forward, put right by a document': [[0], [400 * DAY], [400 * DAY, 'document', 0], [401 * DAY]],
  'a clock that was ahead at a contact and is then set right': [[25 * DAY, 'document', 0], [0], [DAY], [2 * DAY]],
  'a clock that was behind at a contact and is then set right': [[-3 * DAY, 'document', 0], [MINUTE], [DAY]],
  'a clock within ten minutes of a document’s': [
    [0, 'document', 10 * MINUTE],
    [MINUTE],
    [DAY],
    [DAY, 'document', DAY - 10 * MINUTE],
    [DAY + MINUTE],
  ],
  'a clock ten minutes and a millisecond from a document’s': [[0, 'document', 10 * MINUTE + 1], [MINUTE]],
  'a refusal sets forward and never back': [
    [0, 'refusal', -DAY],
    [0, 'refusal', 10 * MINUTE],
    [0, 'refusal', DAY],
    [MINUTE],
  ],
};

export function clockVectors() {
  return Object.entries(CASES).map(([name, steps]) => {
    let clock: Clock | null = null;
    const walked = steps.map(([machine, what, time = 0]) => {
      const machineMs = START + machine;
      clock = after(lookAt(clock, machineMs), machineMs, what, START + time);
      const came = what ? { [what]: instant(START + time) } : {};
      const now = instant(clock.newestMs);
      return { machine: instant(machineMs), ...came, now, isCorrected: isCorrected(clock, machineMs) };
    });
    return { name, steps: walked };
  });
}

function after(clock: Clock, machineMs: number, what: Step[1], timeMs: number): Clock {
  if (what === 'document') return setBy(timeMs, machineMs);
  return what === 'refusal' ? heard(clock, timeMs) : clock;
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
