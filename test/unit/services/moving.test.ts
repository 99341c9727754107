import { describe, expect, test } from '@jest/globals';
import type { WantedCell } from '../../../domain/assigning.ts';
import type { Asked } from '../../../services/asked.ts';
import { createMoving, type Move } from '../../../services/assignments/moving.ts';
import type { CellOutcome, SetCell } from '../../../services/assignments/setting.ts';
import type { ProblemError } from '../../../services/problems/problems.ts';
import type { ServerService } from '../../../services/servers/servers.ts';

const FAX = 'digital-fax';
const UNITS = 5;
const MOVE: Move = {
  ...{ application: FAX, units: UNITS },
  from: { server: 'main', capacity: 10 },
  to: { server: 'annex', capacity: 0 },
};

type Meanwhile = (held: Record<string, number>) => void;

/**
 * Two servers that have ten units and none, and the calls that set a capacity: each is done once by its name. `before` is what
 * somebody else does before a step, `refused` what the other server says instead of taking.
 */
function site({ before = {}, refused }: { before?: Record<string, Meanwhile>; refused?: CellOutcome['problem'] } = {}) {
  const held: Record<string, number> = { main: 10, annex: 0 };
  const done = new Set<string>();
  const setCell: SetCell = (_customer, { server, application, capacity, expected }: WantedCell, asked: Asked) => {
    const step = asked.requestId.split('/').at(-1)!;
    const about = { server, application, capacity, problem: null };
    const say = (outcome: CellOutcome['outcome'], problem: CellOutcome['problem'] = null) =>
      Promise.resolve({ ...about, outcome, problem });
    if (done.has(asked.requestId)) return say('set');
    before[step]?.(held);
    if (step === 'to' && refused) return say(refused.code === 'OUTCOME_UNKNOWN' ? 'waiting' : 'refused', refused);
    if (held[server] === expected) {
      held[server] = capacity;
      done.add(asked.requestId);
      return say('set');
    }
    return held[server] === capacity
      ? say('unchanged')
      : say('refused', { code: 'CHANGED_MEANWHILE', detail: 'Somebody was faster.' });
  };
  const readServer = (server: string) =>
    Promise.resolve({ view: { assignments: [{ application: FAX, capacity: held[server] }] } });
  const move = createMoving({ readServer } as unknown as Pick<ServerService, 'readServer'>, setCell);
  const outcome = () =>
    move('acme', MOVE, { requestId: 'r', by: 'person/anna' }).then(
      ({ from, to }) => [from.capacity, to.capacity],
      ({ code, about }: ProblemError) => (code === 'LEFT_FREE' ? [code, about.details?.units] : code),
    );
  return { held, outcome };
}

const problem = (code: string) => ({ code, detail: '' });

describe('units that were taken from one server', () => {
  test.each<[string, Meanwhile, unknown, Record<string, number>]>([
    ['was given just what it was to have', (held) => (held.annex = 5), 'CHANGED_MEANWHILE', { main: 10, annex: 5 }],
    ['was given something else', (held) => (held.annex = 2), 'CHANGED_MEANWHILE', { main: 10, annex: 2 }],
  ])('go back where the other %s by somebody else', async (_what, to, said, held) => {
    const { outcome, held: now } = site({ before: { to } });
    expect([await outcome(), now]).toEqual([said, held]);
  });

  test.each([
    ['less', 3, UNITS],
    ['some of them', 7, 3],
  ])('are said to be free where somebody gave the first %s meanwhile', async (_what, main, units) => {
    const { outcome, held } = site({
      before: { to: (now) => (now.main = main) },
      refused: problem('INSUFFICIENT_CAPACITY'),
    });
    expect([await outcome(), held]).toEqual([['LEFT_FREE', units], { main, annex: 0 }]);
  });

  test('wait for a repeat that hears what is not known yet, and are free where the first was changed until then', async () => {
    const refused = problem('OUTCOME_UNKNOWN');
    const { outcome, held } = site({ refused });
    expect([await outcome(), held]).toEqual(['OUTCOME_UNKNOWN', { main: 5, annex: 0 }]);
    held.main = 4;
    refused.code = 'CHANGED_MEANWHILE';
    expect([await outcome(), held]).toEqual([['LEFT_FREE', UNITS], { main: 4, annex: 0 }]);
  });
});

test('a move that was made says so again, whatever became of both servers since', async () => {
  const { outcome, held } = site();
  expect(await outcome()).toEqual([5, 5]);
  Object.assign(held, { main: 9, annex: 1 });
  expect([await outcome(), held]).toEqual([[5, 5], { main: 9, annex: 1 }]);
});

test('a move that was taken back changes nothing when it is asked for again, and leaves nothing free', async () => {
  const refused = problem('STANDBY_HOLDS_NOTHING');
  const { outcome, held } = site({ refused });
  expect([await outcome(), held]).toEqual(['STANDBY_HOLDS_NOTHING', { main: 10, annex: 0 }]);
  refused.code = 'CHANGED_MEANWHILE';
  held.main = 8;
  expect([await outcome(), held]).toEqual(['CHANGED_MEANWHILE', { main: 8, annex: 0 }]);
});
