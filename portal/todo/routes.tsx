import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayAcknowledge } from '../../domain/people/permissions.ts';
import { hashOfJson } from '../../services/canonical.ts';
import { whoever } from '../../services/permissions/permit.ts';
import type { TodoService } from '../../services/todo/todo.ts';
import { codeOf } from '../error-code.ts';
import { readForm, safePath } from '../form.ts';
import { sendPage, statusOf } from '../pages.tsx';
import type { Query } from '../parts/list/query.ts';
import { readName } from '../parts/list/query.ts';
import { sentenceOf } from '../refusals.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { readTodoFilter } from '../parts/list/todo-address.ts';
import { TodoPage, type Refused } from './page.tsx';

export type TodoDeps = { services: { todo: TodoService }; publicUrl: string };

type Item = { Params: { item: string } };

const PAGE_ROWS = 50;
const SAID = ['acknowledged', 'taken-back'] as const;

/** What is to be done by who is signed in; `refused` is why a note could not be kept. */
export async function sendTodo(
  request: FastifyRequest,
  reply: FastifyReply,
  { todo }: TodoDeps['services'],
  refused: (Refused & { status: number }) | null = null,
): Promise<FastifyReply> {
  const viewer = viewerOf(request);
  const query = request.query as Query;
  const { cursor, ...asked } = readTodoFilter(query);
  const list = await todo.list(viewer, asked, { limit: PAGE_ROWS, cursor });
  return sendPage(
    reply,
    <TodoPage
      {...list}
      filter={{ ...asked, cursor }}
      acknowledges={mayAcknowledge(viewer)}
      said={SAID.find((one) => one === query.said) ?? ''}
      refused={refused}
    />,
    refused?.status,
  );
}

/** Saying that something is known, and taking that back; both lead to the list again. */
export function registerTodo(app: FastifyInstance, { services, publicUrl }: TodoDeps): void {
  const config = whoever(mayAcknowledge);

  app.post<Item>('/todo/:item/acknowledge', { config }, async (request, reply) => {
    const { item } = request.params;
    const form = readForm(request);
    const viewer = viewerOf(request);
    const note = readName(form.note) || null;
    const asked = { requestId: hashOfJson([viewer.by, 'acknowledge', item, note, request.id]), by: viewer.by };
    try {
      await services.todo.acknowledge(viewer, item, note, asked);
    } catch (error) {
      const why = sentenceOf(request.reader!.language.texts.refusals, codeOf(error));
      if (why === undefined) throw error;
      return sendTodo(request, reply, services, { why, item, note: note ?? '', status: statusOf(error) });
    }
    return reply.redirect(saying(form.list, 'acknowledged'), 303);
  });

  app.post<Item>('/todo/:item/take-back', { config }, async (request, reply) => {
    const { item } = request.params;
    const viewer = viewerOf(request);
    const requestId = hashOfJson([viewer.by, 'take-back', item, request.id]);
    await services.todo.takeBack(viewer, item, { requestId, by: viewer.by });
    return reply.redirect(saying(readForm(request).list, 'taken-back'), 303);
  });

  /** The list that the form stood in, which says what was done. */
  function saying(list: unknown, said: (typeof SAID)[number]): string {
    const { pathname, searchParams } = new URL(safePath(list, publicUrl), publicUrl);
    searchParams.set('said', said);
    return `${pathname === '/' ? '/' : pathname}?${searchParams.toString()}`;
  }
}
