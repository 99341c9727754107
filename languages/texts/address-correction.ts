import type { MadeKind } from '../../domain/people/account.ts';

/** The page that puts a wrong e-mail address right. */
export type AddressCorrectionTexts = {
  title: string;
  explained: string;
  wrong: string;
  right: string;
  button: string;
  consequences: readonly string[];
  notAnAddress: string;
  same: string;
  unknown: string;
  done(address: string): string;
  doneText: string;
  links: string;
  noLinks: string;
  due: string;
  /** Says that what follows works still. */
  made: string;
  kinds: Record<MadeKind, string>;
};
