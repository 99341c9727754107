import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { careCondition, lineCondition, worstOf, type JudgedLine } from '../../../domain/condition/line.ts';
import { orderCondition, stageCondition } from '../../../domain/condition/order.ts';
import { rowCondition } from '../../../domain/condition/row.ts';
import { serverCondition, serverConditions, type JudgedServer } from '../../../domain/condition/server.ts';
import { SEVERITIES } from '../../../domain/condition/severity.ts';
import { isOwned } from '../../../domain/order/line/capacity.ts';
import { ORDER_STATUSES } from '../../../domain/order/order.ts';
import { EVALUATION, POLICY } from '../../../domain/policy.ts';
import { cutAt, termsOf, type Agreement } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import { CONSOLE, FAX, TRIAL } from '../../support/domain/order-language.ts';

const ROME = 'Europe/Rome';
const noon = (day: string) => instant(`${day}T12:00:00+01:00`);

function line(agreement: Agreement, over: Partial<JudgedLine> = {}): JudgedLine {
  const timeZone = over.timeZone ?? ROME;
  return { status: 'open', timeZone, license: agreement.license, terms: termsOf(agreement, timeZone, POLICY), ...over };
}

const canceled = (agreement: Agreement, day: string) => {
  const at = noon(day);
  return line(agreement, { terms: cutAt(termsOf(agreement, ROME, POLICY), at, at), canceledAt: at });
};

describe('what is true of a line', () => {
  test.each([
    ['2026-11-20', 'upcoming', 'notice', '2026-11-30', null],
    ['2027-01-10', 'active', 'fine', '2027-11-30', null],
    ['2027-11-20', 'expiring', 'warning', '2027-11-30', 'renew'],
    ['2027-11-30', 'expiring', 'warning', '2027-11-30', 'renew'],
    ['2027-12-01', 'grace', 'critical', '2027-12-15', 'renew'],
    ['2027-12-16', 'stopped', 'critical', '2028-05-28', 'renew'],
    ['2028-05-29', 'over', 'over', null, null],
  ])(
    'a subscription to November 30, 2027 is on %s: %s (%s), until %s, to do: %s',
    (day, state, severity, until, remedy) => {
      expect(lineCondition(line(CONSOLE), noon(day))).toMatchObject({ state, severity, until, remedy });
    },
  );

  test('what is canceled before its end lasts to the day before that, and is not to be renewed', () => {
    const planned = [{ type: 'cancellation', dueAt: instant('2027-11-16T00:00:00+01:00') }];
    const ending = line(CONSOLE, { planned });
    const [long, short] = [noon('2027-01-10'), noon('2027-11-14')];
    expect(lineCondition(ending, long)).toMatchObject({ state: 'active', until: '2027-11-15', remedy: null });
    expect(lineCondition(ending, short)).toMatchObject({
      state: 'expiring',
      until: '2027-11-15',
      daysLeft: 1,
      remedy: null,
    });
    const later = line(CONSOLE, { planned: [{ type: 'cancellation', dueAt: instant('2027-12-05T00:00:00+01:00') }] });
    expect(lineCondition(later, noon('2027-12-02'))).toMatchObject({
      state: 'grace',
      until: '2027-12-04',
      remedy: 'renew',
    });
  });

  test('days are counted as the customer counts them, wherever the reader is', () => {
    const lastEvening = instant('2027-11-30T23:30:00+13:00');
    const there = line(CONSOLE, { timeZone: 'Pacific/Auckland' });
    expect(lineCondition(there, lastEvening)).toMatchObject({ state: 'expiring', until: '2027-11-30', daysLeft: 0 });
    expect(lineCondition(there, lastEvening + 3_600_000)).toMatchObject({ state: 'grace', until: '2027-12-15' });
    expect(lineCondition(line(CONSOLE), lastEvening)).toMatchObject({ state: 'expiring', daysLeft: 0 });
  });

  test('of a suspended order nothing runs, but what is over stays over, and what stopped can still be renewed', () => {
    const at = (day: string) => lineCondition(line(CONSOLE, { status: 'suspended' }), noon(day));
    expect(at('2027-01-10')).toMatchObject({ state: 'suspended', severity: 'critical', until: null, remedy: 'settle' });
    expect(at('2027-12-20').state).toBe('stopped');
    expect(at('2028-06-01').state).toBe('over');
  });

  test('an evaluation is converted rather than renewed, as long as that is possible', () => {
    const trial = line({ ...TRIAL, evaluation: EVALUATION });
    expect(lineCondition(trial, noon('2026-11-28'))).toMatchObject({ state: 'expiring', remedy: 'convert' });
    expect(lineCondition(trial, noon('2026-12-03'))).toMatchObject({
      ...{ state: 'stopped', until: '2027-01-01', remedy: 'convert' },
    });
    expect(lineCondition(trial, noon('2027-01-02')).state).toBe('over');
  });

  test('a line that is to be canceled runs until the day before', () => {
    const dueAt = instant('2027-06-01T00:00:00+02:00');
    const planned = line(CONSOLE, {
      terms: cutAt(termsOf(CONSOLE, ROME, POLICY), dueAt, dueAt),
      planned: [{ type: 'cancellation', dueAt }],
    });
    expect(lineCondition(planned, noon('2027-01-10'))).toMatchObject({ until: '2027-05-31' });
    expect(lineCondition(planned, noon('2027-06-02'))).toMatchObject({ state: 'canceled', until: null, remedy: null });
  });
});

