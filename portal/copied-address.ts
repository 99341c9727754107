import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LONGEST_PATH, safePath } from './form.ts';

/** What stands at the end of an address and is no letter or digit, escaped or not. */
const BEHIND = /^(.*?)((?:%[0-9a-f]{2}|[^\w%-])+)$/is;
const NOTHING_OF_IT = /[^\p{L}\p{M}\p{N}_-]+$/u;

/**
 * Leads whoever opens an address with what stood behind it in an e-mail, a chat or a sentence (a full stop, a bracket,
 * quotation marks, blanks that nobody sees) to the page that is meant, where there is nothing at the address as it is: to one
 * of this portal, as a browser understands it, and to nothing else.
 */
export function leadFromCopiedAddresses(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const meant = reply.statusCode === 404 && isOpened(request) ? withoutWhatStandsBehind(request.url) : null;
    if (meant === null || safePath(meant, publicUrl) !== meant) return payload;
    reply.removeHeader('content-length').removeHeader('content-type').code(303).header('location', meant);
    return '';
  });
}

/** A person's browser opens a page, and no program asks for anything. */
function isOpened({ method, url, headers: { accept = '' } }: FastifyRequest): boolean {
  return method === 'GET' && accept.includes('text/html') && !url.startsWith('/v1/');
}

/** An address without what stands behind it; null where that is nothing, or all of it, or it is longer than any of ours. Exported for its test. */
export function withoutWhatStandsBehind(url: string): string | null {
  if (url.length > LONGEST_PATH) return null;
  const [, before = '', behind = ''] = BEHIND.exec(url) ?? [];
  if (behind === '' || !before.startsWith('/') || before === '/') return null;
  const kept = decoded(behind).replace(NOTHING_OF_IT, '');
  const meant = before + kept.split('/').map(encodeURIComponent).join('/');
  return meant === url ? null : meant;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
