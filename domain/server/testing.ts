import { Refusal } from '../refusal.ts';
import { firstToken, isTesting, type Server, type ServerCommand, type ServerEvent } from './server.ts';

/**
 * Has a server of role `test` use what is free for tests of these applications and of no others; a server that gets another
 * role gives them back. Whether they are free, whoever knows the other servers judges. Refusals: TEST_ROLE, RETURN_REQUIRED.
 */
export function changeTestUnits(
  server: Server,
  { role = server.role, testUnits, tokenKey }: ServerCommand & { type: 'change' },
  atMs: number,
): ServerEvent[] {
  const former = server.testUnits ?? [];
  if (role !== 'test' && testUnits?.length) throw new Refusal('TEST_ROLE');
  const wanted = role === 'test' ? [...new Set(testUnits ?? former)].sort() : [];
  if (wanted.join('\n') === former.join('\n')) return [];
  if (wanted.length > 0 && server.offline?.length) throw new Refusal('RETURN_REQUIRED');
  const token = server.token ?? (wanted.length > 0 && tokenKey !== undefined ? firstToken(tokenKey, atMs) : null);
  return [{ type: 'test-units-changed', testUnits: wanted, formerTestUnits: former, token }];
}

/** What is free for tests needs a connection, by which it can be taken back. Refusals: ONLINE_REQUIRED. */
export function refuseTestsOffline(server: Server): void {
  if (isTesting(server)) throw new Refusal('ONLINE_REQUIRED');
}
