import { normalEmail } from '../../db/queries/accounts/people.ts';
import { domainsOf, findProvider, providerOfDomain } from '../../db/queries/identity/providers.ts';
import { findMember, noteWord } from '../../db/queries/identity/sessions.ts';
import { domainOf } from '../../domain/people/identity-provider.ts';
import { seal, unseal } from '../../secrets/sealed.ts';
import type { Begin, Begun, Browser } from '../accounts/beginning.ts';
import type { Deps } from '../deps.ts';
import { answersFor, ProviderError, type Providers, type Round } from './provider.ts';
import { opened } from './providers.ts';

/** How long somebody may take at their provider; the cookie that says they went there lives as long. */
export const ROUND_SECONDS = 600;

/** What a browser keeps while somebody is at their provider; it reads none of it, and another browser has none. */
type Kept = { account: string; email: string; returnTo: string; at: number } & (
  { round: null } | { round: Round; issuer: string; clientId: string }
);

const BOUND = 'browser';

export type ProviderSignIn = ReturnType<typeof createProviderSignIn>;

/** Signing in by the provider of an account. */
export function createProviderSignIn(deps: Deps, providers: Providers, begin: Begin) {
  const { orm, clock, secretKeys } = deps;
  const em = () => orm.em.fork();
  const keep = (kept: Kept) => seal(secretKeys, 'provider-round', BOUND, JSON.stringify(kept));

  /** What the browser kept; fails as `lost` where that is nothing, or was kept too long ago. */
  function read(cookie: string): Kept {
    const text = unseal(secretKeys, 'provider-round', BOUND, cookie);
    const kept = text === null ? null : (JSON.parse(text) as Kept);
    if (!kept || clock() - kept.at > ROUND_SECONDS * 1000) throw new ProviderError('lost');
    return kept;
  }

  /** The provider that was chosen; fails where it was removed, or is another one meanwhile. */
  async function chosen({ account }: Kept, asked?: { issuer: string; clientId: string }) {
    const kept = await findProvider(em(), account);
    const isOther = asked && (kept?.issuer !== asked.issuer || kept.clientId !== asked.clientId);
    if (!kept || isOther) throw new ProviderError('lost');
    const provider = opened(kept, deps);
    if (!provider) throw new ProviderError('client-refused');
    return provider;
  }

  return {
    /**
     * The provider for an address: that of the account whose domain it is, whoever has the address. `cookie` is for the
     * browser, which goes on with it; null where there is none.
     */
    async offer(
      address: string,
      returnTo: string,
    ): Promise<{ host: string; required: boolean; cookie: string } | null> {
      const email = normalEmail(address);
      const found = await providerOfDomain(em(), domainOf(email));
      if (!found) return null;
      const cookie = keep({ account: found.account, email, returnTo, at: clock(), round: null });
      return { host: new URL(found.issuer).host, required: found.required, cookie };
    },

    /** Begins a round to the provider that a browser was offered. Throws {@link ProviderError}. */
    async begin(cookie: string): Promise<{ url: string; cookie: string }> {
      const { account, email, returnTo } = read(cookie);
      const provider = await chosen({ account, email, returnTo, at: 0, round: null });
      const { url, round } = await providers.begin(provider, email);
      const { issuer, clientId } = provider;
      return { url, cookie: keep({ account, email, returnTo, at: clock(), round, issuer, clientId }) };
    },

    /**
     * Ends a round by what a browser came back with, to the address of that account, and begins a session. Throws
     * {@link ProviderError}.
     */
    async finish(cookie: string, back: { account: string; query: string }, browser: Browser): Promise<Begun> {
      const kept = read(cookie);
      if (!kept.round || kept.account !== back.account) throw new ProviderError('lost');
      const { account, round, issuer, clientId, returnTo } = kept;
      const provider = await chosen(kept, { issuer, clientId });
      const { subject, email, until, refresh } = await providers.finish(provider, round, back.query);
      if (!answersFor(await domainsOf(em(), account), email)) throw new ProviderError('other-domain');
      const member = await findMember(em(), account, email);
      if (!member) throw new ProviderError('no-member');
      const note = async (session: string) => {
        const word = {
          ...{ provider: account, subject, until },
          refresh: refresh && seal(secretKeys, 'refresh-token', session, refresh),
        };
        const asked = { issuer, clientId, domain: domainOf(email) };
        const isNoted = await noteWord(em(), session, word, asked, new Date(clock()));
        if (!isNoted) throw new ProviderError('lost');
      };
      const begun = await begin({ person: member.person, email, returnTo }, browser, { account, note });
      if (!begun) throw new ProviderError('no-member');
      return begun;
    },
  };
}
