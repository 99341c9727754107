import type { FastifyRequest } from 'fastify';
import Type from 'typebox';

/** Whoever would wait longer asks again. */
const LONGEST_WAIT_SECONDS = 10;

/** RFC 7240: what is not understood of it is ignored. */
export const Prefer = Type.Object({
  prefer: Type.Optional(
    Type.String({
      maxLength: 200,
      description: `\`wait=1\` waits that many seconds, at most ${LONGEST_WAIT_SECONDS}, for the order to be delivered; the answer is the same where it is not`,
    }),
  ),
});

/** How long whoever asks would wait, in milliseconds; 0 where it does not say so. */
export function waitMsOf({ headers }: Pick<FastifyRequest, 'headers'>): number {
  const [, seconds = '0'] =
    /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:[,;]|$)/i.exec(String(headers.prefer ?? '')) ?? [];
  return Math.min(Number(seconds), LONGEST_WAIT_SECONDS) * 1_000;
}