describe('what is true of care', () => {
  test.each([
    ['2027-01-10', 'active', 'fine', '2027-11-01'],
    ['2027-10-20', 'expiring', 'warning', '2027-11-01'],
    ['2027-11-02', 'lapsed', 'warning', null],
  ])('of a perpetual license on %s: %s (%s), until %s', (day, state, severity, until) => {
    expect(careCondition(line(FAX), noon(day))).toMatchObject({ state, severity, until });
  });

  test('of what is canceled, stopped or over there is none to speak of', () => {
    expect(careCondition(canceled(FAX, '2027-01-05'), noon('2027-01-10'))).toBeNull();
    expect(careCondition(line(FAX, { status: 'canceled' }), noon('2027-01-10'))).toBeNull();
    expect(careCondition(line(FAX, { status: 'ended' }), noon('2027-01-10'))).toBeNull();
    expect(careCondition(line(CONSOLE), noon('2027-12-20'))).toBeNull();
  });

  test('of a suspended order it gives nothing', () => {
    expect(careCondition(line(FAX, { status: 'suspended' }), noon('2027-01-10'))?.state).toBe('suspended');
  });
});

describe('what is true of a row', () => {
  test('it is that of its worst line, with its units, and until when it can be renewed', () => {
    const own = [
      { ...line({ ...CONSOLE, startsOn: '2025-12-01', endsOn: '2026-11-30' }), capacity: 45 },
      { ...line({ ...FAX, application: 'attendant-console' } as Agreement), capacity: 10 },
    ];
    expect(rowCondition(own, noon('2026-12-20'))).toMatchObject({
      ...{ state: 'stopped', severity: 'critical', capacity: 45, until: '2027-05-29', remedy: 'renew' },
    });
  });

  test('what can’t come back counts only where there is nothing else', () => {
    const over = { ...line({ ...CONSOLE, startsOn: '2023-12-01', endsOn: '2024-11-30' }), capacity: 45 };
    const runs = { ...line({ ...FAX, care: null }), capacity: 10 };
    expect(rowCondition([over, runs], noon('2026-12-20'))).toMatchObject({ state: 'active', capacity: 10 });
    expect(rowCondition([over], noon('2026-12-20'))).toMatchObject({ state: 'over', capacity: 45 });
    expect(rowCondition([], noon('2026-12-20'))).toBeNull();
  });
});

describe('what is true of an order', () => {
  const order = { status: 'open', timeZone: ROME } as const;

  test('its stage and its terms are two facts: an activated order can have stopped', () => {
    expect(stageCondition({ status: 'open', stage: 'activated' })).toMatchObject({ severity: 'fine', remedy: null });
    expect(orderCondition(order, [line(CONSOLE)], noon('2027-12-20'))).toMatchObject({ state: 'stopped' });
  });

  test('an order that is over has no stage to go on from, and nothing to do', () => {
    expect(stageCondition({ status: 'canceled', stage: 'activated' })).toBeNull();
    const over = orderCondition({ ...order, status: 'canceled' }, [line(CONSOLE)], noon('2027-11-20'));
    expect(over).toMatchObject({ state: 'canceled', severity: 'over', until: null, remedy: null });
    expect(orderCondition({ ...order, status: 'ended' }, [line(CONSOLE)], noon('2027-11-20')).state).toBe('over');
  });

  test.each([
    ['locked', 'unlock'],
    ['unlocked', 'assign'],
    ['assigned', 'activate'],
  ] as const)('what is %s is to be brought further: %s', (stage, remedy) => {
    expect(stageCondition({ status: 'open', stage })).toMatchObject({ remedy });
  });
});

