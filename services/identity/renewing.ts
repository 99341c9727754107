import { setTimeout as passes } from 'node:timers/promises';
import { domainsOf, findProvider } from '../../db/queries/identity/providers.ts';
import { endByProvider, noteWord, putBack, takeToAsk, wordOf, type ToAsk } from '../../db/queries/identity/sessions.ts';
import { seal, unseal } from '../../secrets/sealed.ts';
import type { Deps } from '../deps.ts';
import { answersFor, ProviderError, type Providers } from './provider.ts';
import { opened } from './providers.ts';

/** What became of a session whose provider's word was over. */
export type Renewed = 'goes-on' | 'ended' | 'unreachable';

/** A session does not go on: its provider stands by nobody there any more, or does not answer. */
export class NotRenewedError extends Error {
  readonly because: Exclude<Renewed, 'goes-on'>;

  constructor(because: Exclude<Renewed, 'goes-on'>) {
    super(because);
    this.name = 'NotRenewedError';
    this.because = because;
  }
}

/** A provider that did not answer is left alone for a while: whoever asks meanwhile is told so at once. */
const LEFT_ALONE_MS = 5_000;
/** Another process that asks is waited for. */
const LOOKED_EVERY_MS = 250;
const LOOKED_AT_MOST = 80;

export type Renewing = ReturnType<typeof createRenewing>;

/**
 * Asks providers again about who is signed in, once what they said is over. Who is gone there is gone here. While a provider
 * does not answer nobody goes on by its word, as nobody knows whether it still stands; nothing is ended, either.
 */
export function createRenewing(deps: Deps, providers: Providers) {
  const { orm, clock, secretKeys } = deps;
  const em = () => orm.em.fork();
  const asking = new Map<string, Promise<Renewed>>();
  const silentUntil = new Map<string, number>();

  async function ask(session: string, { provider: account, subject, email, refresh }: ToAsk): Promise<Renewed> {
    const token = refresh && unseal(secretKeys, 'refresh-token', session, refresh);
    const kept = await findProvider(em(), account);
    const provider = kept && opened(kept, deps);
    if (!token || !provider) return 'ended';
    const word = await providers.askAgain(provider, { subject, email, refresh: token });
    if (!word || !answersFor(await domainsOf(em(), account), word.email)) return 'ended';
    const next = {
      ...{ provider: account, subject, until: word.until },
      refresh: word.refresh && seal(secretKeys, 'refresh-token', session, word.refresh),
    };
    return (await noteWord(em(), session, next, provider, new Date(clock()))) ? 'goes-on' : 'ended';
  }

  async function renew(session: string, account: string): Promise<Renewed> {
    for (let looked = 0; looked < LOOKED_AT_MOST; looked += 1) {
      const now = clock();
      if ((silentUntil.get(account) ?? 0) > now) return 'unreachable';
      const taken = await takeToAsk(em(), session, new Date(now));
      if (taken) return askTaken(session, taken);
      const word = await wordOf(em(), session);
      if (!word) return 'ended';
      if (word.until > now) return 'goes-on';
      await passes(LOOKED_EVERY_MS);
    }
    return 'unreachable';
  }

  async function askTaken(session: string, taken: ToAsk): Promise<Renewed> {
    try {
      const renewed = await ask(session, taken);
      silentUntil.delete(taken.provider);
      if (renewed === 'ended') await endByProvider(em(), session);
      return renewed;
    } catch (error) {
      await putBack(em(), session);
      if (!(error instanceof ProviderError)) throw error;
      deps.logger.warn({ err: error, account: taken.provider }, 'an identity provider was not asked again');
      silentUntil.set(taken.provider, clock() + LEFT_ALONE_MS);
      return 'unreachable';
    }
  }

  return {
    /** Has a session go on whose provider's word is over, or end; of many requests at once, one asks. */
    renew(session: string, account: string): Promise<Renewed> {
      const begun = asking.get(session) ?? renew(session, account).finally(() => asking.delete(session));
      asking.set(session, begun);
      return begun;
    },
  };
}
