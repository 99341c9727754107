import { randomInt, randomUUID } from 'node:crypto';
import { normalEmail } from '../../db/queries/accounts/people.ts';
import {
  addresseeOf,
  countTry,
  keepSignIn,
  KNOWN_BROWSER,
  useCode,
  type SignedIn,
  type Tried,
} from '../../db/queries/accounts/sign-ins.ts';
import { SIGN_IN_LIMITS } from '../../domain/people/sign-in-limits.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderCodesTriedMail } from '../../emails/codes-tried.tsx';
import { renderProofMail, renderSignInMail } from '../../emails/sign-in.tsx';
import {
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
import type { Post } from '../../mail/post.ts';

/** An e-mail leaves at some moment within this time: what comes next on the same connection waits for none of its work. */
const [SOONEST_MS, LATEST_MS] = [200, 1_200];

/** Who asks for a code: from which network, and with what a browser kept from before, if anything. */
export type Asker = { network: string; mark: string | null };

/** What a code is for: where to go once it was typed, the language of its e-mail, and which e-mail that is. */
export type Asked = { returnTo: string; locale: string; what: 'sign-in' | 'proof' };

/** A code that was asked for: what the asking browser keeps, and what is to be called once the answer is out. */
export type AskedCode = { browser: string; send: () => void };

export type Codes = ReturnType<typeof createCodes>;

/** Codes that are sent to an address, and the links beside them. */
export function createCodes({ orm, secretKeys, publicUrl, clock }: Deps, post: Post, brands: CurrentBrand) {
  const em = () => orm.em.fork();
  const brand = async () => mailBrand(await brands.sender(), publicUrl);

  /** Each browser that is known for an address has limits of its own, as has each network. */
  function askerOf(email: string, { network, mark }: Asker): string {
    const browser = mark && markedBrowser(secretKeys, email, mark);
    return browser ? `${KNOWN_BROWSER}${browser}` : hashOfNetwork(secretKeys, network);
  }

  async function tellOfFailures({ person, failures, addressHash }: Tried, now: Date): Promise<void> {
    const addressee = person && failures >= SIGN_IN_LIMITS.wrongCodesTold ? await addresseeOf(em(), person) : null;
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
    async ask(address: string, { returnTo, locale, what }: Asked, asker: Asker): Promise<AskedCode> {
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
      const about = { code, locale, brand: await brand() };
      const mail =
        what === 'proof'
          ? await renderProofMail({ ...about, url: `${publicUrl}/prove` })
          : await renderSignInMail({ ...about, url: `${publicUrl}/sign-in/link/${link}` });
      const send = () => {
        if (!person) return;
        const afterMs = randomInt(SOONEST_MS, LATEST_MS);
        post.send({ ...mail, to: email, tag: what, idempotencyKey: `${what}/${id}` }, afterMs);
      };
      return { browser, send };
    },

    /** Uses a code, in the browser that asked for it; null when it is wrong or no longer counts: five tries. */
    async use(asking: string, typed: string): Promise<SignedIn | null> {
      const now = new Date(clock());
      const tried = await countTry(em(), hashOfSecret(asking), now);
      if (!tried) return null;
      if (isCode(secretKeys, tried.id, typed, tried.codeHash)) return useCode(em(), tried.id, now);
      await tellOfFailures(tried, now);
      return null;
    },
  };
}
