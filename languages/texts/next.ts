/** What comes next, after something was done. */
export type NextTexts = {
  /** After an unlock. */
  assign: string;
  /** After a server was retired. */
  assignFree: string;
  /** Offline exchanges by files. */
  orFile: string;
  download: string;
  tooLarge: string;
  toServer: string;
  /** Several orders at once. */
  unlockChosen: string;
  choose(order: string): string;
  unlocking: string;
  unlockingText: string;
  unlockAll(count: string): string;
  nothingChosen: string;
  nothingChosenText: string;
  toOrders: string;
  unlocked: string;
  beingUnlocked: string;
  changed: string;
};
