import { condition } from '@temporalio/workflow';
import { serverMode, type Server } from '../domain/server/server.ts';
import { durably } from './durably.ts';

const DAY_MS = 86_400_000;

const noteSilence = durably('noteSilence', 'Look whether the server has called');

/**
 * Looks after a server that does not call. Check-ins never come here: a timer goes off when the server would be silent,
 * and asks then when it last called. A server that is silent is looked at again after as long; that it is heard of again
 * is what its check-in writes down.
 */
export function createSilence(current: () => Server) {
  /** The last contact that is known, with the activation it is about; epoch milliseconds. */
  let known: { activatedAt: number; heardAt: number } | null = null;

  /** When it would be silent if nothing was heard since; null for a server that need not call. */
  function dueAt(): number | null {
    const { activation, silentDays } = current();
    if (serverMode(current()) !== 'online') return null;
    const { activatedAt } = activation!;
    if (known?.activatedAt !== activatedAt) known = { activatedAt, heardAt: activatedAt };
    return known.heardAt + silentDays * DAY_MS;
  }

  async function look(silentMs: number): Promise<void> {
    const { id: server, activation } = current();
    const { activatedAt } = activation!;
    const atMs = Date.now();
    const calledAt = (await noteSilence({ server, heardOfSince: atMs - silentMs, atMs })) ?? 0;
    const isHeard = calledAt > atMs - silentMs;
    known = { activatedAt, heardAt: isHeard ? calledAt : atMs };
  }

  return {
    /** Waits until there is something to do, looking at the server whenever that is due. */
    async waitFor(hasSomething: () => boolean): Promise<void> {
      const due = dueAt();
      if (due === null) return void (await condition(hasSomething));
      const summary = `Until ${new Date(due).toISOString()}: silent, unless it calls`;
      const isOther = await condition(hasSomething, Math.max(due - Date.now(), 1), { summary });
      if (!isOther && dueAt() === due) await look(current().silentDays * DAY_MS);
    },
  };
}
