import {
  findProvider,
  setProvider,
  setDomains,
  domainsOf,
  removeProvider,
  DomainTakenError,
  type KeptProvider,
} from '../../db/queries/identity/providers.ts';
import { MOST_DOMAINS, normalDomain, type ProviderTrouble } from '../../domain/people/identity-provider.ts';
import { seal, unseal } from '../../secrets/sealed.ts';
import { refusedTarget, TARGET_REFUSALS } from '../../webhooks/target.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { causeOf, type Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { createLimit, TEST_PACE } from '../pace.ts';
import { invalid, ProblemError, refuseInvalid } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import { ProviderError, RETURN_PATH, type Provider, type Providers } from './provider.ts';

/** A provider as it is put; without a secret it keeps the one that it has. */
export type PutProvider = { issuer: string; clientId: string; clientSecret?: string | undefined; required: boolean };

/** A provider as the API answers it, without its secret; instants are ISO 8601 UTC. */
export type ProviderView = ReturnType<typeof present>;

export type IdentityService = ReturnType<typeof createIdentityService>;

/** By which provider people of an account sign in, and for whose addresses. Callers have been asked whether they may. */
export function createIdentityService(deps: Deps, accounts: AccountService, providers: Providers) {
  const { orm, clock, secretKeys, webhooks, publicUrl } = deps;
  const em = () => orm.em.fork();
  const refuseHaste = createLimit(TEST_PACE);

  function check({ issuer, clientId, clientSecret }: PutProvider): void {
    checkTexts({ '/issuer': issuer, '/clientId': clientId, '/clientSecret': clientSecret });
    const refusal = refusedTarget(issuer, webhooks.privateTargets);
    if (refusal) throw invalid([{ pointer: '/issuer', message: TARGET_REFUSALS[refusal] }]);
    const { search, hash, pathname } = new URL(issuer);
    if (search || hash || pathname.includes('/.well-known/'))
      throw invalid([{ pointer: '/issuer', message: 'is the issuer itself, without what is asked of it' }]);
  }

  async function kept(account: string): Promise<KeptProvider> {
    const provider = await findProvider(em(), account);
    if (!provider) throw new ProblemError('NOT_FOUND');
    return provider;
  }

  async function view(account: string): Promise<ProviderView> {
    const [provider, domains] = await Promise.all([kept(account), domainsOf(em(), account)]);
    return present(provider, domains);
  }

  return {
    /** Problems: NOT_FOUND without an account or a provider. */
    read: view,

    /** What the provider of an account has to be told of this service. */
    returnAddressOf: (account: string) => `${publicUrl}${RETURN_PATH}/${account}`,

    /** The domains of e-mail addresses that are the account's, as the vendor says. Problems: NOT_FOUND. */
    async domains(account: string): Promise<{ domains: string[] }> {
      await accounts.readAccount(account);
      return { domains: await domainsOf(em(), account) };
    },

    /**
     * Sets the provider. Another issuer or client has its secret said with it, so that nobody has the one that is kept told
     * to a provider of their own. It can be required once somebody has signed in by it. Problems: NOT_FOUND, INVALID_REQUEST,
     * IDENTITY_PROVIDER_UNPROVEN.
     */
    async set(account: string, asked: PutProvider, by: Asked): Promise<ProviderView> {
      check(asked);
      await accounts.readAccount(account);
      const { issuer, clientId, clientSecret, required } = asked;
      const known = await findProvider(em(), account);
      const isKept = known && clientSecret === opened(known, deps)?.secret;
      const secret =
        clientSecret === undefined || isKept ? null : seal(secretKeys, 'client-secret', account, clientSecret);
      const notSet = await setProvider(em(), account, { issuer, clientId, secret, required }, causeOf(by, clock()));
      if (notSet === 'unproven') throw new ProblemError('IDENTITY_PROVIDER_UNPROVEN');
      if (notSet === 'secret-missing')
        throw invalid([{ pointer: '/clientSecret', message: 'is said with another issuer or client' }]);
      return view(account);
    },

    /** Removes the provider; who signed in by it does again, by e-mail. Once more changes nothing. Problems: NOT_FOUND without an account. */
    async remove(account: string, by: Asked): Promise<void> {
      await accounts.readAccount(account);
      await removeProvider(em(), account, causeOf(by, clock()));
    },

    /** Says which domains are the account's. Problems: NOT_FOUND, INVALID_REQUEST, DOMAIN_TAKEN. */
    async setDomains(account: string, domains: readonly string[], by: Asked): Promise<{ domains: string[] }> {
      const written = domains.map(normalDomain);
      refuseInvalid(
        written.flatMap((domain, index) =>
          domain === '' ? [{ pointer: `/domains/${index}`, message: 'is no domain like example.com' }] : [],
        ),
      );
      if (written.length > MOST_DOMAINS)
        throw invalid([{ pointer: '/domains', message: `has at most ${MOST_DOMAINS} domains` }]);
      await accounts.readAccount(account);
      await setDomains(em(), account, written, causeOf(by, clock())).catch((error: unknown) => {
        if (!(error instanceof DomainTakenError)) throw error;
        const detail = `${error.domain} is another account’s. A domain is of one account: take it from the other first.`;
        throw new ProblemError('DOMAIN_TAKEN', { detail });
      });
      return { domains: await domainsOf(em(), account) };
    },

    /** Asks the provider for its document, and answers what is wrong; null where nothing is. Problems: NOT_FOUND, TOO_MANY_REQUESTS. */
    async check(account: string): Promise<{ trouble: ProviderTrouble | null }> {
      const provider = opened(await kept(account), deps);
      refuseHaste(account, clock());
      if (!provider) return { trouble: 'client-refused' };
      try {
        await providers.check(provider);
        return { trouble: null };
      } catch (error) {
        if (error instanceof ProviderError) return { trouble: error.trouble };
        throw error;
      }
    },
  };
}

/** A provider with its secret; null where the key that this was sealed with was removed. */
export function opened(kept: KeptProvider, { secretKeys }: Pick<Deps, 'secretKeys'>): Provider | null {
  const secret = unseal(secretKeys, 'client-secret', kept.account, kept.secret);
  return secret === null ? null : { account: kept.account, issuer: kept.issuer, clientId: kept.clientId, secret };
}

function present({ issuer, clientId, required, provedAt, setAt }: KeptProvider, domains: string[]) {
  return { issuer, clientId, required, domains, provedAt: instant(provedAt), setAt: instant(setAt) };
}
