import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'Assegna queste licenze',
  assignFree: 'Assegna ciò che è libero',
  orFile: 'Oppure scegli il file scritto dall’AppSuite',
  download: 'Scarica come file',
  tooLarge: 'Questo file è più grande di qualsiasi stringa di un’AppSuite. Scegli quello che l’AppSuite ha scritto.',
  toServer: 'Al server',
  unlockChosen: 'Sblocca quelli scelti',
  choose: (order) => `Scegli l’ordine ${order}`,
  unlocking: 'Sblocca più ordini',
  unlockingText:
    'Una volta sbloccate, ogni cliente vede le proprie licenze nel suo Smart Account e può assegnarle ai server. Solo finché nulla è assegnato si possono bloccare di nuovo.',
  unlockAll: (count) => `Sblocca (${count})`,
  nothingChosen: 'Non è scelto nulla da sbloccare',
  nothingChosenText: 'Scegli nell’elenco gli ordini che hanno qualcosa di bloccato.',
  toOrders: 'Agli ordini',
  unlocked: 'Sbloccato',
  beingUnlocked: 'Lo sblocco è stato accolto',
  changed: 'Modificato nel frattempo e non sbloccato: guardalo di nuovo e conferma.',
};
