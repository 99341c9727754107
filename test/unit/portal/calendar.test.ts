import { describe, expect, test } from '@jest/globals';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';
import { lastDaysCalendar } from '../../../portal/calendar/ics.ts';
import type { LastDayView } from '../../../services/renewals/renewals.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const LAST_DAY: LastDayView = {
  ...{ order: 'SO-1', purchaseOrder: null, line: '1', reference: null, status: 'open', timeZone: 'Pacific/Auckland' },
  customer: { id: 'acme', name: 'Acme Hotels' },
  seller: { id: 'northwind', name: 'Northwind' },
  ...{ application: 'call-recording', license: 'subscription', capacity: 20, what: 'term', lastDay: '2028-02-29' },
  condition: { state: 'active', severity: 'fine', until: '2028-02-29', daysLeft: 119, remedy: null },
  ...{ daysLeft: 119, careCondition: null, careLevel: 'gold', renewableUntil: null, planned: [], intent: null },
  ...{ revision: 7, isCanceled: false },
};

const written = (changes: Partial<LastDayView>, locale = 'en', isCustomer = false) =>
  lastDaysCalendar([{ ...LAST_DAY, ...changes }], {
    ...{ language: languageFor(locale), catalogue: CATALOGUE, isCustomer },
    ...{ publicUrl: 'https://licensing.example', nowMs: Date.parse('2027-11-02T09:00:00Z') },
  });
/** Its content lines (RFC 5545, section 3.1), each whole again. */
const linesOf = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n');

test('an event is a whole day of the customer, wherever the server stands, with an id that stays and a number that rises', () => {
  const lines = linesOf(written({}));
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  for (const line of [
    ...['VERSION:2.0', 'METHOD:PUBLISH', 'UID:SO-1.1@licensing.example', 'SEQUENCE:7', 'DTSTAMP:20271102T090000Z'],
    ...['DTSTART;VALUE=DATE:20280229', 'STATUS:CONFIRMED', 'TRANSP:TRANSPARENT'],
    ...['SUMMARY:Acme Hotels: Call Recording ends', 'URL;VALUE=URI:https://licensing.example/orders/SO-1'],
  ])
    expect(lines).toContain(line);
  expect(linesOf(written({ isCanceled: true }))).toContain('STATUS:CANCELLED');
});

test('a customer reads of its own without its name, and of care that care ends', () => {
  expect(linesOf(written({ what: 'care' }, 'it', true))).toContain('SUMMARY:Finisce la manutenzione di Call Recording');
});

describe('whatever a customer is called', () => {
  test.each([
    'Acme, Bits; "and" \\ more',
    'Acme\r\nBEGIN:VEVENT\r\nUID:evil',
    'Acme\u2028next\u0085other',
    'فنادق الواحة'.repeat(12),
    '🏨'.repeat(60),
    'é'.repeat(200),
  ])('%j stays in its line, folded within 75 octets between whole signs', (name) => {
    for (const { locale } of LANGUAGES) {
      const calendar = written({ customer: { id: 'acme', name } }, locale);
      expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
      for (const line of calendar.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      const [, summary] = /^SUMMARY:([^\n]*)$/m.exec(linesOf(calendar).join('\n'))!;
      const read = summary!.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      expect(read).toContain(name.replaceAll('\r\n', '\n'));
    }
  });
});
