import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AREAS } from '../conformance/areas.ts';
import { openWorld, type World } from '../conformance/world.ts';
import { FROZEN, NEWEST } from '../support/agent/appsuites.ts';
import { expectKept } from '../support/kept-file.ts';

let world: World;
const happened = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld(process.env.APPSUITE === '2026' ? FROZEN : NEWEST);
});
afterAll(() => world.close());

describe.each(AREAS)('$title', ({ title, cases }) => {
  test.each(cases)('$name', async ({ name, run }) => {
    world.begin();
    happened.set(`${title}: ${name}`, await run(world));
    expect(happened.get(`${title}: ${name}`)).not.toBe('');
  });
});

test('docs/conformance.md says what happened in every case (WRITE_DOCS=1 rewrites it)', () => {
  const parts = AREAS.map(({ title, cases, file }) => {
    expect(existsSync(`test/conformance/${file}`)).toBe(true);
    const shownBy = `[${file}](../test/conformance/${file})`;
    const rows = cases.map(({ name }) => `| ${name} | ${happened.get(`${title}: ${name}`)} | ${shownBy} |`);
    return [`## ${title}`, '', '| case | what happens | shown by |', '| --- | --- | --- |', ...rows].join('\n');
  });
  expectKept('docs/conformance.md', `${[INTRODUCTION, ...parts].join('\n\n')}\n`);
});

const INTRODUCTION = `# What happens in every case

Made by test/integration/conformance.test.ts, which carries out every case against the API, workflows on Temporal and PostgreSQL, with \`agent/\` as the AppSuite, behind a proxy that asks for a password and TLS of an authority of the network's own, and compares this page with what happened. The test that shows a row has the row's first cell as its title, and is in the file that the last cell names: \`npx jest --selectProjects integration --testPathPatterns conformance\`, for one row with \`-t\` and its title. Numbers are HTTP statuses and units; what an AppSuite runs is given as "application: state, units that may be used".`;
