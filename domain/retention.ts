/**
 * How long what is known of people and of strange machines is kept, in days; what each kind is, and why it is kept so long, stands in
 * docs/privacy.md. What is bound to something that lives (a person to an account, an address to an order) is kept with it.
 */
export const RETENTION_DAYS = {
  /** What a request with an `Idempotency-Key` was answered. */
  idempotencyAnswers: 1,
  /** Requests to sign in, used or not. */
  signIns: 1,
  /** Challenges that a passkey answered: they expire much sooner. */
  usedChallenges: 1,
  /** A browser in which somebody signed in, from the last time on; after that it is a new one. */
  devices: 400,
  /** What was typed in a form before signing in again. */
  keptForms: 1,
  /** A session after it began, and after it was last used: it has ended then. */
  sessions: 30,
  unusedSessions: 7,
  /** Somebody who belongs to no account, from when they were first named. */
  peopleWithoutAccount: 30,
  /** An address that an order proposed and that no administrator confirmed. */
  unconfirmedMembers: 180,
  /** The text of an e-mail, and to whom it went, from when it was made. */
  mailBodies: 90,
  mailRecipients: 730,
  /** How often activations of a machine were refused on a day, from the last time on. */
  refusedActivations: 90,
  /** A machine that waited for somebody to enter its code, from when it began to; wrong codes as long. */
  pairings: 1,
  /** What became of events at webhooks, and webhooks that were removed. What waits is kept while it does. */
  webhookDeliveries: 30,
  /** A batch with its items, from when it was done or canceled; one that did not come in whole, from when it began to. */
  batches: 30,
  unfinishedUploads: 1,
  /** That an account knows of something, with its note, from when it was said: the same thing is listed no longer than that. */
  acknowledgements: 730,
  /** Addresses of the parties of an order, from when it was canceled or ended. */
  addressesOfOrders: 3_650,
} as const;

/** Stands where an address was; nobody can receive mail there (RFC 2606). */
export const ERASED_ADDRESS = 'erased@erased.invalid';
