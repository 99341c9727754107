import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import {
  addPasskey,
  findPasskey,
  passkeysOf,
  removePasskey,
  usePasskey,
  type KnownPasskey,
} from '../../db/queries/accounts/passkeys.ts';
import { addresseeOf } from '../../db/queries/accounts/sign-ins.ts';
import { isShowable } from '../../domain/text/text.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderPasskeyMail } from '../../emails/signing-in.tsx';
import type { Post } from '../../mail/post.ts';
import { isChallenge, makeChallenge, type Purpose } from '../../secrets/challenges.ts';
import { hashOfSecret } from '../../secrets/sign-in.ts';
import type { CurrentBrand } from '../brand/current.ts';
import type { Deps } from '../deps.ts';
import { openAccountOf, type Begin, type Begun, type Browser } from './beginning.ts';
import type { Viewer } from './sessions.ts';

const LONGEST_NAME = 100;
/** How long a browser waits for its person, in milliseconds. */
const PATIENCE_MS = 5 * 60_000;
/** EdDSA, ES256 and RS256: what devices have. */
const ALGORITHMS = [-8, -7, -257];

export type PasskeyService = ReturnType<typeof createPasskeyService>;

/**
 * Passkeys (WebAuthn): made by somebody who is signed in, found by their device without a name, and used only after it has
 * verified its person. They belong to the host of the public address; an IP address can have none. A challenge counts for one
 * act in one browser, ten minutes, and once.
 */
