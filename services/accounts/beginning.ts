import { randomUUID } from 'node:crypto';
import { accountsOf } from '../../db/queries/accounts/people.ts';
import { beginSession } from '../../db/queries/accounts/sessions.ts';
import type { SignedIn } from '../../db/queries/accounts/sign-ins.ts';
import { browserMark, hashOfSecret, randomSecret } from '../../secrets/sign-in.ts';
import type { Deps } from '../deps.ts';
import type { DeviceService } from './devices.ts';

const LONGEST_USER_AGENT = 300;

/** The browser that signs in: what it says it is, the cookie of a session it may have had, and the one it is known by. */
export type Browser = { userAgent: string; formerCookie: string | null; device: string | null };

/**
 * A session that has begun: its id and what its cookie holds, what the browser is known by from now on to the limits of
 * requests (`mark`) and to its person (`device`), and where to go.
 */
export type Begun = { session: string; cookie: string; mark: string; device: string; returnTo: string };

export type Begin = ReturnType<typeof createBegin>;

/** How a session begins, whichever way somebody has signed in by. */
export function createBegin({ orm, secretKeys, clock }: Deps, devices: Pick<DeviceService, 'see'>) {
  const em = () => orm.em.fork();

  /** Null where nobody has signed in, or they belong to no account any more. */
  return async function begin(signedIn: SignedIn | null, browser: Browser): Promise<Begun | null> {
    const [account] = signedIn ? await accountsOf(em(), signedIn.person) : [];
    if (!signedIn || !account) return null;
    const [cookie, id, at] = [randomSecret(), randomUUID(), new Date(clock())];
    const { person, email, returnTo } = signedIn;
    const userAgent = browser.userAgent.slice(0, LONGEST_USER_AGENT);
    const session = { id, hash: hashOfSecret(cookie), person, account: account.id, userAgent, at };
    const former = browser.formerCookie && hashOfSecret(browser.formerCookie);
    if (!(await beginSession(em(), session, former))) return null;
    // Afterwards, as without the answer's cookie nobody has the session: cut short here, the next time is the first.
    const device = await devices.see({ person, userAgent, device: browser.device });
    return { session: id, cookie, mark: browserMark(secretKeys, email), device, returnTo };
  };
}
