import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyRequest } from 'fastify';
import { findSession } from '../../db/queries/sessions.ts';
import type { Caller } from '../../domain/permissions.ts';
import { cookieName } from './cookies.ts';

/** Who looks at a page, signed in as a member of an account; every permission takes it as a caller. */
export type Viewer = Caller & {
  /** The session's id. */
  session: string;
  lastSeenAt: Date;
  person: { id: string; email: string; name: string | null };
  account: { name: string; timeZone: string; locale: string };
};

export const SESSION_COOKIE = 'session';

/** SHA-256 of a session's cookie, in hexadecimal: all that is stored of it. */
export function hashOfSession(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}

/** Makes what finds the viewer of a request; null when nobody is signed in. A browser without the cookie costs no query. */
export function createFindViewer(deps: { em: () => EntityManager; publicUrl: string; clock: () => number }) {
  const name = cookieName(deps.publicUrl, SESSION_COOKIE);
  return async function findViewer(request: FastifyRequest): Promise<Viewer | null> {
    const cookie = request.cookies[name];
    if (!cookie) return null;
    const known = await findSession(deps.em(), hashOfSession(cookie), new Date(deps.clock()));
    return known && { ...known, by: `person/${known.person.id}` };
  };
}
