import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../services/accounts/sessions.ts';
import type { Access } from '../../services/permissions/access.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { createPermit } from '../../services/permissions/permit.ts';
import { refuseForeignOrigins } from './same-origin.ts';
import { isCarried, leadToSignIn } from './led-to-sign-in.ts';
import { createLimit, PERSON_PACE } from '../../services/pace.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For the route that ends a session, also one of which nobody knows at this moment whether it goes on. */
    endsSession?: true;
  }
}

/** A form of who is signed in has a field for each server, or a string that an AppSuite shows. */
const LARGEST_FORM_BYTES = 1_048_576;

/** Asks a person who opens page after page to wait. Problems: TOO_MANY_REQUESTS. */
export type RefuseHaste = (viewer: Viewer) => void;

/** One for all pages of whoever is signed in. */
export function createRefuseHaste(clock: () => number): RefuseHaste {
  const refuse = createLimit(PERSON_PACE);
  return ({ person }) => refuse(person.id, clock());
}

/**
 * Makes an encapsulated part of the portal one for who is signed in: everybody else is led to signing in and back, and a
 * form is carried along; see `carryLostForms`. Each page says in its `config` who may open it, as the API's routes do; one
 * that says nothing is the vendor's alone.
 */
export function signedInOnly(app: FastifyInstance, { access }: { access: Access }, refuseHaste: RefuseHaste): void {
  const permit = createPermit(access);
  refuseForeignOrigins(app);
  app.addHook('onRoute', (route) => {
    route.bodyLimit = LARGEST_FORM_BYTES;
  });
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { viewer = null, ended = null } = request.reader ?? {};
    if (!viewer) {
      if (request.routeOptions.config.endsSession) return;
      if (isCarried(request)) {
        request.isLost = true;
        return;
      }
      if (ended === 'unreachable') throw new ProblemError('IDENTITY_PROVIDER_UNREACHABLE');
      return leadToSignIn(request, reply);
    }
    refuseHaste(viewer);
    request.actor = viewer;
    await permit(request);
  });
}

/** Who is signed in, in the handler of a page under {@link signedInOnly}. */
export function viewerOf({ reader }: FastifyRequest): Viewer {
  if (!reader?.viewer) throw new Error('This route is not under signedInOnly');
  return reader.viewer;
}
