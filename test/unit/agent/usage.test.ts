import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { readStatus } from '../../../agent/status/status.ts';
import { givenUsed, readUsage } from '../../../agent/usage.ts';
import { newFolderAndCloud, runUntil } from '../../support/agent/appsuite-folder.ts';
import type { FakeCloud } from '../../support/agent/fake-cloud.ts';

let cloud: FakeCloud;
let dir: string;
let cleanUp: () => Promise<void>;
beforeEach(async () => {
  ({ dir, cloud, cleanUp } = await newFolderAndCloud());
  await mkdir(dir);
});
afterEach(() => cleanUp());

const write = (content: string) => writeFile(join(dir, 'usage.json'), content);
const last = () => cloud.checkIns.at(-1)!.claims;

test('a check-in says the version of the activation until it is told another, which it keeps', async () => {
  await activate({ dir, token: 'T', url: cloud.url, version: '2026.Winter.1' });
  await checkIn({ dir });
  expect(last()).toMatchObject({ ver: '2026.Winter.1', host: hostname() });
  await checkIn({ dir, version: '2026.Winter.2' });
  await checkIn({ dir });
  expect(last().ver).toBe('2026.Winter.2');
});

test('it says what applications of its document wrote and what was typed, and nothing where there is neither', async () => {
  await activate({ dir, token: 'T', url: cloud.url });
  await checkIn({ dir });
  expect(last()).not.toHaveProperty('use');
  await write('{ "digital-fax": 3, "voicemail": 7 }');
  await checkIn({ dir });
  expect(last().use).toEqual({ 'digital-fax': 3 });
  await checkIn({ dir, used: givenUsed(['digital-fax=4']) });
  expect(last().use).toEqual({ 'digital-fax': 4 });
});

test.each(['', 'three', '[3]', 'null', '{ "digital-fax": -1 }', '{ "digital-fax": 1.5 }', '{ "digital-fax": "3" }'])(
  'a file that says %j is told of and stops no check-in',
  async (content) => {
    await activate({ dir, token: 'T', url: cloud.url });
    await write(content);
    const { status } = await checkIn({ dir });
    expect(last()).not.toHaveProperty('use');
    expect(status.warnings).toEqual([expect.stringContaining("usage.json can't be read")]);
    expect((await readUsage(dir)).used).toBeNull();
  },
);

test('what is typed is whole units of an application, and else refused', () => {
  expect(givenUsed(['a=0', 'b=17'])).toEqual({ a: 0, b: 17 });
  for (const wrong of [
    'digital-fax',
    'digital-fax=',
    '=5',
    'digital-fax=-1',
    'digital-fax=1.5',
    'digital-fax=99999999999',
  ])
    expect(() => givenUsed([wrong])).toThrow('write it as application=units');
});

test('the daemon says once that nearly all is in use, and what its vendor advises', async () => {
  const time = { nowMs: Date.now() };
  cloud.clock = () => time.nowMs;
  await activate({ dir, token: 'T', url: cloud.url, nowMs: time.nowMs });
  await write('{ "digital-fax": 28 }');
  const advisory = { id: 'ADV-1', title: 'Overheard', severity: 'high', url: 'https://v.example/1', fixedIn: null };
  const { license } = cloud;
  cloud.license = () => license({ advisories: [advisory] });
  const said = await runUntil(dir, time, time.nowMs + 3 * 86_400_000);
  expect(said.filter((line) => line.includes('is nearly used up, 28 of 28 channels'))).toHaveLength(1);
  expect(
    said.filter((line) => line.includes('(ADV-1, high): Overheard. What to do: there is no version')),
  ).toHaveLength(1);
  expect(await readStatus({ dir, nowMs: time.nowMs })).toMatchObject({
    advisories: [advisory],
    applications: [{ capacity: 28, used: 28 }],
  });
});
