import { randomInt, randomUUID } from 'node:crypto';
import { accountsOf, normalEmail } from '../../db/queries/accounts/people.ts';
import { beginSession } from '../../db/queries/accounts/sessions.ts';
import {
  addresseeOf,
  countTry,
  keepSignIn,
  KNOWN_BROWSER,
  readLink,
  useCode,
  useLink,
  type SignedIn,
  type Tried,
} from '../../db/queries/accounts/sign-ins.ts';
import { requiringProviders } from '../../db/queries/identity/admission.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderCodesTriedMail } from '../../emails/codes-tried.tsx';
import { renderSignInMail } from '../../emails/sign-in.tsx';
import {
  browserMark,
  hashOfAddress,
  hashOfCode,
  hashOfNetwork,
  hashOfSecret,
  isCode,
  markedBrowser,
  randomCode,
  randomSecret,
} from '../../secrets/sign-in.ts';
import type { CurrentBrand } from '../brand/current.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import type { Post } from '../../mail/post.ts';

export const LONGEST_USER_AGENT = 300;
/** From so many wrong codes in a day on, whoever has the address hears of it, once a day. */
const FAILURES_TOLD = 10;
/** An e-mail leaves at some moment within this time: what comes next on the same connection waits for none of its work. */
const [SOONEST_MS, LATEST_MS] = [200, 1_200];

/** Who asks to sign in: from which network, and with what a browser kept from before, if anything. */
export type Asker = { network: string; mark: string | null };

/** The browser that signs in: what it says it is, and the cookie of a session it may have had. */
export type Browser = { userAgent: string; formerCookie: string | null };

/** A session that has begun: what its cookie holds, what the browser is known by from now on, and where to go. */
export type Begun = { cookie: string; mark: string; returnTo: string };

export type SignInService = ReturnType<typeof createSignInService>;

/** Signing in without passwords: by a link that is sent to a known address, or by the code beside it. */
export function createSignInService({ orm, secretKeys, publicUrl, clock }: Deps, post: Post, brands: CurrentBrand) {
  const em = () => orm.em.fork();
  const brand = async () => mailBrand(await brands.know(), publicUrl);

  async function begin(signedIn: SignedIn | null, { userAgent, formerCookie }: Browser): Promise<Begun | null> {
    const accounts = signedIn ? await accountsOf(em(), signedIn.person) : [];
    if (!signedIn || accounts.length === 0) return null;
    const closed = await requiringProviders(
      em(),
      accounts.map(({ id }) => id),
    );
    const account = accounts.find(({ id }) => !closed.has(id));
    if (!account) throw new ProblemError('IDENTITY_PROVIDER_REQUIRED');
    const cookie = randomSecret();
    const session = {
      id: randomUUID(),
      hash: hashOfSecret(cookie),
      person: signedIn.person,
      account: account.id,
      userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
      at: new Date(clock()),
    };
    const begun = await beginSession(em(), session, formerCookie && hashOfSecret(formerCookie));
    return begun ? { cookie, mark: browserMark(secretKeys, signedIn.email), returnTo: signedIn.returnTo } : null;
  }

  /** Each browser that is known for an address has limits of its own, as has each network. */
  function askerOf(email: string, { network, mark }: Asker): string {
    const browser = mark && markedBrowser(secretKeys, email, mark);
    return browser ? `${KNOWN_BROWSER}${browser}` : hashOfNetwork(secretKeys, network);
  }

  async function tellOfFailures({ person, failures, addressHash }: Tried, now: Date): Promise<void> {
    const addressee = person && failures >= FAILURES_TOLD ? await addresseeOf(em(), person) : null;
    if (!addressee) return;
    const { email: to, locale } = addressee;
    const mail = await renderCodesTriedMail({ url: `${publicUrl}/sign-in`, locale, brand: await brand() });
    const idempotencyKey = `codes-tried/${addressHash}/${now.toISOString().slice(0, 10)}`;
    post.send({ ...mail, to, tag: 'codes-tried', idempotencyKey });
  }

  return {
    /**
     * Takes a request in, for whatever address. `browser` is for a cookie of the asking browser, in which alone the code
     * counts. `send` is to be called once the answer is out: it writes to a known address, and is all that knows the
     * difference. Until then everything is the same for an address that nobody has, the e-mail's making included.
     */
    async request(
      address: string,
      returnTo: string,
      locale: string,
      asker: Asker,
    ): Promise<{ browser: string; send: () => void }> {
      const email = normalEmail(address);
      const [id, link, code, browser] = [randomUUID(), randomSecret(), randomCode(), randomSecret()];
      const person = await keepSignIn(em(), {
        ...{ id, email, returnTo },
        addressHash: hashOfAddress(secretKeys, email),
        linkHash: hashOfSecret(link),
        codeHash: hashOfCode(secretKeys, id, code),
        browserHash: hashOfSecret(browser),
        asker: askerOf(email, asker),
        createdAt: new Date(clock()),
      });
      const mail = await renderSignInMail({
        url: `${publicUrl}/sign-in/link/${link}`,
        code,
        locale,
        brand: await brand(),
      });
      const send = () => {
        if (!person) return;
        const afterMs = randomInt(SOONEST_MS, LATEST_MS);
        post.send({ ...mail, to: email, tag: 'sign-in', idempotencyKey: `sign-in/${id}` }, afterMs);
      };
      return { browser, send };
    },

    /** Whose link it is, which changes nothing; null when it no longer counts. */
    readLink: (link: string) => readLink(em(), hashOfSecret(link), new Date(clock())),

    /** Signs in by a link, which is used up by that; null when it no longer counts. */
    async byLink(link: string, browser: Browser): Promise<Begun | null> {
      return begin(await useLink(em(), hashOfSecret(link), new Date(clock())), browser);
    },

    /** Signs in by the code, in the browser that asked for it; null when it is wrong or no longer counts: five tries. */
    async byCode(asking: string, typed: string, browser: Browser): Promise<Begun | null> {
      const now = new Date(clock());
      const tried = await countTry(em(), hashOfSecret(asking), now);
      if (!tried) return null;
      if (!isCode(secretKeys, tried.id, typed, tried.codeHash)) {
        await tellOfFailures(tried, now);
        return null;
      }
      return begin(await useCode(em(), tried.id, now), browser);
    },
  };
}
