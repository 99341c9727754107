import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { rebuildProjection } from '../../../admin/projection.ts';
import { createNarrator } from '../../support/three-years/narrator.ts';
import { BOUGHT, live, STARTS_AT, SUBSCRIBED } from '../../support/three-years/story.ts';
import { openWorld, type World } from '../../support/three-years/world.ts';

const FILE = new URL('../../../docs/three-years.md', import.meta.url);
const HEAD = `# Three years

What happens to two orders of one customer, from the day they are placed until one of them has ended: every event, every
e-mail, and every license document that differs from the one before. Instants are those of a clock in Rome. AppSuites of
this story ask every five days, and on the days on which something ends.

This page is written by \`test/integration/whole/three-years.test.ts\`, which lives these years on a time-skipping Temporal server
and compares what it sees with it; \`THREE_YEARS=write\` in its environment writes the page anew.
`;

/** Of the order that is still open, and of the servers. */
const OPEN_STREAMS = 3;

let world: World;
beforeAll(async () => {
  world = await openWorld(Date.parse(STARTS_AT), [SUBSCRIBED, BOUGHT]);
});
afterAll(() => world.close());

test('three years pass as docs/three-years.md tells them', async () => {
  const narrator = createNarrator(world, [SUBSCRIBED, BOUGHT]);
  await live(narrator);
  const story = `${HEAD}${narrator.text()}\n`;
  if (process.env.THREE_YEARS === 'write') writeFileSync(FILE, story);
  expect(story).toBe(readFileSync(FILE, 'utf8'));
  const status = async (number: string) => (await narrator.call('GET', `/v1/orders/${number}`)).status;
  expect([await status(SUBSCRIBED), await status(BOUGHT)]).toEqual(['ended', 'open']);
  expect(await rebuilt()).toEqual({ compared: OPEN_STREAMS, differing: [], left: [] });
}, 400_000);

/** What building the projection anew after all those years finds. */
function rebuilt() {
  const { deps } = world.api;
  // A time-skipping server lists nothing: what is open is taken from the tables.
  jest.spyOn(deps.temporal.workflow, 'list').mockImplementation(() => Object.assign(none(), { intoHistories: none }));
  return rebuildProjection({ ...deps, client: deps.temporal }, { onlyCompare: true });
}

async function* none(): AsyncGenerator<never> {}
