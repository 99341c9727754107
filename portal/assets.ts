import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { portalStyles } from './styles.ts';

const require = createRequire(import.meta.url);

const TABLER_FILE = require.resolve('@tabler/core/dist/css/tabler.min.css');
const TABLER = readFileSync(TABLER_FILE, 'utf8');
const PORTAL = portalStyles(TABLER);

/** The style sheets of every page. Their addresses change with their content, so that they can be kept for good. */
export const STYLE_SHEETS = [
  `/assets/tabler-${shortHash(TABLER)}.css`,
  `/assets/portal-${shortHash(PORTAL)}.css`,
] as const;

/** Serves the style sheets. */
export async function registerAssets(app: FastifyInstance): Promise<void> {
  const [tabler, portal] = STYLE_SHEETS;
  await app.register(fastifyStatic, { root: dirname(TABLER_FILE), serve: false, immutable: true, maxAge: '365d' });
  app.get(tabler, (_request, reply) => reply.sendFile(basename(TABLER_FILE)));
  app.get(portal, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(PORTAL),
  );
}

function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
