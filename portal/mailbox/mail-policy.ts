import { createHash } from 'node:crypto';

/** What a link in a mail may do from inside its frame: open a page of its own, as in a mail program. */
export const FRAME_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/**
 * The Content-Security-Policy for showing an e-mail: no scripts, and of inline styles exactly those that it has, by
 * their hashes, as e-mails are styled inline.
 */
export function mailPolicy(html: string): string {
  const sheets = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, sheet]) => sheet!);
  const attributes = [...html.matchAll(/\sstyle="([^"]*)"/g)].map(([, attribute]) => unescape(attribute!));
  const hashes = [...new Set([...sheets, ...attributes])].map((style) => `'sha256-${sha256(style)}'`);
  return [
    "default-src 'none'",
    'img-src https: data:',
    `style-src 'unsafe-hashes' ${hashes.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    `sandbox ${FRAME_SANDBOX}`,
  ].join('; ');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The characters that React writes as entities in an attribute. */
function unescape(attribute: string): string {
  const characters: Record<string, string> = { quot: '"', '#x27': "'", lt: '<', gt: '>', amp: '&' };
  return attribute.replace(/&(quot|#x27|lt|gt|amp);/g, (_entity, name: string) => characters[name]!);
}
