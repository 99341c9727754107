import type { HomeTexts, UnlockTexts, OrdersTexts } from '../texts/orders.ts';

export const home: HomeTexts = {
  title: 'Dall’ordine all’attivazione',
  signInText: 'Per rivenditori, distributori, clienti e produttore, con un link via e-mail.',
  introduction:
    'Le licenze dell’AppSuite vengono consegnate qui nello Smart Account del cliente, sbloccate dal rivenditore, assegnate ai server e attivate.',
  api: 'API',
  apiText: 'Tutte le chiamate dell’API, da leggere e da provare.',
  openapi: 'Documento OpenAPI',
  openapiText: 'Lo stesso, per i programmi.',
  mailboxText: 'Le e-mail inviate. Nessuna ha lasciato questo servizio.',
};

export const unlock: UnlockTexts = {
  title: 'Sblocca le licenze',
  canceled: 'Questo ordine è stato annullato.',
  canceledText: 'Le sue licenze non possono più essere sbloccate né usate.',
  ended: 'Questo ordine è terminato.',
  endedText: 'Le sue licenze sono scadute e non resta nulla da sbloccare.',
  suspended: 'Questo ordine è sospeso.',
  suspendedText:
    'Puoi sbloccare le licenze e assegnarle, ma nessun server può usarle finché il produttore non riprende l’ordine.',
  taken: 'Lo sblocco è stato preso in carico.',
  takenText: 'Viene eseguito appena possibile, anche se chiudi questa pagina. Il risultato compare qui da solo.',
  unlockedOn: 'Sbloccate il',
  unlockedText: (customer) =>
    `${customer} ha queste licenze nel suo Smart Account. Assegnate a un server, si attivano con il suo token di attivazione.`,
  consequence: (customer) =>
    `Una volta sbloccate, ${customer} vede queste licenze nel suo Smart Account e può assegnarle ai server.`,
  consequenceDirect: 'Una volta sbloccate, queste licenze possono essere assegnate ai server.',
  final: 'Solo finché nulla è assegnato si possono bloccare di nuovo.',
  changed: 'Nel frattempo questa consegna è stata modificata.',
  changedText: 'Nulla è stato sbloccato. Questa pagina mostra la consegna com’è ora: controllala e conferma di nuovo.',
  button: 'Sblocca queste licenze',
};

export const orders: OrdersTexts = {
  title: 'Ordini',
  search: 'Cerca ordini e parti',
  empty: {
    title: 'Ancora nessun ordine',
    text: 'Quelli inviati dall’ERP compaiono qui appena vengono consegnati.',
  },
  placed: 'Effettuato il',
  direct: 'Vendita diretta',
  stage: 'Fase',
  stages: { all: 'Tutti', locked: 'Bloccati', unlocked: 'Sbloccati', assigned: 'Assegnati', activated: 'Attivati' },
  statusTexts: {
    suspended: 'Le licenze restano assegnate, ma nessun server può usarle finché il produttore non riprende l’ordine.',
    canceled: 'Le sue licenze sono terminate e non possono essere usate.',
    ended: 'Tutte le sue licenze sono scadute.',
  },
  lines: 'Righe',
  deliveries: 'Consegne',
  delivered: 'Consegnata il',
  unlocked: 'sbloccata il',
  unlock: 'Sblocca',
  mails: {
    due: 'E-mail in invio',
    sent: 'E-mail inviata',
    delivered: 'E-mail consegnata',
    bounced: 'E-mail respinta',
    unknown: 'E-mail: esito sconosciuto',
    superseded: 'E-mail sostituita prima dell’invio',
  },
  sendAgain: 'Invia di nuovo l’e-mail',
  sendAgainTo: (address) => `La stessa e-mail va a ${address}, con il pulsante di sblocco valido ora.`,
  sendAgainButton: 'Inviala',
  resent: 'L’e-mail viene inviata di nuovo.',
  resentText: 'Ha lo stesso contenuto e il pulsante di sblocco valido ora.',
  replaceLink: 'Sostituisci il link',
  replaceLinkConsequences: [
    'Il link di sblocco di ogni e-mail inviata finora per questa consegna smette subito di funzionare; chi lo apre legge che è stato sostituito.',
    'La consegna resta bloccata e nient’altro cambia.',
    'Nessuna e-mail parte da sola: inviala di nuovo, così il destinatario riceve il nuovo link.',
  ],
  linkReplaced: 'Il link di sblocco è stato sostituito.',
  linkReplacedText:
    'Le e-mail precedenti non sbloccano più nulla. Invia di nuovo l’e-mail, così il destinatario riceve il nuovo link.',
  plannedEnd: 'Annullata dal',
  plannedCapacity: 'Dal',
  meant: 'Per la sua fine si intende',
  doers: { link: 'il link dell’e-mail', operator: 'un operatore' },
  life: 'Cosa è successo',
  noLife: 'Non è ancora successo nulla.',
  renewed: (capacity, application) => `${application}: ${capacity}, come prima`,
  reducedFrom: (capacity, application, day) => `${application}: capacità da ridurre a ${capacity} dal ${day}`,
  reduced: (capacity, application, former) => `${application}: capacità ridotta a ${capacity}, da ${former}`,
  temporal: 'Apri in Temporal',
};
