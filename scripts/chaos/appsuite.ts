import { setTimeout as delay } from 'node:timers/promises';
import { activate } from '../../agent/activate.ts';
import { checkIn } from '../../agent/check-in.ts';
import { RefusedError, UnreachableError } from '../../agent/errors.ts';
import { readState } from '../../agent/folder/store.ts';
import type { Status } from '../../agent/status.ts';
import { waitForNews, type CanWait } from '../../agent/wait.ts';
import type { Client } from './client.ts';

const PAUSE_MS = 300;
const WAIT_SECONDS = 55;

/** Codes that say "again, later". */
const LATER = ['CHANGE_IN_PROGRESS'];

/** The reference AppSuite of a folder, whose administrator repeats what could not be answered. */
export function createAppSuite(client: Client, dir: string) {
  return {
    activate: (token: string): Promise<Status> =>
      untilAnswered(client, `an activation of ${dir}`, () => activate({ dir, token, url: client.url })),

    /** Resolves when the cloud has told of another document, however often the wait was cut off. */
    async hearNews(signal: AbortSignal): Promise<void> {
      const state = (await readState(dir)) as CanWait;
      await client.until(`news for ${dir}`, async () => {
        const { kind } = await waitForNews(state, { seconds: WAIT_SECONDS, signal, clock: Date.now });
        if (kind === 'never') throw new Error(`A wait of ${dir} was refused.`);
        if (kind !== 'news') client.repeated('a wait told nothing');
        return kind === 'news';
      });
    },

    /** Throws the cloud's refusal. */
    checkIn: async (): Promise<Status> =>
      (await untilAnswered(client, `a check-in of ${dir}`, () => checkIn({ dir }))).status,
  };
}

async function untilAnswered<Result>(client: Client, what: string, ask: () => Promise<Result>): Promise<Result> {
  return client.until(what, async () => {
    try {
      return await ask();
    } catch (error) {
      if (!isForLater(error)) throw error;
      client.repeated('an AppSuite heard nothing');
      await delay(PAUSE_MS);
      return null;
    }
  });
}

function isForLater(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof RefusedError && LATER.includes(error.code));
}
