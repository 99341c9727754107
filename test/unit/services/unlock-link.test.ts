import { expect, test } from '@jest/globals';
import { readUnlockCapability, unlockCapability } from '../../../secrets/unlock-link.ts';

const KEYS = [{ name: 'k1', key: Buffer.alloc(32, 7) }];
const LINK = { order: 'SO-2026-00117', delivery: '1' };

/** Made before links could be replaced: such links lie in mailboxes. */
const MAILED = 'WyJrMSIsIlNPLTIwMjYtMDAxMTciLCIxIl0.Zea36gfvGW_znIqenwgGNTao2uA';

const withContent = (parts: unknown, from: string) =>
  `${Buffer.from(JSON.stringify(parts)).toString('base64url')}.${from.split('.')[1]!}`;

test('a link that was mailed before links could be replaced still opens its delivery, and is made the same today', () => {
  expect(readUnlockCapability(KEYS, MAILED)).toEqual({ ...LINK, generation: 0 });
  expect(unlockCapability(KEYS, { ...LINK, generation: 0 })).toBe(MAILED);
});

test.each([1, 2, 41])('a link that replaced others says which it is: %s', (generation) => {
  const capability = unlockCapability(KEYS, { ...LINK, generation });
  expect(capability).not.toBe(MAILED);
  expect(readUnlockCapability(KEYS, capability)).toEqual({ ...LINK, generation });
});

test.each([
  [0, 2],
  [0, 3],
  [1, 2],
  [2, 41],
])('a link of a later edition says which it is: %s, %s', (generation, edition) => {
  const capability = unlockCapability(KEYS, { ...LINK, generation, edition });
  expect(readUnlockCapability(KEYS, capability)).toEqual({ ...LINK, generation, edition });
  for (const other of [undefined, 1, edition - 1, edition + 1].filter((one) => one !== edition))
    expect(unlockCapability(KEYS, { ...LINK, generation, edition: other })).not.toBe(capability);
  expect(unlockCapability(KEYS, { ...LINK, generation, edition: 1 })).toBe(
    unlockCapability(KEYS, { ...LINK, generation }),
  );
});

test('nobody makes a link of another edition', () => {
  const third = unlockCapability(KEYS, { ...LINK, generation: 1, edition: 3 });
  const parts = ['k1', LINK.order, LINK.delivery, 1];
  for (const edition of [1, 2, 4, 0, -1, 3.5, '3', null, true, [3]])
    expect(readUnlockCapability(KEYS, withContent([...parts, edition], third))).toBeNull();
  expect(readUnlockCapability(KEYS, withContent(parts, third))).toBeNull();
  expect(readUnlockCapability(KEYS, withContent([...parts, 3, 3], third))).toBeNull();
});

test('nobody makes a newer link of an older one, nor an older one of a newer', () => {
  const second = unlockCapability(KEYS, { ...LINK, generation: 1 });
  const parts = ['k1', LINK.order, LINK.delivery];
  for (const from of [MAILED, second])
    for (const generation of [2, 0, -1, 1.5, '1', null, true, [1]])
      expect(readUnlockCapability(KEYS, withContent([...parts, generation], from))).toBeNull();
  expect(readUnlockCapability(KEYS, withContent([...parts, 1], MAILED))).toBeNull();
  expect(readUnlockCapability(KEYS, withContent(parts, second))).toBeNull();
  expect(readUnlockCapability(KEYS, withContent([...parts, 1, 1], second))).toBeNull();
});

test('a link of another key, another order or another delivery, cut or prolonged, opens nothing', () => {
  expect(readUnlockCapability([{ name: 'k1', key: Buffer.alloc(32, 8) }], MAILED)).toBeNull();
  expect(readUnlockCapability([{ name: 'k2', key: Buffer.alloc(32, 7) }], MAILED)).toBeNull();
  expect(readUnlockCapability(KEYS, withContent(['k1', LINK.order, '2'], MAILED))).toBeNull();
  expect(readUnlockCapability(KEYS, withContent(['k1', 'SO-other', '1'], MAILED))).toBeNull();
  for (const other of [MAILED.slice(0, -1), `${MAILED}.`, `${MAILED}A`, '', '.', 'x.y'])
    expect(readUnlockCapability(KEYS, other)).toBeNull();
});
