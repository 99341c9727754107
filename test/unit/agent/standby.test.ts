import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { renderStatus } from '../../../agent/status/render.ts';
import { readStatus } from '../../../agent/status/status.ts';
import { standBy, takeOver } from '../../../agent/takeover.ts';
import { newFolder } from '../../support/agent/appsuite-folder.ts';
import { startFakeCloud, type FakeCloud } from '../../support/agent/fake-cloud.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-12-01T00:00:00Z');
const instant = (ms: number) => new Date(ms).toISOString();

let folder: Awaited<ReturnType<typeof newFolder>>;
let cloud: FakeCloud;
let now: number;
/** What the cloud says of the standby; null where the server stands by for nobody. */
let standing: { daysLeft: number; isRunning: boolean } | null;

beforeEach(async () => {
  [now, standing] = [START, { daysLeft: 10, isRunning: false }];
  folder = await newFolder();
  const entitlement = (nowMs: number) => ({
    ...{ order: 'SO-1', license: 'perpetual' as const, capacity: 5, startsOn: '2026-01-01', endsOn: null },
    ...{
      from: instant(START - DAY_MS),
      until: null,
      graceUntil: null,
      leaseUntil: instant(nowMs + 90 * DAY_MS),
      care: null,
    },
    suspended: standing !== null && !standing.isRunning,
    ...(standing && !standing.isRunning && { standby: true }),
  });
  const application = { application: 'digital-fax', capacity: 5, state: 'active', requires: [], capacityFrom: null };
  cloud = await startFakeCloud({
    clock: () => now,
    applications: (nowMs) => [{ ...application, entitlements: [entitlement(nowMs)] }],
  });
  const { license } = cloud;
  cloud.license = (over = {}) =>
    license({
      ...(standing && {
        ...{ standby: true, standbyFor: 'server-2', standbyDaysLeft: standing.daysLeft },
        standbyUntil: instant(now + standing.daysLeft * DAY_MS),
      }),
      ...over,
    });
  await activate({ dir: folder.dir, token: 'T', url: cloud.url, fingerprint: 'spare', nowMs: now });
});
afterEach(async () => {
  await cloud.close();
  await folder.remove();
});

const about = () => ({ dir: folder.dir, nowMs: now });
const runs = async () => (await readStatus(about())).applications[0]!.capacity;
const acts = () => cloud.checkIns.map(({ claims: { act, since } }) => [act, ...(since === undefined ? [] : [since])]);

describe('a standby', () => {
  test('runs nothing before its takeover, everything after it, and nothing when it stands by again, whatever the cloud knows', async () => {
    expect(await runs()).toBe(0);
    standing = { daysLeft: 10, isRunning: true };
    expect((await takeOver(about())).isTold).toBe(true);
    expect(await runs()).toBe(5);
    expect(renderStatus(await readStatus(about()))).toMatch(/for server-2; has taken over since/);
    cloud.behavior = 'away';
    expect((await standBy(about())).isTold).toBe(false);
    expect(await runs()).toBe(0);
    expect(acts()).toEqual([['takeover', START / 1000]]);
  });

  test('takes over without the cloud, tells it since when, and stops by itself when its document does', async () => {
    cloud.behavior = 'away';
    expect((await takeOver(about())).isTold).toBe(false);
    now += 9.9 * DAY_MS;
    expect(await runs()).toBe(5);
    now += 0.1 * DAY_MS;
    expect(await runs()).toBe(0);
    cloud.behavior = 'well';
    await checkIn(about());
    expect(acts()).toEqual([['takeover', START / 1000]]);
  });

  test('tells a takeover that was over before the cloud was reached, and then that it is over', async () => {
    cloud.behavior = 'away';
    await takeOver(about());
    now += DAY_MS;
    await standBy(about());
    cloud.behavior = 'well';
    await checkIn(about());
    await checkIn(about());
    expect(acts()).toEqual([['takeover', START / 1000], ['standby'], ['standby']]);
  });

  test('is none any more by a document that does not say so, and a server that is none takes nothing over', async () => {
    await takeOver(about());
    standing = null;
    now += DAY_MS;
    await checkIn(about());
    expect([await runs(), (await readStatus(about())).standby]).toEqual([5, null]);
    await checkIn(about());
    expect(acts().at(-1)).toEqual([undefined]);
    await expect(takeOver(about())).rejects.toThrow('stands by for no other server');
  });
});
