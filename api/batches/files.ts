import type { Readable } from 'node:stream';
import type { BatchKind } from '../../domain/batches.ts';
import { batchTooLarge, type ReadBatchFile, type ReadItem } from '../../services/batches/receiving.ts';
import { hashOfJson } from '../../services/canonical.ts';
import { textOf } from '../../services/input.ts';
import { invalid } from '../../services/problems/problems.ts';
import { parseJson } from '../../services/strict-json.ts';
import { createReadItems } from './items.ts';
import { readUpload, UPLOADS } from './upload.ts';

/** As large as the body of a call. */
const LARGEST_JSON_BYTES = 1_048_576;

/** Makes what reads files of batches, each item as its own call would. */
export function createReadBatchFile(): ReadBatchFile {
  const readItem = createReadItems();

  return (type, kind, body) => {
    const upload = UPLOADS.find((known) => known === type);
    if (!upload) return readJson(kind, body);
    const { items, contentHash } = readUpload(upload, kind, body);
    return { items: read(), contentHash };

    async function* read(): AsyncGenerator<ReadItem> {
      try {
        for await (const make of items) yield readItem(kind, make);
      } finally {
        // What nobody reads any more still comes in, until the caller has read the answer.
        body.resume();
      }
    }
  };

  /** A list, or an object that has it as `items`. */
  function readJson(kind: BatchKind, body: Readable) {
    let hash = '';
    return { items: read(), contentHash: () => hash };

    async function* read(): AsyncGenerator<ReadItem> {
      const value = parseJson(textOf(await wholeOf(body), undefined));
      const list = Array.isArray(value) ? (value as unknown[]) : (value as { items?: unknown } | null)?.items;
      if (!Array.isArray(list)) throw invalid([{ pointer: '/items', message: 'is a list' }]);
      hash = hashOfJson(list);
      for (const item of list as unknown[]) yield readItem(kind, () => item);
    }
  }
}

/** Problems: TOO_LARGE for more than JSON in one piece may be. */
async function wholeOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_JSON_BYTES) {
      body.resume();
      throw batchTooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
