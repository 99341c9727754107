import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { prepareNamespace } from '../../../temporal/namespace.ts';
import { SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';

let connection: Connection;

beforeAll(async () => {
  connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
});
afterAll(() => connection.close());

test('a namespace is made with all that orders are found by, and preparing it again changes nothing', async () => {
  const namespace = 'prepared';
  const attributes = async () =>
    (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {};
  await prepareNamespace(connection, namespace);
  const first = await attributes();
  expect(Object.keys(first)).toEqual(expect.arrayContaining(Object.values(SEARCH_ATTRIBUTES).map(({ name }) => name)));
  await prepareNamespace(connection, namespace);
  expect(await attributes()).toEqual(first);
});
