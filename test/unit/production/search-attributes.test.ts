import { expect, test } from '@jest/globals';
import { missingAttributes } from '../../../temporal/namespace.ts';
import { numbered, SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';

/** A Temporal whose namespace has these search attributes. */
const having = (customAttributes: Record<string, number>) =>
  ({ operatorService: { listSearchAttributes: () => Promise.resolve({ customAttributes }) } }) as never;

test('a namespace that lacks what orders are found by says what to run, and one that has it all nothing', async () => {
  const all = numbered(Object.values(SEARCH_ATTRIBUTES));
  expect(await missingAttributes(having(all), 'licensing')).toBeNull();
  const { OrderStage, NextDeadline, ...others } = all;
  expect([OrderStage, NextDeadline]).toEqual([2, 6]);
  expect(await missingAttributes(having(others), 'licensing')).toBe(
    'Search attributes are missing. Run: temporal operator search-attribute create --namespace licensing --name OrderStage --type Keyword --name NextDeadline --type Datetime',
  );
});
