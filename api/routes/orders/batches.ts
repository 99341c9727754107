import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { BatchAsk, BatchKind } from '../../../domain/batches.ts';
import type { BatchService } from '../../../services/batches/batches.ts';
import type { PostedBatch } from '../../../services/batches/receiving.ts';
import { hashOfJson } from '../../../services/canonical.ts';
import { checkCharset } from '../../../services/input.ts';
import { actorOf } from '../../../services/permissions/permit.ts';
import { invalid } from '../../../services/problems/problems.ts';
import { createReadBatchFile } from '../../batches/files.ts';
import { createReadItems } from '../../batches/items.ts';
import { UPLOADS, type Upload } from '../../batches/upload.ts';
import { keyOf, markReplayed } from '../../hooks/idempotency.ts';
import { isPreview } from '../../preview.ts';
import {
  BatchQuery,
  BatchView,
  ItemQuery,
  ItemRows,
  ItemView,
  PostedBatch as PostedBatchSchema,
  PostedLines,
  PostedRows,
  PostingQuery,
  Received,
} from '../../schemas/orders/batches.ts';
import { Closed, Id, Page } from '../../schemas/common.ts';
import type { Api } from '../../types.ts';

const ById = Closed({ id: Id });

/** A batch takes the scope of its items, of which each changes orders. */
const WRITE = { scope: 'orders:write' } as const;
const READ = { scope: 'orders:read' } as const;

const ASKS = [
  { path: 'pause', operationId: 'pauseBatch', asked: 'paused', summary: 'Have a batch begin no other item' },
  { path: 'resume', operationId: 'resumeBatch', asked: 'running', summary: 'Have a paused batch go on' },
  {
    path: 'cancel',
    operationId: 'cancelBatch',
    asked: 'canceled',
    summary: 'End a batch where it is: what is done stays',
  },
] as const satisfies { path: string; operationId: string; asked: BatchAsk; summary: string }[];

/** Many orders, or facts of orders, at once. */
export function batchRoutes(app: Api, batches: BatchService): void {
  const tags = ['Batches'];
  const readItem = createReadItems();
  const readFile = createReadBatchFile();

  for (const type of UPLOADS)
    app.addContentTypeParser(type, async ({ headers }: FastifyRequest, body: Readable) => {
      checkCharset(headers['content-type']);
      return body;
    });

  app.post(
    '/v1/batches',
    {
      config: { ...WRITE, readsItems: true },
      schema: {
        ...{ tags, operationId: 'postBatch', summary: 'Post many orders, or facts of orders, at once' },
        ...{ querystring: PostingQuery, answersWith: ['Location'], problems: ['TEMPORAL_UNAVAILABLE'] },
        description:
          'Each is judged when its turn comes, as its own call would; those of one order in sequence. Of JSON in one piece the body says what the query says of others. The same `Idempotency-Key` and content is the same batch.',
        body: {
          content: {
            'application/json': { schema: PostedBatchSchema },
            'application/x-ndjson': { schema: PostedLines },
            'text/csv': { schema: PostedRows },
          },
        },
        response: { 202: Received },
      },
    },
    async (request, reply) => {
      const { id, isRepeat } = await batches.receive(postedBy(request));
      if (isRepeat) markReplayed(reply);
      return reply.code(202).header('location', `/v1/batches/${id}`).send({ id });
    },
  );

  app.get(
    '/v1/batches',
    {
      config: READ,
      schema: {
        ...{
          tags,
          operationId: 'listBatches',
          summary: 'List batches, the last started first',
          querystring: BatchQuery,
        },
        response: { 200: Page(BatchView) },
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => batches.list(filter, { limit, cursor }),
  );

  app.get(
    '/v1/batches/:id',
    {
      config: READ,
      schema: {
        tags,
        operationId: 'readBatch',
        summary: 'Read how a batch stands',
        params: ById,
        response: { 200: BatchView },
      },
    },
    async ({ params }) => batches.read(params.id),
  );

  app.get(
    '/v1/batches/:id/items',
    {
      config: READ,
      schema: {
        ...{
          tags,
          operationId: 'listBatchItems',
          summary: 'List the items of a batch with what became of them',
          params: ById,
        },
        description: 'With `Accept: text/csv` all of them as a file.',
        querystring: ItemQuery,
        response: { 200: Type.Union([Page(ItemView), ItemRows]) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { outcome, limit, cursor } = request.query;
      reply.header('vary', 'accept');
      if (!/\btext\/csv\b/i.test(request.headers.accept ?? ''))
        return batches.listItems(id, outcome, { limit, cursor });
      const csv = await batches.itemsAsCsv(id, outcome);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="batch-${id}.csv"`)
        .header('cache-control', 'no-store')
        .send(csv);
    },
  );

  for (const { path, operationId, asked, summary } of ASKS)
    app.post(
      `/v1/batches/:id/${path}`,
      {
        config: WRITE,
        schema: {
          ...{ tags, operationId, summary, params: ById, response: { 202: BatchView } },
          problems: ['BATCH_OVER', 'TEMPORAL_UNAVAILABLE'],
          description: 'What it is already is no error. The answer can be how it stood a moment before.',
        },
      },
      async ({ params }, reply) => reply.code(202).send(await batches.ask(params.id, asked)),
    );

  /** Problems: INVALID_REQUEST where it is not said what the items are. */
  function postedBy(request: FastifyRequest): PostedBatch {
    const { by } = actorOf(request);
    const about = { by, key: keyOf(request) };
    const { kind: queried } = request.query as { kind?: BatchKind };
    if (!(request.body instanceof Readable)) {
      if (queried !== undefined) throw invalid([{ pointer: '/kind', message: 'is said by the body' }]);
      const { kind, items, ...asked } = request.body as { kind: BatchKind; items: unknown[]; preview?: boolean };
      const preview = asked.preview === true || isPreview(request);
      return {
        ...{ ...about, kind, preview },
        items: Readable.from(items.values().map((item) => readItem(kind, () => item))),
        contentHash: () => hashOfJson([kind, preview, items]),
      };
    }
    if (queried === undefined) throw invalid([{ pointer: '/kind', message: 'is missing' }]);
    return { ...about, ...uploaded(request.body, request.headers['content-type']!, queried, isPreview(request)) };
  }

  function uploaded(body: Readable, contentType: string, kind: BatchKind, preview: boolean) {
    const type = UPLOADS.find((known) => contentType.toLowerCase().startsWith(known)) as Upload;
    const { items, contentHash } = readFile(type, kind, body);
    return { kind, preview, items, contentHash: () => hashOfJson([kind, preview, contentHash()]) };
  }
}
