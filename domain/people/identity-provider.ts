import { asciiDomain, isDomain } from './email-address.ts';

/** What of a provider an event can name as another one now. */
export const PROVIDER_FIELDS = ['issuer', 'clientId', 'clientSecret', 'required'] as const;
export type ProviderField = (typeof PROVIDER_FIELDS)[number];

/** So many domains an account has at most. */
export const MOST_DOMAINS = 50;

/**
 * Why nobody is let in by a provider: it does not answer, is none, is another one than was set, or knows our client otherwise;
 * its word is signed by no key of its own, over, for somebody else or no answer to us; it let the person go back; it does not
 * stand by their address, the address is not the account's, or its owner is no member; or the browser did not ask, or too long ago.
 */
export const PROVIDER_TROUBLES = [
  'unreachable',
  'no-provider',
  'other-issuer',
  'client-refused',
  'key-unknown',
  'over',
  'other-audience',
  'other-round',
  'denied',
  'unverified',
  'other-domain',
  'no-member',
  'lost',
  'failed',
] as const;
export type ProviderTrouble = (typeof PROVIDER_TROUBLES)[number];

/** The domain of an e-mail address, as DNS writes it, in lower case. */
export function domainOf(email: string): string {
  return normalDomain(email.slice(email.lastIndexOf('@') + 1));
}

/** A domain as it is kept: in lower case, as DNS writes it; empty where it can be none. */
export function normalDomain(domain: string): string {
  const written = asciiDomain(domain.trim()).toLowerCase();
  return isDomain(written) ? written : '';
}

/** A provider's word counts no longer than this, however long it says. */
const LONGEST_MS = 86_400_000;

/**
 * Until when what a provider said counts, in epoch milliseconds: to the end of its token of identity, where there is one,
 * else of the other that came with it; a day at most.
 */
export function countsUntil(
  { identityEnds, lastsSeconds }: { identityEnds: number | null; lastsSeconds: number | null },
  nowMs: number,
): number {
  const longest = nowMs + LONGEST_MS;
  if (identityEnds !== null) return Math.min(identityEnds * 1000, longest);
  return lastsSeconds === null ? nowMs : Math.min(nowMs + lastsSeconds * 1000, longest);
}
