import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { namesOfDoers } from '../../db/queries/pages/people.ts';
import { BATCH_KINDS, ITEM_OUTCOMES, MOST_BATCH_BYTES, type BatchAsk } from '../../domain/batches.ts';
import { IRREVERSIBLE_BATCHES } from '../../domain/irreversible.ts';
import { mayChangeOrders } from '../../domain/people/permissions.ts';
import type { BATCH_FILES, ReadBatchFile } from '../../services/batches/receiving.ts';
import { hashOfJson } from '../../services/canonical.ts';
import { whoever } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { codeOf } from '../error-code.ts';
import { readForm, type FormBody } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { readChoice, readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { asksAgainItself, type ProveFirst } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { readUpload } from '../uploads.ts';
import { BatchesPage, type TypedBatch } from './list-page.tsx';
import { BatchPage } from './page.tsx';

type OfBatch = { Params: { id: string }; Querystring: Query };

const PAGE_ROWS = 25;
const ITEM_ROWS = 100;
/** More than a batch may have, so that the service says what is wrong with one. */
const READ_BYTES = MOST_BATCH_BYTES + 1;

/** What a file is by its name. */
const FILES: Record<string, (typeof BATCH_FILES)[number]> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
};

/** Many orders, or facts of orders, at once, by a file. */
export function registerBatches(
  app: FastifyInstance,
  { batches, em }: PageServices,
  { readFile, proveFirst }: { readFile: ReadBatchFile; proveFirst: ProveFirst },
): void {
  const managed = { config: whoever(mayChangeOrders) };

  app.get<{ Querystring: Query }>('/batches', managed, (request, reply) =>
    showAll(request, reply, { kind: 'orders', looks: true, request: undefined }, null),
  );

  const managedWithProof = { config: { ...managed.config, ...asksAgainItself } };
  app.post<{ Querystring: Query }>('/batches', managedWithProof, async (request, reply) => {
    const { fields, file } = await readUpload(request, READ_BYTES);
    const typed = readBatch(fields);
    const isForGood = !typed.looks && IRREVERSIBLE_BATCHES.includes(typed.kind);
    if (isForGood && (await proveFirst(request, reply, { fields, leftOut: file !== null }))) {
      file?.file.resume();
      return reply;
    }
    const { wrong } = request.reader!.language.texts.batches;
    if (!file) return showAll(request, reply, typed, wrong.file);
    const type = FILES[file.filename.toLowerCase().split('.').at(-1)!];
    try {
      if (!type) return await showAll(request, reply, typed, wrong.kindOfFile);
      const { kind, looks: preview } = typed;
      const { items, contentHash } = readFile(type, kind, file.file);
      const { by, requestId: key } = askedByForm(request, fields);
      const hash = () => hashOfJson([kind, preview, contentHash()]);
      const { id } = await batches.receive({ kind, preview, by, key, items, contentHash: hash });
      return await reply.redirect(`/batches/${id}`, 303);
    } catch (error) {
      const said = sentenceOf(codeOf(error), wrong);
      if (said === undefined) throw error;
      // Another file is another batch.
      return showAll(request, reply, { ...typed, request: undefined }, said);
    } finally {
      file.file.resume();
    }
  });

  app.get<OfBatch>('/batches/:id', managed, async (request, reply) => {
    const { id } = request.params;
    const outcome = readChoice(request.query.outcome, ['any', ...ITEM_OUTCOMES]);
    const cursor = readText(request.query.cursor) || undefined;
    const [batch, listed] = await Promise.all([
      batches.read(id),
      batches.listItems(id, outcome === 'any' ? undefined : outcome, { limit: ITEM_ROWS, cursor }),
    ]);
    const names = await namesOfDoers(em(), [batch.by], viewerOf(request).account.id);
    return sendPage(reply, <BatchPage {...{ batch, outcome, ...listed }} sender={names.get(batch.by)} />);
  });

  app.get<OfBatch>('/batches/:id/items.csv', managed, async (request, reply) => {
    const { id } = request.params;
    const outcome = readChoice(request.query.outcome, ['any', ...ITEM_OUTCOMES]);
    const csv = await batches.itemsAsCsv(id, outcome === 'any' ? undefined : outcome);
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="batch-${id}.csv"`);
    return reply.send(csv);
  });

  app.post<OfBatch>('/batches/:id', managed, (request, reply) =>
    ask(request, reply, readForm(request).ask === 'paused' ? 'paused' : 'running'),
  );

  app.get<OfBatch>('/batches/:id/cancel', managed, async (request, reply) => {
    const { id } = await batches.read(request.params.id);
    const { batches: texts } = request.reader!.language.texts;
    const back = { href: `/batches/${id}`, text: texts.title };
    return sendPage(reply, <ConfirmPage {...texts.canceling} back={back} />);
  });

  app.post<OfBatch>('/batches/:id/cancel', managed, (request, reply) => ask(request, reply, 'canceled'));

  async function ask({ params: { id } }: FastifyRequest<OfBatch>, reply: FastifyReply, asked: BatchAsk) {
    try {
      await batches.ask(id, asked);
    } catch (error) {
      // Its page says that it is over.
      if (codeOf(error) !== 'BATCH_OVER') throw error;
    }
    return reply.redirect(`/batches/${id}`, 303);
  }

  async function showAll(
    request: FastifyRequest<{ Querystring: Query }>,
    reply: FastifyReply,
    typed: TypedBatch,
    wrong: string | null,
  ) {
    const cursor = readText(request.query.cursor) || undefined;
    const listed = await batches.list({}, { limit: PAGE_ROWS, cursor });
    return sendPage(reply, <BatchesPage {...listed} typed={typed} wrong={wrong} />, wrong === null ? 200 : 422);
  }
}

function readBatch({ kind, what, request }: FormBody): TypedBatch {
  return { kind: readChoice(kind, BATCH_KINDS), looks: what !== 'run', request };
}

/** Why a file was not taken in; undefined for what is no fault of it. */
function sentenceOf(code: string, wrong: { kindOfFile: string; tooLarge: string }): string | undefined {
  if (code === 'TOO_LARGE') return wrong.tooLarge;
  return ['INVALID_REQUEST', 'MALFORMED_BODY', 'IDEMPOTENCY_KEY_REUSED'].includes(code) ? wrong.kindOfFile : undefined;
}
