import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomSecret } from '../../secrets/sign-in.ts';
import { cookieName, cookieOptions } from './cookies.ts';

/** By which a challenge for a passkey counts in the browser that was asked, and in no other. */
const BROWSER_COOKIE = 'passkey';
const BROWSER_SECONDS = 3_600;

/** What a browser that is asked for a passkey keeps: what it has, else something new that the answer gives it. */
export function passkeyBrowser(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string {
  const name = cookieName(publicUrl, BROWSER_COOKIE);
  const browser = request.cookies[name] || randomSecret();
  reply.setCookie(name, browser, cookieOptions(publicUrl, BROWSER_SECONDS));
  return browser;
}

/** What a browser that answers kept; empty where it was never asked, which no challenge is for. */
export function answeringBrowser({ cookies }: FastifyRequest, publicUrl: string): string {
  return cookies[cookieName(publicUrl, BROWSER_COOKIE)] ?? '';
}
