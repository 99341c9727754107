import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { LARGEST_LOGO_BYTES } from '../../domain/brand/logo.ts';
import { mayChangeBrand, maySeeBrand } from '../../domain/people/permissions.ts';
import { whoever } from '../../services/permissions/permit.ts';
import { sendPage } from '../pages.tsx';
import type { Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { readUpload, wholeOf } from '../uploads.ts';
import { asPosted, asTyped, readTyped, wrongWith } from './brand-form.ts';
import { SettingsPage } from './page.tsx';

/** Larger than a logo may be, so that the service says what is wrong with one. */
const READ_BYTES = LARGEST_LOGO_BYTES + 1;

/** How the vendor shows itself. */
export function registerSettings(app: FastifyInstance, { brand }: PageServices): void {
  app.get<{ Querystring: Query }>('/settings', { config: whoever(maySeeBrand) }, async (request, reply) => {
    const seen = await brand.read();
    const about = { isSaved: request.query.saved !== undefined, mayChange: mayChangeBrand(viewerOf(request)) };
    return sendPage(reply, <SettingsPage typed={asTyped(seen)} version={seen.version} wrong={{}} {...about} />);
  });

  app.post('/settings', { config: whoever(mayChangeBrand) }, async (request, reply) => {
    const { fields, file } = await readUpload(request, READ_BYTES);
    const logo = file ? ((await wholeOf(file)) ?? Buffer.alloc(READ_BYTES)) : null;
    const typed = readTyped(fields);
    const expected = /^\d{1,9}$/.test(fields.version ?? '') ? [Number(fields.version)] : [];
    try {
      const asked = { requestId: randomUUID(), by: viewerOf(request).by, expected };
      await brand.change(asPosted(typed, logo), asked);
      return await reply.redirect('/settings?saved', 303);
    } catch (error) {
      const wrong = wrongWith(error, typed, request.reader!.language);
      const { version } = await brand.read();
      const page = <SettingsPage {...{ typed, version, wrong }} isSaved={false} mayChange />;
      return sendPage(reply, page, wrong.changed ? 409 : 422);
    }
  });
}
