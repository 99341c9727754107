import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDatabaseAway } from '../../db/away.ts';
import type { Following } from '../../db/following.ts';
import { readServers, type ServerRecord } from '../../db/queries/servers/servers.ts';
import type { OpenAdvisories } from '../advisories/open.ts';
import type { Deps } from '../deps.ts';
import { createForeseenLimit, WAIT_PACE } from '../pace.ts';
import { ProblemError } from '../problems/problems.ts';
import { inBatches } from '../../db/in-batches.ts';
import { createIdentify, refusalOf, serverTime } from './caller.ts';
import { currentDocument, isTag } from './document.ts';
import { ANSWERED_AT_ONCE, createLooks, type Looker } from './looks.ts';
import type { Takeovers } from './takeovers.ts';

/** What a server asks to hear of: the tag of the document that it holds, as its header was, and how long it waits. */
export type AskedWait = { etag: string; seconds: number };

/** What waits: a server, by the key that it signed with (the JWK's `x`), and the tag that it holds. */
type Waiting = { server: string; key: string; etag: string };

type Waiter = Looker & {
  /** Answers now, after a last look. */
  finish: () => void;
  /** Answers that it is to come again after some seconds. */
  sendAway: (seconds: number) => void;
};

export type WaitService = ReturnType<typeof createWaitService>;

/** As for check-ins, a few statements at once; each may be larger, as nobody waits for one of them alone. */
const BATCHES = { callsAtOnce: 2, itemsAtOnce: 250 };
/** Waits end together so often, so that one statement looks at all of them. */
const END_EVERY_MS = 100;

/** A process that stops has its servers come back within so many seconds, each at a moment of its own. */
const BACK_WITHIN_SECONDS = 60;

/**
 * Lets servers wait for their license document to change. Nothing is written, and no connection to the database is held
 * meanwhile: when the feed has come further, one statement finds out which servers that concerns, and those that wait here are
 * looked at, and then told.
 */
export function createWaitService(
  deps: Deps & { following: Following },
  advisories: OpenAdvisories,
  takeovers: Takeovers,
) {
  const { orm, clock, following } = deps;
  const making = { ...deps, advisories };
  const read = inBatches(
    (ids: string[]) => readServers(orm.em, ids),
    (id) => [id],
    BATCHES,
  );
  const identify = createIdentify(deps, read);
  const { foreseeHaste, refuseHaste } = createForeseenLimit(WAIT_PACE);
  const waiters = new Map<string, Waiter>();
  const looks = createLooks(deps, waiters);
  let isStopping = false;

  async function tagOf(server: ServerRecord): Promise<string> {
    const now = clock();
    return (await currentDocument(making, server, await takeovers.look(server, now), now)).etag;
  }

  /** Whether a document is another than the one that is held; reads it anew. Problems: those of {@link createIdentify}. */
  async function hasChanged({ server, key, etag }: Waiting): Promise<boolean> {
    const record = await read(server);
    const code = record ? refusalOf(record, key) : 'CHECK_IN_NOT_AUTHENTIC';
    if (code) throw new ProblemError(code, { details: serverTime(clock()) });
    return !isTag(etag, await tagOf(record!));
  }

  /** Waits; of one server the newer wait takes the place of the older, which is answered at once. */
  function waitOn(
    one: Waiting,
    seconds: number,
    position: number,
    onGone: (end: () => void) => void,
  ): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => waiter.finish(), untilEnd(seconds));
      const end = () => {
        clearTimeout(timer);
        if (waiters.get(one.server) === waiter) waiters.delete(one.server);
      };
      const answer = (isChanged: boolean) => {
        end();
        resolve(isChanged);
      };
      const refuse = (error: Error) => {
        end();
        reject(error);
      };
      const waiter: Waiter = {
        async look() {
          try {
            return (await hasChanged(one)) ? () => answer(true) : null;
          } catch (error) {
            if (isDatabaseAway(error)) throw error;
            return () => refuse(error as Error);
          }
        },
        finish: () => void hasChanged(one).then(answer, refuse),
        sendAway: (retryAfterSeconds) => refuse(new ProblemError('STOPPING', { retryAfterSeconds })),
      };
      waiters.get(one.server)?.finish();
      waiters.set(one.server, waiter);
      // What came between the look on arrival and this moment has woken nobody.
      if (following.position() !== position) looks.at(one.server);
      onGone(() => answer(false));
    });
  }

  const secondsAway = () => 1 + Math.floor(Math.random() * BACK_WITHIN_SECONDS);

  return {
    /** How many servers wait. */
    count: () => waiters.size,

    /**
     * Resolves when the server's document is another than the one that it holds, with false when it is not until the time is
     * over. Who it is is judged on arrival and again before each answer; `onGone` takes what to do when nobody waits any more.
     * Problems: those of {@link createIdentify}, TOO_MANY_REQUESTS, STOPPING.
     */
    async wait(
      authorization: string | undefined,
      { etag, seconds }: AskedWait,
      onGone: (end: () => void) => void,
    ): Promise<boolean> {
      const position = following.position();
      const { server, key } = await identify(authorization, 'wait', foreseeHaste);
      refuseHaste(server.id, clock(), serverTime(clock()));
      if (!isTag(etag, await tagOf(server))) return true;
      if (isStopping) throw new ProblemError('STOPPING', { retryAfterSeconds: secondsAway() });
      return waitOn({ server: server.id, key, etag }, seconds, position, onGone);
    },

    /** Sends everybody who waits away, each for other seconds, and whoever comes later. */
    async stop(): Promise<void> {
      isStopping = true;
      looks.stop();
      while (waiters.size > 0) {
        for (const waiter of waiters.values().take(ANSWERED_AT_ONCE)) waiter.sendAway(secondsAway());
        await nextTurn();
      }
    },
  };
}

/** How long a wait of some seconds takes, in milliseconds: a little longer, so that it ends with others. */
function untilEnd(seconds: number): number {
  const now = Date.now();
  return Math.ceil((now + seconds * 1_000) / END_EVERY_MS) * END_EVERY_MS - now;
}
