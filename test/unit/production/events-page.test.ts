import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { EVENTS_PAGE, renderEvents } from '../../../scripts/events/list.ts';

test('the page of events lists each with the fields that it has', async () => {
  expect(readFileSync(EVENTS_PAGE, 'utf8')).toBe(await renderEvents());
});
