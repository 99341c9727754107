import type { OrderStage, OrderStatus } from '../../domain/order/order.ts';

/** Orders, in lists and on their own pages. */
export type OrdersTexts = {
  title: string;
  search: string;
  empty: { title: string; text: string };
  placed: string;
  /** Instead of a seller's name. */
  direct: string;
  stage: string;
  stages: Record<'all' | OrderStage, string>;
  statusTexts: Record<Exclude<OrderStatus, 'open'>, string>;
  lines: string;
  deliveries: string;
  delivered: string;
  unlocked: string;
  unlock: string;
  mails: Record<'due' | 'sent' | 'delivered' | 'bounced' | 'unknown' | 'superseded', string>;
  sendAgain: string;
  sendAgainTo(address: string): string;
  sendAgainButton: string;
  resent: string;
  resentText: string;
  replaceLink: string;
  replaceLinkConsequences: readonly string[];
  linkReplaced: string;
  linkReplacedText: string;
  /** Before the day from which a line is canceled, or has another capacity. */
  plannedEnd: string;
  plannedCapacity: string;
  meant: string;
  /** Who did something without being a person or a key. */
  doers: Record<'link' | 'operator', string>;
  life: string;
  noLife: string;
  /** What a renewal did to a line, and what it did to one that has less since. */
  renewed(capacity: string, application: string): string;
  reduced(capacity: string, application: string, former: string): string;
  /** The same for what is still to come, from a day on. */
  reducedFrom(capacity: string, application: string, day: string): string;
  temporal: string;
};

/** The page that unlocks a delivery. */
export type UnlockTexts = {
  title: string;
  canceled: string;
  canceledText: string;
  ended: string;
  endedText: string;
  suspended: string;
  suspendedText: string;
  taken: string;
  takenText: string;
  /** Followed by an instant. */
  unlockedOn: string;
  unlockedText(customer: string): string;
  consequence(customer: string): string;
  /** Where the customer bought directly, and sees the licenses already. */
  consequenceDirect: string;
  final: string;
  /** Where the delivery was told anew between the page and its button. */
  changed: string;
  changedText: string;
  button: string;
};

/** Where the portal begins. */
export type HomeTexts = {
  title: string;
  signInText: string;
  introduction: string;
  api: string;
  apiText: string;
  openapi: string;
  openapiText: string;
  mailboxText: string;
};