export function createPasskeyService(deps: Deps, begin: Begin, post: Post, brands: CurrentBrand) {
  const { orm, secretKeys, publicUrl, clock } = deps;
  const em = () => orm.em.fork();
  const { origin, hostname } = new URL(publicUrl);
  const expected = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };

  async function tell(viewer: Viewer, id: string, name: string, what: 'passkeyAdded' | 'passkeyRemoved', at: Date) {
    const addressee = await addresseeOf(em(), viewer.person.id);
    if (!addressee) return;
    const { email: to, locale, timeZone } = addressee;
    const known = await brands.sender();
    const about = { url: `${publicUrl}/passkeys`, at: at.getTime(), timeZone: timeZone ?? undefined };
    const mail = await renderPasskeyMail({ ...about, locale, brand: mailBrand(known, publicUrl), name, what });
    post.send({ ...mail, to, tag: 'passkey', idempotencyKey: `${what}/${hashOfSecret(`${id}/${at.getTime()}`)}` });
  }

  /** What a passkey answered, where it holds for a purpose; null where it does not, whatever is wrong. */
  async function judge(purpose: Purpose, answer: string) {
    const response = readAnswer<AuthenticationResponseJSON>(answer);
    const passkey = response && (await findPasskey(em(), response.id));
    if (!passkey || (purpose.person !== null && passkey.person !== purpose.person)) return null;
    let challenge = '';
    const at = new Date(clock());
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...{ ...expected, response, credential: credentialOf(passkey) },
        expectedChallenge: (said) => isChallenge(secretKeys, purpose, (challenge = said), at.getTime()),
      });
      if (!verified || !isOf(passkey.person, response.response.userHandle)) return null;
      const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo;
      return { passkey, use: { counter, backedUp, challengeHash: hashOfSecret(challenge), at } };
    } catch {
      return null;
    }
  }

  return {
    /** Whether there can be any at this address: browsers know none of bare IP addresses. */
    areOffered: isIP(hostname.replace(/^\[|\]$/g, '')) === 0,

    /** The passkeys of a viewer, oldest first. */
    list: ({ person }: Viewer) => passkeysOf(em(), person.id),

    /** What a viewer's browser is asked to make one by; `browser` is its cookie. */
    async askToMake({ person }: Viewer, browser: string) {
      const held = await passkeysOf(em(), person.id);
      return generateRegistrationOptions({
        ...{ rpName: (await brands.sender()).name ?? hostname, rpID: hostname },
        ...{ userName: person.email, userDisplayName: person.name ?? person.email, userID: idBytes(person.id) },
        challenge: makeChallenge(secretKeys, { act: 'make', browser, person: person.id }, clock()),
        ...{ attestationType: 'none', timeout: PATIENCE_MS, supportedAlgorithmIDs: ALGORITHMS },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: held.map(({ id }) => ({ id })),
      });
    },

    /** Keeps what a viewer's browser made, and tells them by e-mail; false where it does not hold or was taken before. */
    async make(viewer: Viewer, browser: string, answer: string, called: string): Promise<boolean> {
      const response = readAnswer<RegistrationResponseJSON>(answer);
      const purpose: Purpose = { act: 'make', browser, person: viewer.person.id };
      const madeAt = new Date(clock());
      let challenge = '';
      const { registrationInfo: made } = response
        ? await verifyRegistrationResponse({
            ...{ ...expected, response, supportedAlgorithmIDs: ALGORITHMS },
            expectedChallenge: (said) => isChallenge(secretKeys, purpose, (challenge = said), madeAt.getTime()),
          }).catch(() => ({ registrationInfo: undefined }))
        : {};
      if (!made) return false;
      const { id, publicKey, counter, transports = [] } = made.credential;
      const name = called.slice(0, LONGEST_NAME);
      const passkey = {
        ...{ id, counter, madeAt, name: isShowable(name) ? name : hostname, backedUp: made.credentialBackedUp },
        publicKey: Buffer.from(publicKey).toString('base64url'),
        transports: transports.filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 10),
      };
      const whose = { person: viewer.person.id, account: viewer.account.id };
      if (!(await addPasskey(em(), whose, passkey, hashOfSecret(challenge)))) return false;
      await tell(viewer, id, passkey.name, 'passkeyAdded', madeAt);
      return true;
    },

    /** Removes a passkey of a viewer and tells them by e-mail; the mailbox lets them in as before. */
    async remove(viewer: Viewer, id: string): Promise<void> {
      const at = new Date(clock());
      const name = await removePasskey(em(), { person: viewer.person.id, account: viewer.account.id }, id, at);
      if (name !== null) await tell(viewer, id, name, 'passkeyRemoved', at);
    },

    /** What a browser, of whoever or of a viewer, is asked to use one by. */
    askToUse(browser: string, viewer: Viewer | null) {
      const purpose: Purpose = viewer
        ? { act: 'prove', browser, person: viewer.person.id }
        : { act: 'sign-in', browser, person: null };
      const challenge = makeChallenge(secretKeys, purpose, clock());
      return generateAuthenticationOptions({
        ...{ rpID: hostname, challenge, timeout: PATIENCE_MS, userVerification: 'required' },
      });
    },

    /**
     * Signs in by what a passkey answered, which is journaled in the account that the session begins in; null where it does not
     * hold, was taken before, or its person has no account. Problems: IDENTITY_PROVIDER_REQUIRED.
     */
    async signIn(browser: string, answer: string, returnTo: string, by: Browser): Promise<Begun | null> {
      const judged = await judge({ act: 'sign-in', browser, person: null }, answer);
      if (!judged) return null;
      const { person, id } = judged.passkey;
      const [account, addressee] = await Promise.all([openAccountOf(em(), person), addresseeOf(em(), person)]);
      if (account === null || !addressee || !(await usePasskey(em(), id, { person, account }, judged.use))) return null;
      return begin({ person, email: addressee.email, returnTo }, by);
    },

    /** Whether a passkey of the viewer answered a challenge to prove it; once. */
    async prove({ person, account }: Viewer, browser: string, answer: string): Promise<boolean> {
      const judged = await judge({ act: 'prove', browser, person: person.id }, answer);
      const whose = { person: person.id, account: account.id };
      return judged !== null && usePasskey(em(), judged.passkey.id, whose, judged.use);
    },
  };
}

/** What a browser sent, as far as the library does not judge it; null for what is no answer. */
function readAnswer<Answer extends { id: string }>(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Partial<Answer> | null;
    return typeof answer?.id === 'string' && typeof (answer as { response?: unknown }).response === 'object'
      ? (answer as Answer)
      : null;
  } catch {
    return null;
  }
}

function credentialOf({ id, publicKey, counter, transports }: KnownPasskey) {
  return {
    ...{ id, counter, transports },
    publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
  };
}

/** A person as passkeys name them: the sixteen bytes of their id, which say nothing of them. */
function idBytes(person: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex'));
}

function isOf(person: string, userHandle: string | undefined): boolean {
  return userHandle === undefined || Buffer.from(idBytes(person)).toString('base64url') === userHandle;
}
