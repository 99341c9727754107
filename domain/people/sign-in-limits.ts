/**
 * How far anybody gets at signing in, owner or stranger. docs/sign-in.md has a row for each, with what is tried there and the
 * test; the texts of pages and e-mails name some of them in words.
 */
export const SIGN_IN_LIMITS = {
  /** Random bits of a code to type, and of the secret in a link. */
  codeBits: 40,
  linkBits: 256,
  /** A link, and the code beside it, count so long after they were asked for. */
  linkMinutes: 10,
  triesOfACode: 5,
  /** Wrong codes for one address, of browsers that are not known to have signed in before; and from which on its owner is told. */
  wrongCodesADay: 25,
  wrongCodesTold: 10,
  /** E-mails to one address within the life of a link: for one asker, and for all together that are not known. */
  mailsOfOneAsker: 5,
  mailsOfStrangers: 20,
  /** Of one asker, for whatever addresses. */
  requestsOfOneAskerADay: 500,
  /** Of one network, in one process: requests for a link or code; codes, links and answers that are sent. */
  requestsAMinute: 20,
  triesAMinute: 30,
  /** A challenge to a passkey is answered within this time. */
  challengeMinutes: 10,
  passkeysOfOnePerson: 20,
  /** What cannot be undone asks again whoever proved longer ago that it is them, where `ASK_AGAIN_MINUTES` does not say otherwise. */
  askAgainMinutes: 30,
  /** So long somebody can say of a new device that it was not them. */
  notMeDays: 30,
  /** What was typed before signing in again is found so long after. */
  keptFormMinutes: 15,
} as const;
