import type { Doer } from '../../domain/people/permissions.ts';

/** What stands around every page, and what pages say when something went wrong. */
export type FrameTexts = {
  product: string;
  skip: string;
  menu: string;
  /** What the way through the pages above is called, for who listens. */
  above: string;
  /** On the press behind which seldom things stand. */
  more: string;
  language: string;
  customers: string;
  people: string;
  sessions: string;
  signIn: string;
  signOut: string;
  mailbox: string;
  signedInAs: string;
  notFound: { title: string; text: string };
  linkReplaced: { title: string; text: string };
  /** Followed by the list of those who may. */
  notPermitted: { title: string; text: string; doers: Record<Doer, string> };
  /** Followed by the sentence of the refusal. */
  refused: string;
  unavailable: { title: string; text: string };
  tooMany: { title: string; text: string };
  unreadable: { title: string; text: string };
  foreign: { title: string; text: string };
  broken: { title: string; text: string };
};
