import type { FastifyInstance, FastifyReply } from 'fastify';
import type { BrandService } from '../../services/brand/brand.ts';
import { BRAND_FILES } from '../../domain/brand/brand.ts';
import { readColor } from '../../domain/brand/color.ts';
import { accentSheet } from '../../services/brand/shown.ts';

type ByHash = { Params: { hash: string } };
type ByColor = { Params: { color: string } };

const HASH = /^[0-9a-f]{64}$/;

/** Whatever it is, a browser runs nothing of it. */
const NOTHING_RUNS = "default-src 'none'; sandbox";

/**
 * The logo and the style sheet of the brand, for everybody: by the hash of what they are, so that they can be kept for good.
 * A logo that another took the place of is still there, for e-mails that were sent.
 */
export function registerBrandFiles(app: FastifyInstance, brand: Pick<BrandService, 'logo'>): void {
  app.get<ByHash>(`${BRAND_FILES}/:hash/logo`, { schema: { hide: true } }, async ({ params: { hash } }, reply) => {
    const logo = HASH.test(hash) ? await brand.logo(hash) : null;
    if (!logo) return reply.callNotFound();
    return send(reply.header('content-security-policy', NOTHING_RUNS), logo.type, logo.content);
  });

  app.get<ByColor>(`${BRAND_FILES}/:color/accent.css`, { schema: { hide: true } }, async ({ url, params }, reply) => {
    const color = readColor(params.color.split('-')[0]!);
    const sheet = color && accentSheet(color);
    if (sheet?.url !== url) return reply.callNotFound();
    return send(reply, 'text/css; charset=utf-8', sheet.content);
  });
}

function send(reply: FastifyReply, type: string, content: Buffer | string): FastifyReply {
  reply.type(type).header('cache-control', 'public, max-age=31536000, immutable');
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(content);
}
