import { describe, expect, test } from '@jest/globals';
import { machineNow, readSaying, saidAfter, saidAfterActivation, type Said } from '../../../domain/server/saying.ts';
import { nearlyUsed } from '../../../domain/server/usage.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const ACTIVATION = { version: '2026.Winter.1', hostname: 'pbx-1' };
const HOUR_MS = 3_600_000;
const isKnown = (application: string) => CATALOGUE.has(application);
const read = (claims: Record<string, unknown>) => readSaying(claims, isKnown);

describe('what an AppSuite says when it checks in', () => {
  test('its version, its machine and what is in use', () => {
    const claims = { ver: '2026.Spring.1-hotfix2', host: 'pbx-1', use: { voicemail: 7, 'digital-fax': 0 } };
    const said = { version: '2026.Spring.1-hotfix2', hostname: 'pbx-1', used: { 'digital-fax': 0, voicemail: 7 } };
    expect(read(claims)).toEqual(said);
  });

  test('what does not hold is left out, alone', () => {
    const wrongs = [
      ...[{ ver: 7 }, { ver: 'nightly' }, { ver: '' }, { ver: `2026.Winter.1-${'x'.repeat(300)}` }, { ver: null }],
      ...[{ host: '' }, { host: 7 }, { host: 'a\nb' }, { host: 'x'.repeat(201) }, { host: '\u200b' }],
      ...[{ use: 7 }, { use: null }, { use: [5] }, { use: 'digital-fax' }],
    ];
    for (const wrong of wrongs) expect(read(wrong)).toEqual({});
    const use = { 'digital-fax': 5, voicemail: -1, unknown: 3, 'attendant-console': 1.5, __proto__: 4, chat: '2' };
    expect(read({ ver: 'nightly', host: 'pbx-1', use })).toEqual({ hostname: 'pbx-1', used: { 'digital-fax': 5 } });
    expect(read({ use: { 'digital-fax': 1e12, voicemail: Infinity } })).toEqual({ used: {} });
  });
});

describe('what is kept of it', () => {
  const after = (before: Said | null, claims: Record<string, unknown>, at: number) =>
    saidAfter(before, read(claims), ACTIVATION, at);

  test('nothing of an AppSuite that says nothing, and of later silence the last that was said', () => {
    expect(after(null, {}, 1)).toEqual({ said: null, updated: null });
    const { said } = after(null, { ver: '2026.Spring.1', use: { voicemail: 7 } }, 1);
    expect(after(said, {}, 2).said).toEqual(said);
    expect(after(said, { use: {} }, 2).said).toMatchObject({ version: '2026.Spring.1', used: {}, usedAt: 2 });
  });

  test('another version or machine is journaled, usage is not', () => {
    expect(after(null, { ver: ACTIVATION.version, host: ACTIVATION.hostname }, 1).updated).toBeNull();
    expect(after(null, { use: { voicemail: 7 } }, 1).updated).toBeNull();
    expect(after(null, { ver: '2026.Spring.1' }, 1).updated).toEqual({ ...ACTIVATION, version: '2026.Spring.1' });
    expect(after(null, { host: 'pbx-2' }, 1).updated).toEqual({ ...ACTIVATION, hostname: 'pbx-2' });
  });

  test('once a day at most, and what was passed over is journaled then', () => {
    let { said, updated } = after(null, { ver: '2026.Spring.1' }, 0);
    expect(updated).not.toBeNull();
    for (let hour = 1; hour < 24; hour++) {
      ({ said, updated } = after(said, { ver: `2026.Spring.${hour % 3}` }, hour * HOUR_MS));
      expect(updated).toBeNull();
      expect(machineNow(said, ACTIVATION).version).toBe(`2026.Spring.${hour % 3}`);
    }
    ({ said, updated } = after(said, {}, 24 * HOUR_MS));
    expect(updated).toEqual({ ...ACTIVATION, version: '2026.Spring.2' });
    expect(after(said, {}, 72 * HOUR_MS).updated).toBeNull();
  });

  test('an activation says all of it anew, and does not quicken the journal', () => {
    const { said } = after(null, { ver: '2026.Spring.1', use: { voicemail: 7 } }, 1_000);
    const anew = saidAfterActivation(said);
    expect(machineNow(anew, ACTIVATION)).toEqual(ACTIVATION);
    expect(anew?.used).toBeNull();
    expect(after(anew, { ver: '2026.Spring.2' }, 2_000).updated).toBeNull();
    expect(saidAfterActivation(null)).toBeNull();
  });
});

test('nearly used up is what is above nine tenths of what is assigned, of the application whose capacity counts', () => {
  const near = (used: Record<string, number>, ...assigned: [string, number][]) =>
    nearlyUsed(used, new Map(assigned), CATALOGUE);
  expect(near({ voicemail: 9 }, ['voicemail', 10])).toBeNull();
  expect(near({ voicemail: 10, 'digital-fax': 1 }, ['voicemail', 10], ['digital-fax', 8])).toEqual({ voicemail: 10 });
  expect(near({ voicemail: 0 })).toBeNull();
  expect(near({ voicemail: 1 })).toBeNull();
  expect(near({ voicemail: 1 }, ['voicemail', 1])).toEqual({ voicemail: 1 });
  expect(nearlyUsed(null, new Map(), CATALOGUE)).toBeNull();
  const [application, { capacityFrom }] = [...CATALOGUE].find(([, { capacityFrom: from }]) => from)!;
  expect(near({ [application]: 19, [capacityFrom!]: 5 }, [application, 1], [capacityFrom!, 20])).toEqual({
    [capacityFrom!]: 19,
  });
  expect(near({ [application]: 18 }, [application, 1], [capacityFrom!, 20])).toBeNull();
});
