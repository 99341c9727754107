import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../../services/network.ts';
import { createLimit, LOST_FORM_PACE } from '../../services/pace.ts';
import type { KeptForm } from '../../services/accounts/kept-forms.ts';
import { sendPage } from '../pages.tsx';
import { signInPage, type SignInPageDeps } from './sign-in-page.tsx';
import { readUpload } from '../uploads.ts';
import { isEndedByProvider, leadToSignIn, LARGEST_LOST_FORM_BYTES } from '../session/led-to-sign-in.ts';
import { fieldsOf, formOf, pack } from '../session/packed-form.ts';

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
    const unreachable = request.reader?.ended === 'unreachable';
    const about = { to: form.page, kept, leftOut: form.leftOut, ended: isEndedByProvider(request), unreachable };
    return sendPage(reply, await signInPage(request, reply, deps, about), unreachable ? 503 : 200);
  });
}

async function readLost(request: FastifyRequest, publicUrl: string): Promise<KeptForm | null> {
  const { sent, leftOut } = await readSent(request);
  const fields = fieldsOf(sent);
  return fields && { ...formOf(request, { sent, fields }, publicUrl), leftOut };
}

async function readSent(request: FastifyRequest): Promise<{ sent: unknown; leftOut: boolean }> {
  if (!request.isMultipart()) return { sent: request.body, leftOut: false };
  const { fields: sent, file } = await readUpload(request, LARGEST_LOST_FORM_BYTES);
  file?.file.resume();
  return { sent, leftOut: file !== null };
}
