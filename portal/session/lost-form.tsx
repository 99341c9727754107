import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../services/network.ts';
import { createLimit, LOST_FORM_PACE } from '../../services/pace.ts';
import type { KeptForm } from '../../services/accounts/kept-forms.ts';
import { sendPage } from '../pages.tsx';
import { signInPage, type SignInPageDeps } from '../sign-in/sign-in-page.tsx';
import { readUpload } from '../uploads.ts';
import { fieldsOf, formOf, pack } from './packed-form.ts';

/** What whoever is not signed in can make us read of a form; one with a file is read as far as its fields go. */
const LARGEST_LOST_FORM_BYTES = 262_144;

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether this is a form of somebody whose session has ended: it is not carried out, but carried along. */
    isLost: boolean;
  }
}

export type LostFormDeps = SignInPageDeps & { clock: () => number };

/**
 * Answers a form of somebody whose session has ended with the page to sign in, which carries what was typed in a hidden
 * field: nothing is kept here for whoever is not signed in, nothing stands in an address, and nothing is carried out.
 */
export function carryLostForms(app: FastifyInstance, deps: LostFormDeps): void {
  const refuseHaste = createLimit(LOST_FORM_PACE);
  app.decorateRequest('isLost', false);
  app.addHook('preHandler', async (request, reply) => {
    if (!request.isLost) return;
    refuseHaste(networkOf(request.ip), deps.clock());
    const form = await readLost(request, deps.publicUrl);
    const kept = form && pack(form);
    if (!form || kept === null) return leadToSignIn(request, reply);
    const about = { to: form.page, kept, leftOut: form.leftOut, ended: isEnded(request) };
    return sendPage(reply, await signInPage(request, reply, deps, about));
  });
}

/** Whether a request is a form that can be carried along: its size is said, and no larger than a form is. */
export function isCarried({ method, headers }: FastifyRequest): boolean {
  const bytes = Number(headers['content-length']);
  return method === 'POST' && !headers['hx-request'] && bytes > 0 && bytes <= LARGEST_LOST_FORM_BYTES;
}

/** Leads to signing in, and back to the page that was asked for. */
export function leadToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const signIn = `/sign-in?to=${encodeURIComponent(request.method === 'GET' ? request.url : '/')}${isEnded(request) ? '&ended' : ''}`;
  // A page that was left open asks for what changed: the whole page is to go there, not a part of it.
  if (request.headers['hx-request']) return reply.header('hx-redirect', signIn).code(204).send();
  return reply.redirect(signIn, 303);
}

/** Whether the session ended as its provider stands by its person no more. */
const isEnded = ({ reader }: FastifyRequest) => reader?.ended === 'ended';

async function readLost(request: FastifyRequest, publicUrl: string): Promise<KeptForm | null> {
  if (!request.isMultipart()) {
    const fields = fieldsOf(request.body);
    return fields && formOf(request, fields, publicUrl);
  }
  const { fields: texts, file } = await readUpload(request, LARGEST_LOST_FORM_BYTES);
  file?.file.resume();
  const fields = fieldsOf(texts);
  return fields && { ...formOf(request, fields, publicUrl), leftOut: file !== null };
}
