import type { LettersTexts } from '../texts/letters.ts';
import { count } from './count.ts';

export const letters: LettersTexts = {
  why: {
    seller: (account) => `Ricevi questa e-mail perché l’ordine indica ${account} come venditore.`,
    buyer: (account) => `Ricevi questa e-mail perché l’ordine è stato venduto a ${account}.`,
    digest: (account) => `Ricevi questa e-mail perché ${account} desidera sapere che cosa sta per scadere.`,
    signIn: 'Ricevi questa e-mail perché qualcuno ha chiesto di accedere con questo indirizzo.',
    proof: 'Ricevi questa e-mail perché con il tuo indirizzo è stato chiesto questo codice.',
    passkeys: 'Ricevi questa e-mail perché ti viene comunicata ogni modifica delle tue passkey.',
    newDevice: 'Ricevi questa e-mail perché ti viene comunicato ogni accesso da un nuovo browser.',
    codesTried: 'Ricevi questa e-mail perché il tuo indirizzo serve per accedere.',
    invitation: 'Ricevi questa e-mail perché questo indirizzo è stato indicato come tuo.',
    machineReplaced: 'Ricevi questa e-mail perché amministri l’account di questo server.',
    emergency: 'Ricevi questa e-mail perché ogni emergenza viene comunicata al produttore.',
    webhookDisabled: 'Ricevi questa e-mail perché amministri l’account di questo webhook.',
  },
  placedOn: 'Data dell’ordine',
  contact: 'Contatto',
  toOrder: 'Vai all’ordine',
  moreLines: count('altra riga, che si trova nell’ordine', 'altre righe, che si trovano nell’ordine'),
  moreEndings: count('altra voce, che si trova nel portale', 'altre voci, che si trovano nel portale'),
  toRenewals: 'Vedi che cosa scade',
  choose: 'Scegli quando essere avvisato, o disattiva queste e-mail',
  choice: {
    title: 'E-mail sulle scadenze',
    introduction: (account) =>
      `Per ${account}: un riepilogo di quanto non è stato rinnovato, al massimo una volta al giorno. Scegli quanti giorni prima della scadenza vuoi essere avvisato.`,
    days: 'Giorni prima della scadenza',
    daysBefore: count('giorno prima', 'giorni prima'),
    save: 'Salva',
    stop: 'Disattivale tutte',
    resume: 'Riattivale',
    on: { title: 'Queste e-mail sono attive', text: 'Arrivano nei giorni scelti qui sotto.' },
    off: {
      title: 'Queste e-mail sono disattivate',
      text: 'Non viene inviato nulla. Ciò che scade resta nel portale.',
    },
    nothingChosen: 'Scegline almeno uno, o disattivale tutte.',
  },
};
