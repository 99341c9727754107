import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountsOf } from '../../db/queries/accounts/people.ts';
import { beginSession } from '../../db/queries/accounts/sessions.ts';
import type { SignedIn } from '../../db/queries/accounts/sign-ins.ts';
import { requiringProviders } from '../../db/queries/identity/admission.ts';
import { browserMark, hashOfSecret, randomSecret } from '../../secrets/sign-in.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import type { DeviceService } from './devices.ts';

const LONGEST_USER_AGENT = 300;

/** The browser that signs in: what it says it is, the cookie of a session it may have had, and the one it is known by. */
export type Browser = { userAgent: string; formerCookie: string | null; device: string | null };

/**
 * A session that has begun: its id and what its cookie holds, what the browser is known by from now on to the limits of
 * requests (`mark`) and to its person (`device`), and where to go.
 */
export type Begun = { session: string; cookie: string; mark: string; device: string; returnTo: string };

/** The provider of an account that says who somebody is; `note` keeps what it said of the session, or throws. */
export type ByProvider = { account: string; note: (session: string) => Promise<void> };

export type Begin = ReturnType<typeof createBegin>;

/**
 * The first account of a person that lets people in without its provider, in which they go on; null where they belong to none
 * at all. Problems: IDENTITY_PROVIDER_REQUIRED, by all of them.
 */
export async function openAccountOf(em: EntityManager, person: string): Promise<string | null> {
  const accounts = (await accountsOf(em, person)).map(({ id }) => id);
  if (accounts.length === 0) return null;
  const closed = await requiringProviders(em, accounts);
  const open = accounts.find((id) => !closed.has(id));
  if (open === undefined) throw new ProblemError('IDENTITY_PROVIDER_REQUIRED');
  return open;
}

/** How a session begins, whichever way somebody has signed in by. */
export function createBegin({ orm, secretKeys, clock }: Deps, devices: Pick<DeviceService, 'see'>) {
  const em = () => orm.em.fork();

  /**
   * Null where nobody has signed in, or they belong to no account any more, or not to that of the provider. Problems:
   * IDENTITY_PROVIDER_REQUIRED, by all accounts of who signed in without one.
   */
  return async function begin(
    signedIn: SignedIn | null,
    browser: Browser,
    provider: ByProvider | null = null,
  ): Promise<Begun | null> {
    if (!signedIn) return null;
    const { person, email, returnTo } = signedIn;
    const account = provider ? provider.account : await openAccountOf(em(), person);
    if (account === null) return null;
    const [cookie, id, at] = [randomSecret(), randomUUID(), new Date(clock())];
    const userAgent = browser.userAgent.slice(0, LONGEST_USER_AGENT);
    const session = { id, hash: hashOfSecret(cookie), person, account, userAgent, at };
    const former = browser.formerCookie && hashOfSecret(browser.formerCookie);
    if (!(await beginSession(em(), session, former))) return null;
    // From here on, cut short, nobody has the session, as nobody has its cookie: the next time is the first.
    await provider?.note(id);
    const device = await devices.see({ person, userAgent, device: browser.device });
    return { session: id, cookie, mark: browserMark(secretKeys, email), device, returnTo };
  };
}
