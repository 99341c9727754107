import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { leave } from '../../../agent/leave.ts';
import { run } from '../../../agent/run.ts';
import { readState } from '../../../agent/folder/store.ts';
import { readStatus } from '../../../agent/status/status.ts';
import { newFolder, runUntil, type VirtualTime } from '../../support/agent/appsuite-folder.ts';
import { startFakeCloud, type FakeCloud } from '../../support/agent/fake-cloud.ts';
import { application, ISSUED, PERPETUAL, SUBSCRIPTION } from '../../support/agent/licenses.ts';
import { certifiedKey } from '../../support/domain/roots.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const start = Date.parse(ISSUED);

let dir: string;
let cloud: FakeCloud;
let time: VirtualTime;
let cleanUp: () => Promise<void>;

const leased = (nowMs: number) => [
  application({
    entitlements: [
      { ...SUBSCRIPTION, leaseUntil: new Date(nowMs + 30 * DAY_MS).toISOString() },
      { ...PERPETUAL, leaseUntil: new Date(nowMs + 90 * DAY_MS).toISOString() },
    ],
  }),
];

const stateAt = async (nowMs: number) => {
  const { applications, services } = await readStatus({ dir, nowMs });
  return [applications[0]!.state, applications[0]!.capacity, services.length];
};

beforeEach(async () => {
  time = { nowMs: start };
  cloud = await startFakeCloud({ clock: () => time.nowMs, applications: leased });
  const folder = await newFolder();
  dir = folder.dir;
  cleanUp = async () => {
    await cloud.close();
    await folder.remove();
  };
  await activate({ dir, token: 'AAAAA', url: cloud.url, nowMs: start, random: () => 0 });
});
afterEach(() => cleanUp());

describe('the daemon', () => {
  test('checks in every day, brings a whole lease home each time, and no number is out of turn', async () => {
    await runUntil(dir, time, start + 10 * DAY_MS);
    expect(cloud.checkIns).toHaveLength(9);
    expect(cloud.checkIns.map(({ etag }) => etag)).toEqual(Array(9).fill(undefined));
    expect(cloud.alarms).toEqual([]);
    const { lastContactAt, applications } = await readStatus({ dir, nowMs: time.nowMs });
    expect(applications[0]!.entitlements[0]!.leaseUntil).toBe(
      new Date(Date.parse(lastContactAt!) + 30 * DAY_MS).toISOString(),
    );
  });

  test('passes 91 days without the cloud: warned from the 7th, subscriptions stop after the 30th, the rest runs on', async () => {
    cloud.behavior = 'away';
    const said: string[] = [];
    for (const [from, until] of [
      [0, 8],
      [29, 31],
      [89, 91],
    ] as const) {
      time.nowMs = start + from * DAY_MS;
      said.push(...(await runUntil(dir, time, start + until * DAY_MS)));
    }
    const first = (text: string) => said.find((line) => line.includes(text))?.slice(0, 24);
    expect(first('The cloud has not been reached for 7 days')).toBe(new Date(start + 7 * DAY_MS).toISOString());
    expect(first('(order SO-1) stops on 2027-01-01 00:00 UTC')).toBe(new Date(start + 7 * DAY_MS).toISOString());
    expect(first('(order SO-1) has stopped')).toBe(new Date(start + 30 * DAY_MS).toISOString());
    expect(first('Digital Fax: active, 8 channels')).toBe(new Date(start + 30 * DAY_MS).toISOString());
    expect(first('(order SO-2) runs without services')).toBe(new Date(start + 90 * DAY_MS).toISOString());
    expect(first('Services: none')).toBe(new Date(start + 90 * DAY_MS).toISOString());
    expect(await stateAt(time.nowMs)).toEqual(['unconfirmed', 8, 0]);
    cloud.behavior = 'well';
    await runUntil(dir, time, time.nowMs + 2 * HOUR_MS);
    expect(await stateAt(time.nowMs)).toEqual(['active', 28, 3]);
    expect(cloud.alarms).toEqual([]);
  });

  test('repeats a try whose answer was lost as the same one, and after half an hour as another', async () => {
    cloud.behavior = 'lost';
    await runUntil(dir, time, start + 26 * HOUR_MS);
    cloud.behavior = 'well';
    await runUntil(dir, time, start + 30 * HOUR_MS);
    const tries = cloud.checkIns.map(({ claims }) => claims.jti);
    expect(new Set(tries).size).toBeLessThan(tries.length);
    expect(new Set(tries).size).toBeGreaterThan(1);
    expect(cloud.alarms).toEqual([]);
    expect((await readState(dir))!.attempt).toBeNull();
  });

  test('asks a cloud that refuses once an hour, and keeps running what it holds', async () => {
    cloud.behavior = { status: 410, code: 'SERVER_RETIRED' };
    const said = await runUntil(dir, time, start + 28 * HOUR_MS + 1);
    expect(said.filter((line) => line.includes('was retired in the portal') && !line.includes('!'))).toHaveLength(5);
    expect(await stateAt(time.nowMs)).toEqual(['active', 28, 3]);
  });

  test('whose folder can’t be written says so in a sentence and goes on, until it can be', async () => {
    // Root may write everywhere, but nobody where the name of a lock has no room; the state is reached by a short one.
    const stored = `${dirname(dir)}${`/${'d'.repeat(200)}`.repeat(21)}`.slice(0, 4_080);
    await mkdir(dirname(stored), { recursive: true });
    await rename(dir, stored);
    await symlink(stored, dir);
    const said = await runUntil(dir, time, start + 25 * HOUR_MS);
    expect(said.filter((line) => line.includes("server can't be written")).length).toBeGreaterThan(1);
    expect(said.filter((line) => line.includes("can't be written"))[0]).toMatch(/make room or give the right to\.$/);
    expect(said.filter((line) => line.includes('Digital Fax: active'))).not.toEqual([]);
    expect(cloud.checkIns).toEqual([]);
    await rm(dir);
    await rename(stored, dir);
    await runUntil(dir, time, time.nowMs + 2 * HOUR_MS);
    expect(cloud.checkIns).toHaveLength(1);
  });

  test('ends when the server leaves, and refuses to start without an activation', async () => {
    await leave({ dir, nowMs: time.nowMs });
    await leave({ dir, nowMs: time.nowMs }).catch((error: Error) => expect(error.message).toMatch('is not activated'));
    expect((await readStatus({ dir, nowMs: time.nowMs })).applications).toEqual([]);
    await expect(runUntil(dir, time, start + DAY_MS)).rejects.toThrow('is not activated');
  });

  test('notices that the folder was left meanwhile, and ends', async () => {
    const said: string[] = [];
    const sleep = async () => void (await leave({ dir, nowMs: start }));
    const { signal } = new AbortController();
    await run({ dir, say: (line) => void said.push(line), signal, clock: () => start, random: () => 0, sleep });
    expect(said.at(-1)).toBe('This folder is not activated any more: nothing runs.');
  });
});

