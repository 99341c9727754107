import type { ProviderTrouble } from '../../domain/people/identity-provider.ts';

/** Signing in by a provider of one's own, and how an account sets it. */
export type IdentityTexts = {
  title: string;
  introduction: string;
  issuer: string;
  issuerHelp: string;
  clientId: string;
  clientSecret: string;
  clientSecretHelp: string;
  returnAddress: string;
  required: string;
  requiredHelp: string;
  save: string;
  saved: string;
  remove: string;
  removing: { title: string; consequences: readonly string[]; button: string };
  check: string;
  checked: string;
  checkFailed: string;
  domains: string;
  domainsHelp: string;
  noDomains: string;
  saveDomains: string;
  wrong: { title: string; issuer: string; clientId: string; clientSecret: string; unproven: string; domains: string };
  offerTitle: string;
  offer: string;
  offerRequired: string;
  goTo(host: string): string;
  /** On a page that was left open while somebody is at the provider in another tab. */
  beside: string;
  byMail: string;
  byMailRequired: string;
  sendMail: string;
  failedTitle: string;
  again: string;
  ended: string;
  troubles: Record<ProviderTrouble, string>;
};
