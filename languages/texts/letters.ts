import type { Counted } from '../plural.ts';

/** What e-mails have around what each says, and the page on which whoever gets digests chooses when. */
export type LettersTexts = {
  /** Why somebody gets an e-mail, by its kind; in the last lines of each. */
  why: {
    seller: (account: string) => string;
    buyer: (account: string) => string;
    digest: (account: string) => string;
    signIn: string;
    proof: string;
    passkeys: string;
    newDevice: string;
    codesTried: string;
    invitation: string;
    machineReplaced: string;
    emergency: string;
    webhookDisabled: string;
  };
  /** Of an order. */
  placedOn: string;
  contact: string;
  toOrder: string;
  /** How many lines there are beside those that are named, and where they are. */
  moreLines: Counted;
  moreEndings: Counted;
  toRenewals: string;
  /** In a digest, in front of the address where its reader says when he wants any. */
  choose: string;
  /** That page. */
  choice: {
    title: string;
    introduction: (account: string) => string;
    days: string;
    daysBefore: Counted;
    save: string;
    stop: string;
    resume: string;
    /** What is so. */
    on: { title: string; text: string };
    off: { title: string; text: string };
    nothingChosen: string;
  };
};
