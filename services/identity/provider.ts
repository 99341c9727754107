import * as oidc from 'openid-client';
import { domainOf, countsUntil, type ProviderTrouble } from '../../domain/people/identity-provider.ts';
import { isEmailAddress } from '../../domain/people/email-address.ts';
import { normalEmail } from '../../db/queries/accounts/people.ts';
import type { Ask } from '../../webhooks/ask.ts';
import { refusedTarget, type PrivateTargets } from '../../webhooks/target.ts';

/** The provider of an account as it was set, its secret included. */
export type Provider = { account: string; issuer: string; clientId: string; secret: string };

/** What one round to the provider and back is known by; the browser keeps it sealed. */
export type Round = { state: string; nonce: string; verifier: string };

/** What a provider said of somebody; `until` is epoch milliseconds, `refresh` what it is asked again by, if anything. */
export type Word = { subject: string; email: string; until: number; refresh: string | null };

/** Nobody is let in by what a provider said, or did not. */
export class ProviderError extends Error {
  readonly trouble: ProviderTrouble;

  constructor(trouble: ProviderTrouble, options?: ErrorOptions) {
    super(trouble, options);
    this.name = 'ProviderError';
    this.trouble = trouble;
  }
}

export type ProviderMeans = { ask: Ask; privateTargets: PrivateTargets; publicUrl: string; clock: () => number };

/** How long a provider may take for one answer. */
const ANSWERED_WITHIN_SECONDS = 5;
const ASKED_FOR = ['openid', 'email'];
const MOST_CHARACTERS = { subject: 255, refresh: 8_000 };

/**
 * Where providers send people back to: that of each account to an address of its own below this one, so that what one provider
 * answers is never told to another (RFC 9700, section 4.4.2.2).
 */
export const RETURN_PATH = '/sign-in/provider/return';

export type Providers = ReturnType<typeof createProviders>;

/**
 * Talks with OpenID Connect providers: code with PKCE, state and nonce, and each token's signature is checked by the keys that
 * the provider has at that moment. Nothing of a provider is kept between two rounds. Each of these throws
 * {@link ProviderError}.
 */
export function createProviders({ ask, privateTargets, publicUrl, clock }: ProviderMeans) {
  const redirectUriOf = ({ account }: Provider) => `${publicUrl}${RETURN_PATH}/${account}`;

  async function discover({ issuer, clientId, secret }: Provider): Promise<oidc.Configuration> {
    const isPlain = issuer.startsWith('http:') && refusedTarget(issuer, privateTargets) === null;
    const config = await oidc
      .discovery(new URL(issuer), clientId, undefined, undefined, {
        [oidc.customFetch]: ask,
        timeout: ANSWERED_WITHIN_SECONDS,
        execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
      })
      .catch(fails('no-provider'));
    const said = config.serverMetadata();
    if (!isSame(said.issuer, issuer)) throw new ProviderError('other-issuer');
    if (!isDocument(said)) throw new ProviderError('no-provider');
    const page = said.authorization_endpoint;
    // People's browsers are sent there, as a link would: which network that is in is theirs to know.
    if (!page.startsWith('https:') && refusedTarget(page, privateTargets) !== null)
      throw new ProviderError('no-provider');
    const known = new oidc.Configuration(said, clientId, secret, clientAuthentication(said, secret));
    known[oidc.customFetch] = ask;
    known.timeout = ANSWERED_WITHIN_SECONDS;
    oidc.enableNonRepudiationChecks(known);
    if (isPlain) oidc.allowInsecureRequests(known);
    return known;
  }

  async function wordOf(
    config: oidc.Configuration,
    answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
    former: Pick<Word, 'subject' | 'email' | 'refresh'> | null,
  ): Promise<Word> {
    const claims = answer.claims();
    const subject = claims?.sub ?? former?.subject;
    if (!subject || subject.length > MOST_CHARACTERS.subject) throw new ProviderError('failed');
    if (former && subject !== former.subject) throw new ProviderError('other-round');
    const email = claims ? await emailOf(config, claims, answer.access_token) : former!.email;
    if (former && email !== former.email) throw new ProviderError('no-member');
    const refresh = answer.refresh_token ?? former?.refresh ?? null;
    const until = countsUntil({ identityEnds: claims?.exp ?? null, lastsSeconds: answer.expires_in ?? null }, clock());
    return { subject, email, until, refresh: refresh && refresh.length <= MOST_CHARACTERS.refresh ? refresh : null };
  }

  async function emailOf(config: oidc.Configuration, claims: oidc.IDToken, accessToken: string): Promise<string> {
    const said =
      claims.email === undefined && config.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(config, accessToken, claims.sub).catch(fails('failed'))
        : claims;
    const { email, email_verified: isVerified } = said;
    if (typeof email !== 'string' || !isEmailAddress(email) || isVerified !== true)
      throw new ProviderError('unverified');
    return normalEmail(email);
  }

  return {
    /** Finds out whether there is such a provider, as far as that can be told without anybody signing in. */
    async check(provider: Provider): Promise<void> {
      await discover(provider);
    },

    /** Begins a round: where to send a browser, and what it has to keep. */
    async begin(provider: Provider, email: string): Promise<{ url: string; round: Round }> {
      const config = await discover(provider);
      const round = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const offered = config.serverMetadata().scopes_supported ?? [];
      const scope = [...ASKED_FOR, ...(offered.includes('offline_access') ? ['offline_access'] : [])].join(' ');
      const url = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectUriOf(provider), scope, state: round.state, nonce: round.nonce, login_hint: email },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(round.verifier), code_challenge_method: 'S256' },
      });
      return { url: url.href, round };
    },

    /** Ends a round by what a browser came back with. */
    async finish(provider: Provider, { state, nonce, verifier }: Round, query: string): Promise<Word> {
      const back = new URL(`${redirectUriOf(provider)}${query}`);
      const named = back.searchParams.get('iss');
      if (back.searchParams.get('state') !== state) throw new ProviderError('lost');
      if (named !== null && !isSame(named, provider.issuer)) throw new ProviderError('other-issuer');
      const config = await discover(provider);
      const checks = {
        pkceCodeVerifier: verifier,
        ...{ expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      };
      const answer = await oidc.authorizationCodeGrant(config, back, checks).catch(fails('failed'));
      return wordOf(config, answer, null);
    },

    /** Asks again about somebody; null where the provider stands by them no more. */
    async askAgain(
      provider: Provider,
      known: Pick<Word, 'subject' | 'email'> & { refresh: string },
    ): Promise<Word | null> {
      try {
        const config = await discover(provider);
        const answer = await oidc.refreshTokenGrant(config, known.refresh).catch(fails('failed'));
        return await wordOf(config, answer, known);
      } catch (error) {
        if (error instanceof ProviderError && (STANDS_BY_NOBODY.includes(error.trouble) || isRefusal(error)))
          return null;
        throw error;
      }
    },
  };
}

