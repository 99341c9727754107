import { expect, test } from '@jest/globals';
import { readUnlockCapability, unlockCapability } from '../../secrets/unlock-link.ts';

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
