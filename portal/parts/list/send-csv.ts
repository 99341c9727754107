import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Answers with a file of rows as they come, under a name without its ending. What is refused before any comes is refused as a
 * page; for whoever asks for the headers alone nothing more is read.
 */
export async function sendCsv(reply: FastifyReply, name: string, parts: AsyncGenerator<string>): Promise<FastifyReply> {
  const first = await parts.next();
  const isWhole = reply.request.method !== 'HEAD';
  if (!isWhole) await parts.return(undefined);
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(Readable.from(isWhole ? whole() : []));

  async function* whole() {
    if (!first.done) yield first.value;
    yield* parts;
  }
}
