import type { FrameTexts } from '../texts/frame.ts';

export const frame: FrameTexts = {
  product: 'Cloud Licensing',
  skip: 'Vai al contenuto',
  menu: 'Menu',
  above: 'Pagine superiori',
  more: 'Altro',
  language: 'Lingua',
  customers: 'Clienti',
  people: 'Persone',
  sessions: 'Dove hai effettuato l’accesso',
  signIn: 'Accedi',
  signOut: 'Esci',
  mailbox: 'Casella di posta',
  signedInAs: 'Accesso effettuato come',
  notFound: {
    title: 'Qui non c’è nulla',
    text: 'Questo indirizzo non porta da nessuna parte. Se è arrivato per e-mail, aprilo dall’e-mail stessa: potrebbe mancare una parte alla fine.',
  },
  linkReplaced: {
    title: 'Questo link è stato sostituito',
    text: 'Un link più recente è arrivato per e-mail o sta per arrivare: apri quello. Questo non ha più alcun effetto.',
  },
  notPermitted: {
    title: 'Spetta a qualcun altro',
    text: 'Puoi consultare la pagina e chiedere a un amministratore di uno di questi:',
    doers: {
      vendor: 'il produttore',
      seller: 'chi ha venduto l’ordine',
      'seller-with-standing': 'un venditore del cliente, quando qualcosa che gli ha venduto è sbloccato',
      customer: 'il cliente',
      account: 'l’account stesso',
    },
  },
  refused: 'Non è stato possibile',
  unavailable: {
    title: 'Riprova tra un minuto',
    text: 'In questo momento il servizio non può accettare la richiesta. Nulla è andato perso: torna indietro e premi di nuovo il pulsante.',
  },
  tooMany: {
    title: 'Troppi tentativi',
    text: 'Attendi qualche minuto, poi riprova.',
  },
  unreadable: {
    title: 'Non è leggibile',
    text: 'Ciò che è stato inviato non è un modulo di questo servizio. Apri di nuovo la pagina e premi il suo pulsante.',
  },
  foreign: {
    title: 'La richiesta non arriva da una pagina di questo servizio',
    text: 'Nulla è stato modificato. Apri la pagina qui e premi il suo pulsante.',
  },
  broken: {
    title: 'Qualcosa è andato storto',
    text: 'Riprova. Se succede ancora, avvisa chi gestisce questo servizio.',
  },
};
