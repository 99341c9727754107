import { isShowable } from '../domain/text/text.ts';
import { isPublic, literalOf } from './addresses.ts';

/** Hosts of private networks that are allowed, as a URL writes them, but addresses of IPv6 without brackets. */
export type PrivateTargets = ReadonlySet<string>;

/** Why nothing is sent to an address, in words of ours. */
export const TARGET_REFUSALS = {
  NO_ADDRESS: 'is no address like https://example.com/hooks',
  USER_IN_ADDRESS: 'has a name or a password in it',
  HTTPS_REQUIRED: 'begins with https, unless the operator of this service has named its host',
  ADDRESS_NOT_PUBLIC: 'is at no address of the internet, and the operator of this service has not named it',
} as const;
export type TargetRefusal = keyof typeof TARGET_REFUSALS;

/**
 * Why nothing may be sent to a URL, as far as that can be told without asking for its name; null where nothing speaks
 * against it. URLs write an IPv4 address in one way, however it was written.
 */
export function refusedTarget(url: string, privateTargets: PrivateTargets): TargetRefusal | null {
  const target = isPlain(url) ? URL.parse(url) : null;
  if (!target || !['http:', 'https:'].includes(target.protocol)) return 'NO_ADDRESS';
  if (target.username || target.password) return 'USER_IN_ADDRESS';
  const literal = literalOf(target.hostname);
  if (privateTargets.has(literal ?? target.hostname)) return null;
  if (target.protocol !== 'https:') return 'HTTPS_REQUIRED';
  return literal !== null && !isPublic(literal) ? 'ADDRESS_NOT_PUBLIC' : null;
}

/** Whether a URL says where it leads to whoever reads it: parsers put up with blanks and backslashes, and people see no controls. */
function isPlain(url: string): boolean {
  return /^[a-z]+:\/\/[^\s\\]+$/i.test(url) && isShowable(url);
}