/** What a provider says no with, beside what {@link isRefusal} is; everything else says nothing of the person. */
const STANDS_BY_NOBODY: readonly ProviderTrouble[] = ['denied', 'lost', 'unverified', 'no-member', 'other-round'];

/** Whether a provider refused a token in words of its own, as some do of a person who is blocked there: "unauthorized", 403. */
function isRefusal({ trouble, cause }: ProviderError): boolean {
  return trouble === 'failed' && cause instanceof oidc.ResponseBodyError && cause.status < 500 && cause.status !== 429;
}

/** Whether an address is one that an account's provider may answer for. */
export function answersFor(domains: readonly string[], email: string): boolean {
  return domains.includes(domainOf(email));
}

/** Whether a document says what is needed of it as it should: it is a stranger's, of which the library looks at the issuer. */
function isDocument(said: object): said is { authorization_endpoint: string } {
  const { authorization_endpoint, token_endpoint, jwks_uri, ...others } = said as Record<string, unknown>;
  const lists = [others.scopes_supported, others.token_endpoint_auth_methods_supported];
  return (
    [authorization_endpoint, token_endpoint, jwks_uri, others.userinfo_endpoint ?? jwks_uri].every(isAddress) &&
    lists.every((list) => list === undefined || (Array.isArray(list) && list.every((one) => typeof one === 'string')))
  );
}

const isAddress = (said: unknown) => typeof said === 'string' && URL.canParse(said);

/** By HTTP's own means where a provider takes that, which is what it takes where it says nothing. */
function clientAuthentication(said: Readonly<oidc.ServerMetadata>, secret: string): oidc.ClientAuth {
  const taken = said.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return taken.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function fails(otherwise: ProviderTrouble) {
  return (error: unknown): never => {
    throw new ProviderError(troubleIn(error) ?? otherwise, { cause: error });
  };
}

const BY_CLAIM: Readonly<Record<string, ProviderTrouble>> = {
  iss: 'other-issuer',
  aud: 'other-audience',
  azp: 'other-audience',
  nonce: 'other-round',
};

/** What a provider itself says, of a round or of what it is asked for. */
const SAID: Readonly<Record<string, ProviderTrouble>> = {
  access_denied: 'denied',
  consent_required: 'denied',
  interaction_required: 'denied',
  login_required: 'denied',
  invalid_grant: 'lost',
  invalid_client: 'client-refused',
  unauthorized_client: 'client-refused',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
};

const MOST_CAUSES = 6;
const NOTHING_CAME = /^(E[A-Z]+|UND_ERR_\w+|ADDRESS_NOT_PUBLIC|TARGET_REFUSED)$/;

const BY_CODE: Readonly<Record<string, ProviderTrouble>> = {
  OAUTH_TIMEOUT: 'unreachable',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'over',
  OAUTH_KEY_SELECTION_FAILED: 'key-unknown',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'other-issuer',
};

/** What an error of the library means; null where that depends on what was asked. */
function troubleIn(error: unknown): ProviderTrouble | null {
  const chain = causesOf(error);
  const { error: said = '' } = error as { error?: string };
  if (SAID[said]) return SAID[said];
  for (const { claim = '', status = 0, code = '', name = '', signature } of chain) {
    if (BY_CLAIM[claim]) return BY_CLAIM[claim];
    if (BY_CODE[code]) return BY_CODE[code];
    if (signature !== undefined) return 'key-unknown';
    if (status >= 500 || name === 'TimeoutError' || NOTHING_CAME.test(code)) return 'unreachable';
  }
  return null;
}

type Cause = Partial<Record<'claim' | 'code' | 'name', string>> & { status?: number; signature?: unknown };

/** An error with what it came from, down to what the library looked at. */
function causesOf(error: unknown): Cause[] {
  const chain: Cause[] = [];
  for (let inner = error; inner !== null && typeof inner === 'object' && chain.length < MOST_CAUSES;) {
    chain.push(inner);
    inner = (inner as { cause?: unknown }).cause;
  }
  return chain;
}

/** Issuers are compared as URLs write them: a slash at the end of a host is none. */
function isSame(issuer: string, other: string): boolean {
  const href = URL.parse(issuer)?.href;
  return href !== undefined && href === URL.parse(other)?.href;
}
