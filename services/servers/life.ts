import {
  positionAfter,
  readJournal,
  toldElsewhere,
  type JournalItem,
  type JournalPosition,
} from '../../db/queries/read-journal.ts';
import { serverWorkflowId } from '../../temporal/contract.ts';
import { refusedActivations } from '../../db/queries/servers/refused-activations.ts';
import { createCursors } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { presentEvent } from '../event-view.ts';
import type { KnownServers } from './known.ts';

type Page = { limit: number; cursor?: string | undefined };

/** What became of servers, as their journals and those of their orders say it. */
export function createServerLife({ orm, secretKeys }: Pick<Deps, 'orm' | 'secretKeys'>, { look }: KnownServers) {
  const cursors = createCursors(secretKeys);
  const em = () => orm.em.fork();

  /** A refused activation says how often it was refused that day for that cause, and what the last machine said of itself. */
  async function withCounts(id: string, items: JournalItem[]): Promise<JournalItem[]> {
    const refused = items.filter(({ type }) => type === 'activation-refused');
    const firstAt = refused.map(({ at }) => at);
    const counted = await refusedActivations(em(), id, firstAt);
    return items.map((item) => {
      const { code, mode = 'online' } = item.data;
      const count = refused.includes(item)
        ? counted.find((one) => one.firstAt === item.at && one.code === code && one.mode === mode)
        : undefined;
      if (!count) return item;
      const { times, lastAt, fingerprint, version } = count;
      return { ...item, data: { ...item.data, times, lastAt, fingerprint, version } };
    });
  }

  return {
    /** A server's journal, what was learnt when it called and what orders took back from it, oldest first; its end has a cursor too, to go on from. Problems: NOT_FOUND, INVALID_REQUEST. */
    async listEvents(id: string, { limit, cursor }: Page) {
      await look(id);
      const stream = serverWorkflowId(id);
      const after = cursors.read<JournalPosition>(stream, cursor) ?? {};
      const items = await readJournal(em(), [stream, `contact/${id}`], { types: [] }, limit, after, toldElsewhere(id));
      const counted = await withCounts(id, items);
      return { items: counted.map(presentInLife), nextCursor: cursors.write(stream, positionAfter(items, after)) };
    },
  };
}

/** An event of an order names it in a server's life. */
function presentInLife(item: JournalItem) {
  const [kind, order] = item.stream.split('/');
  return presentEvent(kind === 'order' ? { ...item, data: { ...item.data, order } } : item);
}
