import type { Counted } from '../plural.ts';
import type { OrderChange } from '../../domain/order/offers.ts';

/** A change of an order: what it is called, what it is for, and what is said once it was made. */
export type ChangeTexts = { title: string; explained: string; done: string; next: string };

/** How the vendor places orders and changes them, by forms. */
export type OrderChangesTexts = {
  /** The menu of an order's page, and the list in it of what cannot be done now. */
  menu: string;
  notNow: string;
  changes: Record<OrderChange | 'place', ChangeTexts>;
  /** Why a change has nothing to change. */
  nothing: Record<'resume' | 'lock' | 'withdraw' | 'withdraw-plan' | 'other', string>;
  /** Why something stays where it is while servers hold it. */
  stillAssigned: string;
  /** Where a change was taken that does not show yet. */
  soon: string;
  fields: {
    number: string;
    reference: string;
    referenceHelp: string;
    reason: string;
    party: string;
    partyHelp: string;
    resellerHelp: string;
    name: string;
    email: string;
    newAccount: string;
    timeZone: string;
    locale: string;
    lines: string;
    line(number: number): string;
    lineReference: string;
    license: string;
    startsOn: string;
    endsOn: string;
    endsOnHelp: string;
    startsOnHelp: string;
    careLevel: string;
    careHelp: string;
    careEndsOn: string;
    renewUntil: string;
    reduceTo: string;
    linesToRenew: string;
    linesToCancel: string;
    cancelOn: string;
    cancelOnHelp: string;
    becomes: string;
    delivery: string;
    fact: string;
    plan: string;
    confirmFar: string;
    none: string;
  };
  /** What can be withdrawn, by its reference. */
  withdrawable: Record<'renewal' | 'cancellation', (reference: string) => string>;
  /** What is wrong with a field. */
  wrong: {
    missing: string;
    id: string;
    text: string;
    email: string;
    capacity: string;
    day: string;
    choice: string;
    timeZone: string;
    locale: string;
    endsOn: string;
    careEndsOn: string;
    care: string;
    lines: string;
    otherKind: string;
    unknownParty: string;
    nothingTyped: string;
    refused: string;
    severalParties(names: string): string;
  };
  notAll: string;
  preview: string;
  moreLines: string;
  edit: string;
  follows: string;
  followsNothing: string;
  asItWillBe: string;
  changedMeanwhile: string;
  changedMeanwhileText: string;
  overtakenText: string;
  mailGoes(delivery: string, name: string, address: string, instant: string): string;
  noMail: string;
  loses(server: string, from: string, to: string, application: string): string;
  getsBack(server: string, from: string, to: string, application: string): string;
  willLose(day: string, capacity: string, assigned: string, application: string): string;
  stops: Counted;
  goesOn: Counted;
  readsNoMore(account: string): string;
};
