import { TODO_KINDS, type TodoKind } from '../../../domain/todo.ts';
import { readText, type Query } from './query.ts';

/** What a reader asked to see of what is to be done, as it stands in the page's address. */
export type TodoFilter = {
  kind: TodoKind | undefined;
  customer: string | undefined;
  server: string | undefined;
  acknowledged: boolean;
  cursor: string | undefined;
};

/** Reads an address; what it does not say, or says wrong, is as usual. */
export function readTodoFilter({ kind, customer, server, acknowledged, cursor }: Query): TodoFilter {
  return {
    kind: TODO_KINDS.find((one) => one === kind),
    customer: readText(customer) || undefined,
    server: readText(server) || undefined,
    acknowledged: acknowledged === 'true',
    cursor: typeof cursor === 'string' && cursor !== '' ? cursor : undefined,
  };
}

/** The address of what a filter says, from the beginning of the list. */
export function addressOf({ kind, customer, server, acknowledged }: Partial<TodoFilter>): string {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(customer && { customer }),
    ...(server && { server }),
    ...(acknowledged && { acknowledged: 'true' }),
  }).toString();
  return query ? `/?${query}` : '/';
}
