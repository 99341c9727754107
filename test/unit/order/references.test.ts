import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderEvent, RenewedLine } from '../../../domain/order/events.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { POLICY } from '../../../domain/policy.ts';
import { live } from '../../support/domain/any-history.ts';
import { anyOrderLife } from '../../support/domain/any-order.ts';
import { instant } from '../../support/domain/given.ts';
import {
  expand,
  handleMove,
  renew,
  take,
  tell,
  time,
  convert,
  CONSOLE,
  FAX,
  OPENING,
  type OrderMove,
} from '../../support/domain/order-language.ts';

type Entry = Partial<Pick<RenewedLine, 'line' | 'reference'>> & { id?: string };

/** The types of events that name one line; the journal's other events name none, or list some. */
const ABOUT_ONE = [
  'assigned',
  'care-expired',
  'converted',
  'expired',
  'expiring',
  'notice-due',
  'released',
  'taken-back',
];

/** Those that list lines. */
const LISTING = ['delivered', 'expanded', 'renewed'];

/** Those that do not happen in the life below. */
const SELDOM = ['intent-stated', 'plan-withdrawn', 'reduced'];

test('whatever happens, each event that names a line says the ERP’s own number of it, where it has one', () => {
  fc.assert(
    fc.property(anyOrderLife, ({ timeZone, delivery, steps }) => {
      const open = openOrder({ ...OPENING, policy: POLICY, timeZone });
      const first = { command: delivery, atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
      const rules = { open, handle: handleMove, evolve };
      for (const { after, events } of live<Order, OrderMove, OrderEvent>(rules, [first, ...steps])) {
        const referenceOf = (id: string) => after.lines.find((line) => line.id === id)!.reference;
        for (const event of events) {
          const listed: readonly Entry[] = ('lines' in event && event.lines) || [];
          for (const { id, line, reference } of listed) expect(reference).toBe(referenceOf((line ?? id)!));
          if (!('line' in event)) continue;
          expect([...ABOUT_ONE, ...SELDOM]).toContain(event.type);
          expect([event.type, event.lineReference]).toEqual([event.type, referenceOf(event.line)]);
          // What a line lacks is not said, and so not journaled.
          expect('lineReference' in event).toBe(event.lineReference !== undefined);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a life in which all of them happen has it in each', () => {
  const at = OPENING.acceptedAt;
  const [fax, operators] = [
    { ...FAX, reference: '10' },
    { ...CONSOLE, reference: '20' },
  ];
  const open = openOrder({ ...OPENING, policy: POLICY });
  const commands: OrderMove[] = [
    { type: 'deliver', reference: 'SO-1', lines: [fax] },
    expand([operators]),
    { type: 'unlock' },
    take(1, { 1: 3, 2: 20 }),
    tell(2, { 1: 1, 2: 20 }),
    renew('2027-12-31', { lines: [{ line: '2', capacity: 5 }] }),
  ];
  const steps = commands.map((command) => ({ command, atMs: at, nowMs: at }));
  const end = instant('2028-02-01T12:00:00+01:00');
  const years = [time, convert(null, { line: '2' })].map((command) => ({ command, atMs: end, nowMs: end }));
  const history = live<Order, OrderMove, OrderEvent>({ open, handle: handleMove, evolve }, [...steps, ...years]);
  const said = history.flatMap(({ events }) =>
    events.flatMap((event) => {
      const listed: readonly Entry[] = ('lines' in event && event.lines) || [];
      const named = 'line' in event ? [{ line: event.line, reference: event.lineReference }] : listed;
      return named.map(({ id, line = id, reference }) => ({ type: event.type, line, reference }));
    }),
  );
  for (const { type, line, reference } of said) expect([type, reference]).toEqual([type, line === '1' ? '10' : '20']);
  expect([...new Set(said.map(({ type }) => type))].sort()).toEqual([...ABOUT_ONE, ...LISTING].sort());
});
