import type { Language } from '../../languages/index.ts';
import { rowsOf, writeCsvParts, type Cell } from '../parts/list/csv.ts';
import type { ServerOfCustomer } from '../services.ts';

/** Servers of all customers as CSV, in the reader's language; see {@link writeCsvParts}. */
export function estateCsv(
  parts: AsyncIterable<readonly ServerOfCustomer[]>,
  language: Language,
): AsyncGenerator<string> {
  const { conditions, estate, servers, words } = language.texts;
  const { exactly } = language.format;
  const columns = [
    ...[words.server, servers.id, words.customer, servers.role, servers.state, estate.version],
    ...[estate.machine, servers.lastContact],
  ];
  const rows = rowsOf(parts, ({ customer, hostname, server }): Cell[] => [
    ...[server.name, server.id, customer.name, words.serverRoles[server.role]],
    ...[conditions.server[server.conditions[0]!.state], server.version, hostname],
    server.lastCheckInAt && exactly(server.lastCheckInAt),
  ]);
  return writeCsvParts(language, columns, rows);
}
