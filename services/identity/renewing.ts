import { setTimeout as passes } from 'node:timers/promises';
import { domainsOf, findProvider } from '../../db/queries/identity/providers.ts';
import { domainOf, type ProviderTrouble } from '../../domain/people/identity-provider.ts';
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

/** What did not answer is left alone for a while: whoever asks meanwhile is told so at once. */
const LEFT_ALONE_MS = 5_000;
/** What a provider answers, or does not, whoever is asked about; anything else is about the one session. */
const OF_ALL: readonly ProviderTrouble[] = ['unreachable', 'no-provider', 'client-refused'];
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
  /** Until when an account's provider, or it about one session, is left alone; in the order in which that ends. */
  const silentUntil = new Map<string, number>();

  function leaveAlone(one: string, now: number): void {
    for (const [other, until] of silentUntil) {
      if (until > now) break;
      silentUntil.delete(other);
    }
    silentUntil.delete(one);
    silentUntil.set(one, now + LEFT_ALONE_MS);
  }

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
    const asked = { ...provider, domain: domainOf(word.email) };
    return (await noteWord(em(), session, next, asked, new Date(clock()))) ? 'goes-on' : 'ended';
  }

  async function renew(session: string, account: string): Promise<Renewed> {
    for (let looked = 0; looked < LOOKED_AT_MOST; looked += 1) {
      const now = clock();
      if ([account, session].some((one) => (silentUntil.get(one) ?? 0) > now)) return 'unreachable';
      const at = new Date(now);
      const taken = await takeToAsk(em(), session, at);
      const renewed = taken && (await askTaken(session, taken, at));
      if (renewed) return renewed;
      const word = await wordOf(em(), session);
      if (!word) return 'ended';
      if (word.until > now) return 'goes-on';
      await passes(LOOKED_EVERY_MS);
    }
    return 'unreachable';
  }

  /** Null where it took so long that others have taken the session, who find out what became of it. */
  async function askTaken(session: string, taken: ToAsk, at: Date): Promise<Renewed | null> {
    try {
      const renewed = await ask(session, taken);
      silentUntil.delete(taken.provider);
      if (renewed === 'ended' && !(await endByProvider(em(), session, at))) return null;
      return renewed;
    } catch (error) {
      await putBack(em(), session, at);
      if (!(error instanceof ProviderError)) throw error;
      deps.logger.warn({ err: error, account: taken.provider }, 'an identity provider was not asked again');
      leaveAlone(OF_ALL.includes(error.trouble) ? taken.provider : session, clock());
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
