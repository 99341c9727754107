import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AREAS } from '../../conformance/areas.ts';
import { openWorld, type World } from '../../conformance/world.ts';
import { FROZEN, NEWEST } from '../../support/agent/appsuites.ts';
import { expectKept } from '../../support/kept-file.ts';

/** Every third case; `CASES=all` carries out the others, too, and `WRITE_DOCS=1` has to. */
const isWhole = process.env.CASES === 'all' || process.env.WRITE_DOCS === '1';
const areas = AREAS.map(({ cases, ...area }) => ({ ...area, cases: cases.filter((_, at) => isWhole || at % 3 === 0) }));

let world: World;
const happened = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld(process.env.APPSUITE === '2026' ? FROZEN : NEWEST);
});
afterAll(() => world.close());

describe.each(areas)('$title', ({ title, cases }) => {
  test.each(cases)('$name', async ({ name, run }) => {
    world.begin();
    happened.set(`${title}: ${name}`, await run(world));
    expect(happened.get(`${title}: ${name}`)).not.toBe('');
  });
});

const rowOf = (title: string, name: string, shownBy: string) =>
  `| ${name} | ${happened.get(`${title}: ${name}`)} | ${shownBy} |`;

test('docs/conformance.md says what happened in every case (WRITE_DOCS=1 rewrites it)', () => {
  const parts = areas.map(({ title, cases, file }) => {
    expect(existsSync(`test/conformance/${file}`)).toBe(true);
    const shownBy = `[${file}](../test/conformance/${file})`;
    const rows = cases.map(({ name }) => rowOf(title, name, shownBy));
    return { title: `## ${title}`, rows };
  });
  if (!isWhole) {
    const kept = readFileSync('docs/conformance.md', 'utf8').split('\n');
    expect(kept).toEqual(expect.arrayContaining(parts.flatMap(({ title, rows }) => [title, ...rows])));
    expect(kept.filter((line) => line.startsWith('| '))).toHaveLength(
      2 * AREAS.length + AREAS.flatMap(({ cases }) => cases).length,
    );
    return;
  }
  const tables = parts.map(({ title, rows }) =>
    [title, '', '| case | what happens | shown by |', '| --- | --- | --- |', ...rows].join('\n'),
  );
  expectKept('docs/conformance.md', `${[INTRODUCTION, ...tables].join('\n\n')}\n`);
});

const INTRODUCTION = `# What happens in every case

Made by test/integration/servers/conformance.test.ts, which carries out every case against the API, workflows on Temporal and PostgreSQL, with \`agent/\` as the AppSuite, behind a proxy that asks for a password and TLS of an authority of the network's own, and compares this page with what happened; \`npm test\` carries out every third one, \`CASES=all\` all. The test that shows a row has the row's first cell as its title, and is in the file that the last cell names: \`npx jest --selectProjects integration --testPathPatterns conformance\`, for one row with \`-t\` and its title. Numbers are HTTP statuses and units; what an AppSuite runs is given as "application: state, units that may be used".`;
