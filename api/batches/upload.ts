import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { MOST_BATCH_BYTES, type BatchKind } from '../../domain/batches.ts';
import { batchTooLarge } from '../../services/batches/receiving.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { csvItems } from './csv.ts';
import { jsonLines } from './ndjson.ts';

/** The kinds of bodies that are read as they come. */
export const UPLOADS = ['application/x-ndjson', 'text/csv'] as const;
export type Upload = (typeof UPLOADS)[number];

/** What a body of such a kind says, item by item as it comes, and the hash of what has come, which is whole at the end. */
export function readUpload(type: Upload, kind: BatchKind, body: Readable) {
  const hash = createHash('sha256').update(type);
  const chunks = bounded(body, (chunk) => void hash.update(chunk));
  return {
    items: type === 'text/csv' ? csvItems(kind, chunks) : jsonLines(chunks),
    contentHash: () => hash.digest('hex'),
  };
}

/**
 * What comes in, up to the bound. Whoever stops reading it leaves the connection as it is, so that an answer reaches the
 * caller, who may be sending. Problems: TOO_LARGE, MALFORMED_BODY where it breaks off.
 */
async function* bounded(body: Readable, read: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BATCH_BYTES) throw batchTooLarge();
      read(chunk);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('MALFORMED_BODY');
  }
  // A connection that was lost ends what is read like any other end.
  if ((body as Partial<IncomingMessage>).complete === false) throw new ProblemError('MALFORMED_BODY');
}
