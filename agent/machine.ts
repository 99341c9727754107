import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppSuiteError } from './errors.ts';

/**
 * What tells a machine from others, the best first. `firmware` is the machine's own, whatever becomes of its disk; a clone
 * of a virtual machine gets another. `machine-id` is the operating system's, and lies on the disk. Where neither can be
 * read, as in many containers, a `folder` is known by itself alone.
 */
export type Identity = 'firmware' | 'machine-id' | 'folder';

/** Where the makers of a machine say which one it is; only root may read the first. */
const FIRMWARE = ['sys/class/dmi/id/product_uuid', 'sys/firmware/devicetree/base/serial-number'];
const MACHINE_ID = ['etc/machine-id', 'var/lib/dbus/machine-id'];

/** What boards say whose maker has left it blank, in lower case without hyphens; a digit over and over is another. */
const BLANK = ['03000200040005000006000700080009', '00020003000400050006000700080009', 'uninitialized'];

/** By what this machine is told from others; `root` is the root of its file system. */
export async function identify(root = '/'): Promise<Identity> {
  if ((await valueOf('firmware', root)) !== null) return 'firmware';
  return (await valueOf('machine-id', root)) === null ? 'folder' : 'machine-id';
}

/**
 * SHA-256 in hexadecimal of what identifies this machine. Nothing of a folder is in it, so that whoever loses, moves or
 * restores one is on the same machine; `installation` counts only where a folder is all there is.
 */
export async function machineFingerprint(identity: Identity, installation: string, root = '/'): Promise<string> {
  const value = identity === 'folder' ? installation : await valueOf(identity, root);
  if (value === null)
    throw new AppSuiteError(
      `What identifies this machine (${identity}) can't be read: run this as the user who activated, or give --fingerprint.`,
    );
  return createHash('sha256')
    .update(JSON.stringify([identity, value]))
    .digest('hex');
}

async function valueOf(identity: Exclude<Identity, 'folder'>, root: string): Promise<string | null> {
  if (identity === 'machine-id') return firstOf(MACHINE_ID, root);
  const isMac = process.platform === 'darwin' && root === '/';
  return isMac ? readMac() : firstOf(FIRMWARE, root);
}

async function firstOf(files: string[], root: string): Promise<string | null> {
  const values = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8').catch(() => '')));
  return values.map(telling).find((value) => value !== null) ?? null;
}

/** What a Mac's firmware calls it, which everybody may read. */
async function readMac(): Promise<string | null> {
  const command = ['-rd1', '-c', 'IOPlatformExpertDevice'];
  const { stdout } = await promisify(execFile)('/usr/sbin/ioreg', command).catch(() => ({ stdout: '' }));
  return telling(/"IOPlatformUUID" = "([^"]+)"/.exec(stdout)?.[1] ?? '');
}

/** A value as it is compared; null for one that many machines share. */
function telling(text: string): string | null {
  const value = text.replace(/[\s\0-]/g, '').toLowerCase();
  return value.length < 8 || /^(.)\1*$/.test(value) || BLANK.includes(value) ? null : value;
}