describe('a wrong clock', () => {
  test('that was set back lengthens nothing, and the first contact puts time right', async () => {
    cloud.behavior = 'away';
    time.nowMs = start + 19 * DAY_MS;
    await runUntil(dir, time, start + 20 * DAY_MS);
    time.nowMs = start;
    await runUntil(dir, time, start + DAY_MS);
    time.nowMs = start + 10 * DAY_MS;
    await runUntil(dir, time, start + 11 * DAY_MS);
    expect((await stateAt(time.nowMs))[1]).toBe(8);
    cloud.behavior = 'well';
    await runUntil(dir, time, time.nowMs + 2 * HOUR_MS);
    expect(await stateAt(time.nowMs)).toEqual(['active', 28, 3]);
    expect((await readState(dir))!.clock!.correctionMs).toBe(0);
  });

  test('that was set forward stops what its time is over for, until the next contact', async () => {
    expect((await stateAt(start + 40 * DAY_MS))[1]).toBe(8);
    time.nowMs += HOUR_MS;
    const { status } = await checkIn({ dir, nowMs: time.nowMs + 40 * DAY_MS });
    expect(status.at).toBe(new Date(time.nowMs).toISOString());
    expect(status.applications[0]).toMatchObject({ state: 'active', capacity: 28 });
    expect(status.warnings).toEqual([expect.stringMatching('clock is 57600 minutes ahead of')]);
  });

  test('is no reason to be refused: the check-in is made again by the cloud’s clock', async () => {
    const { status } = await checkIn({ dir, nowMs: start - 3 * HOUR_MS });
    expect(status.warnings).toEqual([expect.stringMatching('clock is 180 minutes behind')]);
    const { claims } = cloud.checkIns.at(-1)!;
    expect(claims.iat).toBe(start / 1000);
    expect(claims.exp).toBe(start / 1000 + 120);
  });

  test.each([-600_000, 600_000])('by %i ms is not worth a word', async (skew) => {
    const { status } = await checkIn({ dir, nowMs: start + skew });
    expect(status.warnings).toEqual([]);
    expect(status.applications[0]).toMatchObject({ state: 'active', capacity: 28 });
  });
});

test('after a rotation of the signing keys a document with the new key is taken, and one with the old key still is', async () => {
  const old = cloud.license();
  cloud.signingKey = certifiedKey('k2');
  time.nowMs += DAY_MS;
  expect((await checkIn({ dir, nowMs: time.nowMs })).changed).toBe(true);
  const renewed = (await readState(dir))!.activation!.license;
  expect(decodeProtectedHeader(renewed).kid).not.toBe(decodeProtectedHeader(old).kid);
  cloud.signingKey = certifiedKey('k1');
  time.nowMs += DAY_MS;
  expect((await checkIn({ dir, nowMs: time.nowMs })).changed).toBe(true);
});

test('a document from the past is not taken, and what is held stays', async () => {
  const old = cloud.license();
  time.nowMs += DAY_MS;
  await checkIn({ dir, nowMs: time.nowMs });
  const held = (await readState(dir))!.activation!.license;
  cloud.license = () => old;
  time.nowMs += DAY_MS;
  await expect(checkIn({ dir, nowMs: time.nowMs })).rejects.toThrow('is older than the one that is held');
  expect((await readState(dir))!.activation!.license).toBe(held);
});
