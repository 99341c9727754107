import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JournalEntity } from '../../../db/entities/telling/journal.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { CONSOLE, OPENING } from '../../support/domain/order-language.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const delivery = (reference: string) =>
  handle(openOrder(OPENING), { type: 'deliver', reference, lines: [CONSOLE] }, OPENING.acceptedAt, OPENING.acceptedAt);
const publish = (reference: string) => {
  const { order, events } = delivery(reference);
  return publishOrder(database.orm.em.fork(), order, events);
};

test('publishing again changes nothing, and another content in the same place is an alarm', async () => {
  await publish('SO-1');
  await publish('SO-1');
  await expect(publish('SO-2')).rejects.toThrow('holds something else at 1');
  const journal = await database.orm.em.fork().find(JournalEntity, { stream: `order/${OPENING.number}` });
  expect(journal.map(({ seq, data }) => [seq, data.reference])).toEqual([[1, 'SO-1']]);
});

test.each([`update journal set data = '{}'`, 'delete from journal', 'truncate journal'])(
  'what is written stays, also to the owner of the table: %s',
  async (statement) => {
    await publish('SO-1');
    await expect(database.asOwner(statement)).rejects.toThrow('The journal is appended to, and never changed');
    const stays = { stream: `order/${OPENING.number}` };
    expect(await database.orm.em.fork().count(JournalEntity, stays)).toBe(1);
  },
);