describe('what is true of a server', () => {
  const well: JudgedServer = {
    ...{ state: 'activated', mode: 'online', silent: false, suspected: [], refused: false, takenOver: false },
    ...{ standsBy: false, nearlyUsed: false, missesRequirement: false, lines: [] },
  };
  const stateOf = (over: Partial<JudgedServer>) => serverCondition({ ...well, ...over }).state;
  const until = (state: 'grace' | 'expiring' | 'upcoming' | 'active', day: string) => ({
    ...{ state, until: day, daysLeft: 3 },
    remedy: 'renew' as const,
  });

  test.each([
    ['activated', {}],
    ['offline', { mode: 'offline' }],
    ['standing-by', { standsBy: true }],
    ['waiting', { state: 'waiting', mode: null }],
    ['registered', { state: 'registered', mode: null }],
    ['retired', { state: 'retired', silent: true, refused: true }],
    ['silent', { silent: true, nearlyUsed: true }],
    ['cloned', { suspected: ['snapshot-suspected', 'clone-suspected'], silent: true }],
    ['restored', { suspected: ['snapshot-suspected'] }],
    ['refused', { refused: true, missesRequirement: true }],
    ['grace', { lines: [until('active', '2027-11-30'), until('grace', '2027-03-01')] }],
    ['upcoming', { lines: [until('upcoming', '2027-11-30')] }],
    ['activated', { lines: [until('upcoming', '2027-11-30'), until('active', '2027-03-01')] }],
  ] as [string, Partial<JudgedServer>][])('it is %s by %j', (state, over) => {
    expect(stateOf(over)).toBe(state);
  });

  test('one copied folder is one thing to do, whatever its numbers gave away', () => {
    const found = serverConditions({ ...well, suspected: ['clone-suspected', 'snapshot-suspected'] });
    expect(found.filter(({ severity }) => severity !== 'fine')).toMatchObject([
      { state: 'cloned', remedy: 'separate' },
    ]);
  });

  test('what ends as it is to be canceled is not to be renewed at the server either', () => {
    const lines = [{ ...until('expiring', '2027-03-09'), remedy: null }];
    expect(serverCondition({ ...well, lines })).toMatchObject({ state: 'expiring', remedy: null });
  });

  test('of several lines that end it says the first day', () => {
    const lines = [until('expiring', '2027-03-09'), until('expiring', '2027-03-01')];
    expect(serverCondition({ ...well, lines })).toMatchObject({ state: 'expiring', until: '2027-03-01' });
  });
});

describe('whatever a line is and whenever it is looked at', () => {
  const days = fc.integer({ min: -400, max: 1_200 }).map((after) => noon('2026-12-01') + after * 86_400_000);
  const lines = fc.record({
    agreement: fc.constantFrom<Agreement>(CONSOLE, FAX, { ...FAX, care: null }, TRIAL),
    status: fc.constantFrom(...ORDER_STATUSES),
    timeZone: fc.constantFrom(ROME, 'Pacific/Auckland', 'America/Phoenix', 'UTC'),
    canceledAfter: fc.option(fc.integer({ min: 0, max: 500 })),
  });
  const made = fc.tuple(lines, days).map(([{ agreement, status, timeZone, canceledAfter }, at]) => {
    const canceledAt = canceledAfter === null ? null : noon('2026-12-01') + canceledAfter * 86_400_000;
    const isCanceled = canceledAt !== null && canceledAt <= at;
    const whole = line(agreement, { status, timeZone });
    const judged = isCanceled ? { ...whole, canceledAt, terms: cutAt(whole.terms, canceledAt, canceledAt) } : whole;
    return { judged, at };
  });

  test('what is owned is never called stopped, canceled or over, and what is called so is not owned', () => {
    fc.assert(
      fc.property(made, ({ judged, at }) => {
        const { state } = lineCondition(judged, at);
        const gone = ['stopped', 'canceled', 'over'].includes(state);
        expect(gone).toBe(!isOwned(judged, judged, at));
      }),
    );
  });

  test('a day until which something holds is never over yet, and on the next something else is true', () => {
    fc.assert(
      fc.property(made, ({ judged, at }) => {
        const { state, until, daysLeft } = lineCondition(judged, at);
        if (until === null) return;
        expect(daysLeft).toBeGreaterThanOrEqual(0);
        const later = lineCondition(judged, at + (daysLeft! + 1) * 86_400_000 + 43_200_000);
        const named = (one: string) => (one === 'expiring' ? 'active' : one);
        expect(named(later.state)).not.toBe(named(state));
      }),
    );
  });

  test('of several conditions none matters more than the worst', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1 }), (many) => {
        const all = many.map(({ judged, at }) => lineCondition(judged, at));
        const place = (severity: (typeof SEVERITIES)[number]) => SEVERITIES.indexOf(severity);
        expect(place(worstOf(all)!.severity)).toBe(Math.min(...all.map(({ severity }) => place(severity))));
      }),
    );
  });
});
