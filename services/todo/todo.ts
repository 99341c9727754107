import { versionsAnywhere } from '../../db/queries/advisories/affected.ts';
import { openAdvisories } from '../../db/queries/advisories/advisories.ts';
import { acknowledge, takeBackAcknowledgement } from '../../db/queries/todo/acknowledgements.ts';
import { listCustomers, type CustomerQuery } from '../../db/queries/pages/customers.ts';
import { dueAt, type Reading } from '../../db/queries/todo/items.ts';
import { listTodo, type TodoPosition, type TodoQuery, type TodoRow } from '../../db/queries/todo/list.ts';
import type { AdvisedVersion } from '../../db/queries/todo/servers.ts';
import { isInRange, parseRange } from '../../domain/advisories/range.ts';
import { lasting } from '../../domain/condition/line.ts';
import { mayManageWebhooks, sightOf, type Caller } from '../../domain/people/permissions.ts';
import { isWithin } from '../../domain/people/scopes.ts';
import { TODO, TODO_KINDS, TODO_UNTIL, type TodoKind } from '../../domain/todo.ts';
import { causeOf, type Asked } from '../asked.ts';
import { createCursors } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { ProblemError } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import { isTheirs } from './theirs.ts';

/** What is asked for: of one kind, customer or server, or what was acknowledged in place of what was not. */
export type TodoFilter = {
  kind?: TodoKind | undefined;
  customer?: string | undefined;
  server?: string | undefined;
  acknowledged?: boolean | undefined;
};

type Page = { limit: number; cursor?: string | undefined };

export type TodoService = ReturnType<typeof createTodoService>;

/** An item as the API answers it; instants are ISO 8601 UTC, days those of the customer. */
export type TodoView = ReturnType<typeof present>;

/** What is to be done by whoever asks, over all that it sees; portal and API both come here. */
export function createTodoService({ orm, clock, secretKeys }: Deps) {
  const cursors = createCursors(secretKeys);
  const em = () => orm.em.fork();

  /** The versions that an open advisory concerns, whoever has them. */
  async function advised(): Promise<AdvisedVersion[]> {
    const open = await openAdvisories(em());
    if (open.length === 0) return [];
    const versions = await versionsAnywhere(em());
    return open.flatMap(({ id, title, severity, affects, publishedAt: at }) => {
      const range = parseRange(affects);
      const concerned = range ? versions.filter((version) => isInRange(version, range)) : [];
      return concerned.map((version) => ({ id, title, severity, at, version }));
    });
  }

  /** Whose list it is, and of which kinds. */
  async function reading(caller: Caller) {
    const nowMs = clock();
    return {
      ...{ sight: sightOf(caller), account: caller.account.id, nowMs, versions: await advised() },
      kinds: TODO_KINDS.filter((kind) => isWithin(caller.scopes, TODO[kind].scope)),
      readsWebhooks: mayManageWebhooks(caller, caller.account),
    };
  }

  async function read(caller: Caller, asked: Omit<TodoQuery, keyof Reading>) {
    const about = await reading(caller);
    return { ...(await listTodo(em(), { ...about, ...asked })), nowMs: about.nowMs };
  }

  return {
    /**
     * What is to be done, what matters most first and then what is due first, and how many there are of each kind, whichever
     * is asked for. Problems: INVALID_REQUEST for a forged cursor.
     */
    async list(caller: Caller, { acknowledged = false, ...filter }: TodoFilter, { limit, cursor }: Page) {
      const after = cursors.read<TodoPosition>('todo', cursor);
      const { items, counts, nowMs } = await read(caller, {
        ...filter,
        acknowledged,
        limit: limit + 1,
        after,
        item: undefined,
      });
      const shown = items.slice(0, limit);
      const last = shown.at(-1);
      const more = items.length > limit && last;
      return {
        items: shown.map((row) => present(caller, row, nowMs)),
        counts: Object.fromEntries(TODO_KINDS.map((kind) => [kind, counts[kind] ?? 0])) as Record<TodoKind, number>,
        nextCursor: more ? cursors.write('todo', { severity: last.severity, due: last.due, id: last.id }) : null,
      };
    },

    /**
     * Says that the caller's account knows of something: it is not listed until it happens again, which is another item. Once
     * more is no error, and changes nothing. Problems: NOT_FOUND where it is not to be done, INVALID_REQUEST.
     */
    async acknowledge(caller: Caller, item: string, note: string | null, asked: Asked): Promise<TodoView> {
      checkTexts({ '/note': note ?? undefined });
      const find = async (acknowledged: boolean) => {
        const { items, nowMs } = await read(caller, { acknowledged, item, limit: 1, after: null });
        return items[0] && { row: items[0], nowMs };
      };
      const found = await find(false);
      if (found) {
        const { kind, order, server } = found.row;
        const about = { item, kind, ...(order && { order: order.number }), ...(server && { server: server.id }) };
        await acknowledge(em(), caller.account.id, { ...about, note }, causeOf(asked, clock()));
      }
      const kept = await find(true);
      if (!kept) throw new ProblemError('NOT_FOUND');
      return present(caller, kept.row, kept.nowMs);
    },

    /** The customers that a caller sees, with what of each is to be done. */
    async customers(caller: Caller, asked: Pick<CustomerQuery, 'q' | 'sort' | 'limit' | 'offset'>) {
      const about = await reading(caller);
      return listCustomers(em(), { ...about, ...asked });
    },

    /** Takes that back: it is listed again, if it is still so. What was not acknowledged is left alone. */
    async takeBack(caller: Caller, item: string, asked: Asked): Promise<void> {
      await takeBackAcknowledgement(em(), caller.account.id, item, causeOf(asked, clock()));
    },
  };
}

function present(caller: Caller, row: TodoRow, nowMs: number) {
  const { id, kind, customer, order, delivery, server, lines, detail, acknowledged } = row;
  const { severity, remedy: usual } = TODO[kind];
  const due = dueAt(row);
  const isUntil = TODO_UNTIL.includes(kind);
  const { applications, ...about } = detail ?? {};
  return {
    ...{ id, kind, severity, remedy: detail?.canceled ? null : usual },
    since: isUntil ? null : instant(due),
    ...lasting(isUntil ? due : null, order?.timeZone ?? 'UTC', nowMs),
    ...{ customer, server, delivery, lines },
    order: order && { number: order.number, purchaseOrder: order.purchaseOrder },
    about: { ...about, ...(applications !== undefined && { applications: applications.split(' ') }) },
    yours: isTheirs(caller, row),
    acknowledged: acknowledged && { ...acknowledged, at: instant(acknowledged.at) },
  };
}
