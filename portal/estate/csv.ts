import type { Language } from '../../languages/index.ts';
import { writeCsv, type Cell } from '../parts/csv.ts';
import type { ServerOfCustomer } from '../services.ts';

/** Servers of all customers as CSV, in the reader's language; see {@link writeCsv}. */
export function estateCsv(items: readonly ServerOfCustomer[], language: Language): string {
  const { conditions, estate, servers, words } = language.texts;
  const { exactly } = language.format;
  const columns = [
    ...[words.server, servers.id, words.customer, servers.role, servers.state, estate.version],
    ...[estate.machine, servers.lastContact],
  ];
  const rows = items.map(({ customer, hostname, server }): Cell[] => [
    ...[server.name, server.id, customer.name, words.serverRoles[server.role]],
    ...[conditions.server[server.conditions[0]!.state], server.version, hostname],
    server.lastCheckInAt && exactly(server.lastCheckInAt),
  ]);
  return writeCsv(language, [columns, ...rows]);
}
