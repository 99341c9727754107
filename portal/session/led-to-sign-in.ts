import type { FastifyReply, FastifyRequest } from 'fastify';

/** What whoever is not signed in can make us read of a form; one with a file is read as far as its fields go. */
export const LARGEST_LOST_FORM_BYTES = 262_144;

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether this is a form of somebody whose session has ended: it is not carried out, but carried along. */
    isLost: boolean;
  }
}

/** Whether a request is a form that can be carried along: its size is said, and no larger than a form is. */
export function isCarried({ method, headers }: FastifyRequest): boolean {
  const bytes = Number(headers['content-length']);
  return method === 'POST' && !headers['hx-request'] && bytes > 0 && bytes <= LARGEST_LOST_FORM_BYTES;
}

/** Whether a session ended as its provider stands by its person no more. */
export const isEndedByProvider = ({ reader }: FastifyRequest): boolean => reader?.ended === 'ended';

/** Leads to signing in, and back to the page that was asked for. */
export function leadToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const signIn = `/sign-in?to=${encodeURIComponent(request.method === 'GET' ? request.url : '/')}${isEndedByProvider(request) ? '&ended' : ''}`;
  // A page that was left open asks for what changed: the whole page is to go there, not a part of it.
  if (request.headers['hx-request']) return reply.header('hx-redirect', signIn).code(204).send();
  return reply.redirect(signIn, 303);
}
