import { timingSafeEqual } from 'node:crypto';
import { derive, keyNamed, type NamedKey } from './named-keys.ts';
import { bytesOf } from './strict.ts';

/** What an unlock link opens. */
export type Unlockable = { order: string; delivery: string };

/**
 * A link, by what it opens, how often the link of that delivery had been replaced when it was made, 0 for the first, and
 * which edition of the delivery it tells; absent for the first.
 */
export type UnlockLink = Unlockable & { generation: number; edition?: number };

const LABEL = 'unlock-link';
const MAC_BYTES = 20;

/**
 * The capability of an unlock link: the name of the key, what it opens, and 160 bits that only the cloud can make. The first
 * link of a delivery names no generation, and those of a first edition none, as links did before there were any, so that
 * those still work.
 */
export function unlockCapability(keys: readonly NamedKey[], link: UnlockLink): string {
  return written(keys[0]!, link);
}

/**
 * Reads a capability; null when it was forged, cut, spelled otherwise or made with a key that is gone. What it says is
 * written once more and compared, in constant time, so that a link has one spelling.
 */
export function readUnlockCapability(keys: readonly NamedKey[], capability: string): UnlockLink | null {
  const parsed = parse(capability.split('.')[0]!);
  const key = parsed && keyNamed(keys, parsed.key);
  if (!parsed || !key) return null;
  const [given, expected] = [Buffer.from(capability), Buffer.from(written(key, parsed.link))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? parsed.link : null;
}

function written(key: NamedKey, link: UnlockLink): string {
  const content = Buffer.from(JSON.stringify([key.name, ...partsOf(link)])).toString('base64url');
  const mac = derive(key, LABEL, partsOf(link)).subarray(0, MAC_BYTES);
  return `${content}.${mac.toString('base64url')}`;
}

function partsOf({ order, delivery, generation, edition = 1 }: UnlockLink): (string | number)[] {
  if (edition > 1) return [order, delivery, generation, edition];
  return generation === 0 ? [order, delivery] : [order, delivery, generation];
}

function parse(content: string): { key: string; link: UnlockLink } | null {
  try {
    const parts: unknown = JSON.parse(bytesOf(content)?.toString() ?? '');
    if (!Array.isArray(parts) || parts.length < 3 || parts.length > 5) return null;
    const [key, order, delivery, generation = 0, edition] = parts as unknown[];
    if (typeof key !== 'string' || typeof order !== 'string' || typeof delivery !== 'string') return null;
    if (!isCount(generation, 0) || (parts.length === 5 && !isCount(edition, 2))) return null;
    return { key, link: { order, delivery, generation, ...(isCount(edition, 2) && { edition }) } };
  } catch {
    return null;
  }
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}
