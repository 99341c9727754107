/**
 * What the vendor promises beyond the contract's days. It is copied into an order when the order is accepted, and into
 * a server when it is registered, so that a change here touches new ones only.
 */
export type Policy = {
  /** Days after the last day in which a subscription still runs. */
  graceDays: number;
  /** Days after the last day in which a renewal still reinstates a line. */
  reinstatementDays: number;
  /** The last days of a term in which a line is called `expiring`. */
  expiringDays: number;
  /** Days before the end of a term or of care on which the seller is told. */
  noticeDays: readonly number[];
  /** Days without a check-in after which a server is called silent. */
  silentDays: number;
  /** Days without contact after which a subscription's entitlement stops on its server. */
  subscriptionLeaseDays: number;
  /** Days without contact after which a perpetual license loses its services, and keeps running. */
  perpetualLeaseDays: number;
};

export const POLICY = {
  graceDays: 15,
  reinstatementDays: 180,
  expiringDays: 90,
  noticeDays: [90, 60, 30, 7],
  silentDays: 7,
  subscriptionLeaseDays: 30,
  perpetualLeaseDays: 90,
} as const satisfies Policy;

/** What an evaluation is promised, in days; it comes with the line, as later promises touch later lines only. */
export type EvaluationTerms = {
  /** Its last day is at most so many days after its first. */
  longestDays: number;
  expiringDays: number;
  noticeDays: readonly number[];
  /** Days after its last day in which it can still become something else; its order lasts as long. */
  convertibleDays: number;
};

/** The same for evaluations; it comes with each line. */
export const EVALUATION = {
  longestDays: 90,
  expiringDays: 7,
  noticeDays: [7, 1],
  convertibleDays: 30,
} as const satisfies EvaluationTerms;

/** Days in which a renewal or a cancellation can be taken back; a canceled order lasts as long. */
export const WITHDRAWAL_DAYS = 14;

/** Minutes after its last amendment at which a delivery is told anew: of several in a row one e-mail tells. */
export const CORRECTION_MINUTES = 10;
