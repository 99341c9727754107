import type { By } from '../people/permissions.ts';
import { clampAt, recordNext } from '../recorded.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { RecordedServerEvent, Server, ServerCommand } from './server.ts';

/**
 * Applies a command at the instant the API took it. `by` says who gave it, and stands in
 * what it changed; an AppSuite's commands have none.
 * Refusals: those of `decide`; nothing is changed then.
 */
export function handle(
  server: Server,
  command: ServerCommand & { by?: By | undefined },
  atMs: number,
  nowMs: number,
): { server: Server; events: RecordedServerEvent[] } {
  const at = clampAt(server, atMs, nowMs);
  const events: RecordedServerEvent[] = [];
  let changed = server;
  for (const event of decide(server, command, at)) {
    const recorded = recordNext(changed, command.by === undefined ? event : { ...event, by: command.by }, at, nowMs);
    changed = evolve(changed, recorded);
    events.push(recorded);
  }
  return { server: changed, events };
}
