import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(file, 'utf8');
const ownFile = (name: string) => join(import.meta.dirname, 'assets', name);
const own = (name: string) => read(ownFile(name));

const COMPRESS = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Encoding = keyof typeof COMPRESS;

type Asset = { address: string; type: string; plain: Buffer; packed: Map<Encoding, Promise<Buffer>> };

/** What is ours, in the order in which it applies: tokens first, paper last. */
const OWN_STYLES = ['tokens', 'tabler', 'type', 'frame', 'head', 'states', 'tables', 'matrix', 'forms', 'print']
  .map((name) => own(`styles/${name}.css`))
  .join('');

/** What pages use of Tabler, kept by `npm run styles`, and what is ours. */
const STYLES = {
  ltr: asset('ltr.css', 'text/css; charset=utf-8', own('tabler.ltr.css') + OWN_STYLES),
  rtl: asset('rtl.css', 'text/css; charset=utf-8', own('tabler.rtl.css') + OWN_STYLES),
};
const ICON = asset('icon.svg', 'image/svg+xml; charset=utf-8', own('icon.svg'));
const TOUCH_ICON = asset('touch-icon.png', 'image/png', readFileSync(ownFile('touch-icon.png')));
const SCRIPT = asset(
  'portal.js',
  'text/javascript; charset=utf-8',
  [
    read(require.resolve('htmx.org/dist/htmx.min.js')),
    read(require.resolve('htmx.org/dist/ext/hx-ptag.min.js')),
    own('portal.js'),
  ].join('\n;\n'),
);

/** The address of the script of every page. It changes with its content, so that it can be kept for good. */
export const SCRIPT_ADDRESS = SCRIPT.address;

/** The addresses of the drawings that browsers put on a tab, and telephones among their applications. */
export const ICON_ADDRESS = ICON.address;
export const TOUCH_ICON_ADDRESS = TOUCH_ICON.address;

/** The address of the style sheet of pages that are read in this direction; the same about its content. */
export function styleSheetFor(direction: 'ltr' | 'rtl'): string {
  return STYLES[direction].address;
}

/** Serves the style sheets, the script and the icons, each compressed once, when it is first asked for. */
export async function registerAssets(app: FastifyInstance): Promise<void> {
  for (const { address, type, plain, packed } of [...Object.values(STYLES), SCRIPT, ICON, TOUCH_ICON])
    app.get(address, { schema: { hide: true } }, async (request, reply) => {
      const accepted = String(request.headers['accept-encoding']);
      const encoding = (['br', 'gzip'] satisfies Encoding[]).find((name) => accepted.includes(name));
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable');
      reply.header('vary', 'accept-encoding').header('x-content-type-options', 'nosniff');
      if (!encoding) return reply.send(plain);
      const content = packed.get(encoding) ?? COMPRESS[encoding](plain);
      packed.set(encoding, content);
      return reply.header('content-encoding', encoding).send(await content);
    });
}

function asset(name: string, type: string, content: string | Buffer): Asset {
  const plain = Buffer.from(content as Uint8Array | string);
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  const address = `/assets/${hash}-${name}`;
  return { address, type, plain, packed: new Map() };
}
