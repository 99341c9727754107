import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { PasskeyService } from '../../services/accounts/passkeys.ts';
import { passkeyBrowser } from '../session/passkey-browser.ts';
import { SignInPage, type SignInPageProps } from './pages.tsx';

export type SignInPageDeps = { services: { passkeys: PasskeyService }; publicUrl: string };

/** The page to sign in, with what this browser is asked to use a passkey by. */
export async function signInPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { services: { passkeys }, publicUrl }: SignInPageDeps,
  props: Omit<SignInPageProps, 'passkey'>,
): Promise<ReactNode> {
  const browser = passkeys.areOffered ? passkeyBrowser(request, reply, publicUrl) : null;
  const passkey = browser === null ? null : await passkeys.askToUse(browser, null);
  return <SignInPage {...props} passkey={passkey} />;
}
