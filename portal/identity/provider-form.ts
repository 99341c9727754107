import type { IdentityTexts } from '../../languages/texts/identity.ts';
import type { ProviderView, PutProvider } from '../../services/identity/providers.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import type { FormBody } from '../form.ts';

/** What stands in the fields of the form; a secret is never put back into one. */
export type TypedProvider = { issuer: string; clientId: string; clientSecret: string; required: boolean };

/** What is wrong, in the reader's words, by field; `title` where it is none of them. */
export type WrongProvider = Partial<Record<keyof TypedProvider | 'domains', string>>;

/** The fields of what is kept; empty ones of an account without. */
export function asTyped(kept: ProviderView | null): TypedProvider {
  const { issuer = '', clientId = '', required = false } = kept ?? {};
  return { issuer, clientId, clientSecret: '', required };
}

export function readTyped({ issuer = '', clientId = '', clientSecret = '', required }: FormBody): TypedProvider {
  return { issuer, clientId, clientSecret, required: required === 'yes' };
}

/** The body that the API would take. */
export function asPut({ clientSecret, ...typed }: TypedProvider): PutProvider {
  return { ...typed, ...(clientSecret !== '' && { clientSecret }) };
}

/** Why the service refused what was typed. Throws again what is nothing of the kind. */
export function wrongWith(error: unknown, { wrong }: IdentityTexts): WrongProvider {
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'IDENTITY_PROVIDER_UNPROVEN') return { required: wrong.unproven };
  if (error.code === 'DOMAIN_TAKEN') return { domains: wrong.domains };
  if (error.code !== 'INVALID_REQUEST') throw error;
  const pointers = (error.about.errors ?? []).map(({ pointer }) => pointer);
  return {
    ...(pointers.includes('/issuer') && { issuer: wrong.issuer }),
    ...(pointers.includes('/clientId') && { clientId: wrong.clientId }),
    ...(pointers.includes('/clientSecret') && { clientSecret: wrong.clientSecret }),
    ...(pointers.some((pointer) => pointer.startsWith('/domains')) && { domains: wrong.domains }),
  };
}
