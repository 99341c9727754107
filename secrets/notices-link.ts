import { timingSafeEqual } from 'node:crypto';
import { derive, keyNamed, type NamedKey } from './named-keys.ts';
import { bytesOf } from './strict.ts';

/** Whose e-mails about what ends a link stops: an account, and the address that they go to. */
export type NoticesReader = { account: string; email: string };

const LABEL = 'notices-link';
const MAC_BYTES = 20;

/**
 * The capability of the link in a digest: the name of the key, the account, and 160 bits that only the cloud can make, for
 * this address. So a link ends when its account is reached elsewhere, and a wrong address decides nothing any more.
 */
export function noticesCapability(keys: readonly NamedKey[], reader: NoticesReader): string {
  return made(keys[0]!, reader);
}

/** The account that a capability names, if it is written as one at all: whether it is one, {@link opensNotices} says. */
export function accountNamedIn(capability: string): string | null {
  return parse(capability)?.account ?? null;
}

/** Whether a capability was made for this account and address with a key that is still there; compared in constant time. */
export function opensNotices(keys: readonly NamedKey[], capability: string, reader: NoticesReader): boolean {
  const key = keyNamed(keys, parse(capability)?.key ?? '');
  if (!key) return false;
  const [given, expected] = [Buffer.from(capability), Buffer.from(made(key, reader))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function made(key: NamedKey, { account, email }: NoticesReader): string {
  const content = Buffer.from(JSON.stringify([key.name, account])).toString('base64url');
  const mac = derive(key, LABEL, [account, email.toLowerCase()]).subarray(0, MAC_BYTES);
  return `${content}.${mac.toString('base64url')}`;
}

function parse(capability: string): { key: string; account: string } | null {
  try {
    const parts: unknown = JSON.parse(bytesOf(capability.split('.')[0]!)?.toString() ?? '');
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [key, account] = parts as unknown[];
    return typeof key === 'string' && typeof account === 'string' ? { key, account } : null;
  } catch {
    return null;
  }
}
