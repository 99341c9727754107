import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identify, machineFingerprint } from '../../../agent/machine.ts';

const PRODUCT = '4c4c4544-0038-3510-8052-b4c04f4e4d32';
const OS = '3d1219c7c4c5404aaa1f6d2a48adfda4\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'machines-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Machine = { product?: string; serial?: string; os?: string; dbus?: string };
const FILES: Record<keyof Machine, string> = {
  product: 'sys/class/dmi/id/product_uuid',
  serial: 'sys/firmware/devicetree/base/serial-number',
  os: 'etc/machine-id',
  dbus: 'var/lib/dbus/machine-id',
};

/** By what a machine with these files is known, and its fingerprint from a folder of it. */
async function seen(machine: Machine, installation = 'folder 1') {
  const root = await mkdtemp(join(folder, 'root-'));
  for (const [name, content] of Object.entries(machine)) {
    const file = join(root, FILES[name as keyof Machine]);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const identity = await identify(root);
  return { identity, fingerprint: await machineFingerprint(identity, installation, root) };
}

describe('a machine', () => {
  test.each<[string, Machine, string]>([
    ['with firmware that names it', { product: PRODUCT, os: OS }, 'firmware'],
    ['with a serial number on its board', { serial: '10000000a3b1c2d4\0', os: OS }, 'firmware'],
    ['whose firmware is for root alone, or not there', { os: OS }, 'machine-id'],
    ['whose firmware was left blank', { product: '00000000-0000-0000-0000-000000000000', os: OS }, 'machine-id'],
    [
      'whose firmware was left blank by counting',
      { product: '03000200-0400-0500-0006-000700080009', os: OS },
      'machine-id',
    ],
    ['known to D-Bus alone', { os: '', dbus: OS }, 'machine-id'],
    ['of an image that waits for its first start', { os: 'uninitialized\n' }, 'folder'],
    ['that nothing names', {}, 'folder'],
  ])('%s', async (_name, machine, identity) => {
    expect((await seen(machine)).identity).toBe(identity);
  });

  test.each<[string, Machine]>([
    ['firmware', { product: PRODUCT, os: OS }],
    ['the operating system', { os: OS }],
  ])('known by its %s is the same whatever happens to its folders', async (_name, machine) => {
    expect(await seen(machine, 'folder 2')).toEqual(await seen(machine, 'folder 1'));
  });

  test('known by its firmware is the same with another disk, and is another one when disk and all are copied', async () => {
    const before = await seen({ product: PRODUCT, os: OS });
    expect(await seen({ product: PRODUCT.toUpperCase(), os: 'f'.repeat(16) + OS })).toEqual(before);
    expect(await seen({ product: PRODUCT })).toEqual(before);
    expect((await seen({ product: PRODUCT.replace('4c', '5c'), os: OS })).fingerprint).not.toBe(before.fingerprint);
  });

  test('that only its folder names is another one without it', async () => {
    expect((await seen({}, 'folder 2')).fingerprint).not.toBe((await seen({}, 'folder 1')).fingerprint);
  });

  test('whose name can no longer be read is never taken for another', async () => {
    await expect(machineFingerprint('firmware', 'folder 1', folder)).rejects.toThrow(
      'run this as the user who activated',
    );
  });
});
