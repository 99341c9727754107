import { readLink, useLink } from '../../db/queries/accounts/sign-ins.ts';
import { hashOfSecret } from '../../secrets/sign-in.ts';
import type { Deps } from '../deps.ts';
import type { Begin, Begun, Browser } from './beginning.ts';
import type { AskedCode, Asker, Codes } from './codes.ts';

export type SignInService = ReturnType<typeof createSignInService>;

/** Signing in without passwords: by a link that is sent to a known address, or by the code beside it. */
export function createSignInService({ orm, clock }: Pick<Deps, 'orm' | 'clock'>, codes: Codes, begin: Begin) {
  const em = () => orm.em.fork();

  return {
    /** Takes a request in, for whatever address; see {@link Codes}. */
    request: (address: string, returnTo: string, locale: string, asker: Asker): Promise<AskedCode> =>
      codes.ask(address, { returnTo, locale, what: 'sign-in' }, asker),

    /** Whose link it is, which changes nothing; null when it no longer counts. */
    readLink: (link: string) => readLink(em(), hashOfSecret(link), new Date(clock())),

    /** Signs in by a link, which is used up by that; null when it no longer counts. */
    async byLink(link: string, browser: Browser): Promise<Begun | null> {
      return begin(await useLink(em(), hashOfSecret(link), new Date(clock())), browser);
    },

    /** Signs in by the code, in the browser that asked for it; null when it is wrong or no longer counts: five tries. */
    async byCode(asking: string, typed: string, browser: Browser): Promise<Begun | null> {
      return begin(await codes.use(asking, typed), browser);
    },
  };
}
