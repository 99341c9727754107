import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'Assign these licenses',
  assignFree: 'Assign what is free',
  orFile: 'Or choose the file that the AppSuite wrote',
  download: 'Download as a file',
  tooLarge: 'This file is larger than any string of an AppSuite. Choose the one that the AppSuite wrote.',
  toServer: 'To the server',
  unlockChosen: 'Unlock the chosen ones',
  choose: (order) => `Choose order ${order}`,
  unlocking: 'Unlock several orders',
  unlockingText:
    'Once unlocked, each customer sees its licenses in its Smart Account and can assign them to servers. Only while nothing is assigned can they be locked again.',
  unlockAll: (count) => `Unlock (${count})`,
  nothingChosen: 'Nothing to unlock is chosen',
  nothingChosenText: 'Choose orders in the list that have something locked.',
  toOrders: 'To the orders',
  unlocked: 'Unlocked',
  beingUnlocked: 'Your unlock is taken',
  changed: 'Changed meanwhile, and not unlocked: look at it again, and confirm.',
};
