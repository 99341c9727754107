import type { FastifyReply } from 'fastify';
import { mayChangeBrand, maySeeBrand } from '../../../domain/people/permissions.ts';
import type { BrandService, SeenBrand } from '../../../services/brand/brand.ts';
import { whoever } from '../../../services/permissions/permit.ts';
import { BrandChange, BrandView } from '../../schemas/accounts/brand.ts';
import { IfMatch } from '../../schemas/common.ts';
import type { Api } from '../../types.ts';
import { askedWhere } from '../asked-by.ts';

/** How the vendor shows itself on pages and in e-mails. */
export function brandRoutes(app: Api, brand: BrandService): void {
  const tags = ['Settings'];

  app.get(
    '/v1/settings/brand',
    {
      config: { scope: 'accounts:read', ...whoever(maySeeBrand) },
      schema: {
        ...{ tags, operationId: 'readBrand', summary: 'Read how the vendor shows itself' },
        ...{ answersWith: ['ETag'], response: { 200: BrandView } },
      },
    },
    async (_request, reply) => sendBrand(reply, await brand.read()),
  );

  app.put(
    '/v1/settings/brand',
    {
      config: { scope: 'accounts:write', ...whoever(mayChangeBrand) },
      schema: {
        ...{ tags, operationId: 'changeBrand', summary: 'Change how the vendor shows itself', body: BrandChange },
        ...{ headers: IfMatch, answersWith: ['ETag'], problems: ['CHANGED_MEANWHILE'], response: { 200: BrandView } },
        description: 'On every page and in every e-mail from then on.',
      },
    },
    async (request, reply) => sendBrand(reply, await brand.change(request.body, askedWhere(request))),
  );
}

function sendBrand(reply: FastifyReply, { version, view }: SeenBrand): FastifyReply {
  return reply.header('etag', `"${version}"`).send(view);
}
