import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JournalEntity } from '../../../db/entities/telling/journal.ts';
import { EVENT_TYPES } from '../../../domain/journal.ts';
import { INTERNAL_EVENTS } from '../../../domain/order/events.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { DETAILS, JOURNAL_SURPRISES, MAY_HOLD } from '../../support/api/journal-fields.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

let seq = 0;
const append = (type: string, data: object) =>
  database.orm.em.fork().insert(JournalEntity, {
    ...{ stream: 'server/1', seq: (seq += 1), type, data: { ...data } },
    ...{ at: new Date(), recordedAt: new Date() },
  });

test('every type of event has its place in the list of what the journal may hold', () => {
  expect(Object.keys(MAY_HOLD).sort()).toEqual([...EVENT_TYPES, ...INTERNAL_EVENTS].sort());
});

test('a machine is named in the life of the server that it became, and nowhere else', () => {
  const naming = Object.entries<readonly string[]>(MAY_HOLD).filter(([, details]) => details.includes('fingerprint'));
  expect(naming.map(([type]) => type)).toEqual(['activated', 'moved', 'offline-activated', 'reinstalled']);
});

/** The database of every test finds the rest, so that the test fails that had it written. */
describe.each(Object.entries<readonly string[]>(MAY_HOLD))('“%s”', (type, held) => {
  const surprises = async (data: object) => {
    await append(type, data);
    const found = await database.orm.em.fork().execute<{ says: string }[]>(JOURNAL_SURPRISES);
    await database.orm.em.fork().execute('delete from journal_surprises');
    return found.map(({ says }) => says);
  };

  test.each(DETAILS)('says %s only where it may', async (detail) => {
    const expected = held.includes(detail) ? [] : [detail];
    expect(await surprises({ [detail]: 'x' })).toEqual(expected);
    expect(await surprises({ lines: [{ [detail]: 'x' }] })).toEqual(expected);
  });

  test.each([
    [{ email: 'x' }, 'email'],
    [{ ip: 'x' }, 'ip'],
    [{ lines: [{ order: 'SO-1', browser: 'x' }] }, 'browser'],
    [{ by: 'ada@acme.example' }, 'an address'],
  ])('says %j nowhere', async (data, surprise) => {
    expect(await surprises(data)).toEqual([surprise]);
  });
});
