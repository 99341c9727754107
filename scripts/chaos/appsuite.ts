import { setTimeout as delay } from 'node:timers/promises';
import { activate } from '../../agent/activate.ts';
import { checkIn } from '../../agent/check-in.ts';
import { RefusedError, UnreachableError } from '../../agent/errors.ts';
import type { Status } from '../../agent/status/status.ts';
import type { Client } from './client.ts';

const PAUSE_MS = 300;

/** Codes that say "again, later". */
const LATER = ['CHANGE_IN_PROGRESS'];

/** The reference AppSuite of a folder, whose administrator repeats what could not be answered. */
export function createAppSuite(client: Client, dir: string) {
  return {
    activate: (token: string): Promise<Status> =>
      untilAnswered(client, `an activation of ${dir}`, () => activate({ dir, token, url: client.url })),

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
