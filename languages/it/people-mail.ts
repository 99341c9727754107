import type { PeopleMailTexts } from '../texts/people-mail.ts';

export const peopleMail: PeopleMailTexts = {
  signIn: {
    subject: (code) => `${code} è il tuo codice per accedere a Cloud Licensing`,
    heading: 'Accedi',
    introduction: 'Oppure premi il pulsante entro dieci minuti. Apre una pagina che ti chiede conferma.',
    button: 'Accedi',
    address: 'Se il pulsante non funziona, apri questo indirizzo:',
    code: 'Digita questo codice entro dieci minuti, nel browser in cui l’hai chiesto:',
    closing: 'Non sei stato tu a chiederlo? Allora non succede nulla: elimina questa e-mail.',
  },
  codesTried: {
    subject: 'Qualcuno digita codici errati per il tuo indirizzo',
    heading: 'Qualcuno digita codici errati',
    introduction:
      'Oggi qualcuno ha chiesto di accedere con questo indirizzo e ha digitato almeno dieci codici errati. Nessuno è entrato così. Dopo 25, nessun codice vale fino a domani, tranne nei browser in cui hai già effettuato l’accesso. I link nelle e-mail funzionano sempre.',
    button: 'Accedi',
    closing: 'Sei stato tu? Allora non c’è nulla da fare. Non comunicare a nessuno un codice e non inoltrare un link.',
  },
  machineReplaced: {
    subject: (server) => `Il server ${server} passa a un’altra macchina`,
    heading: 'Un server passa a un’altra macchina',
    introduction: (server) =>
      `Qualcuno che gestisce i server del tuo account ha fatto prendere a un’altra macchina il posto di ${server}. La macchina su cui si trovava lo perde.`,
    button: 'Apri il server',
    closing:
      'Nessuno della tua azienda lo ha fatto? Allora crea nel portale un nuovo token di attivazione per il server e attiva di nuovo la macchina giusta.',
  },
  emergency: {
    subject: (customer) => `${customer} ha dichiarato un’emergenza`,
    heading: 'È stata dichiarata un’emergenza',
    introduction: (customer, capacity, application, lastDay) =>
      `${customer} ha preso per sé ${capacity} di ${application}, fino alla fine del ${lastDay}. Termina da sola.`,
    reason: 'Il motivo',
    order: 'Ordine',
    button: 'Guarda l’ordine',
    closing: 'Non c’è nulla da fare. In 365 giorni si possono dichiarare due emergenze.',
  },
  webhookDisabled: {
    subject: 'Un webhook è stato disattivato',
    heading: 'Un webhook non riceve più eventi',
    introduction: {
      gone: (host) =>
        `L’endpoint presso ${host} ha detto di non esistere più (410). Il suo webhook è stato disattivato subito.`,
      'nothing-taken': (host) =>
        `L’endpoint presso ${host} non ha accettato nulla per più di tre giorni, benché tutto sia stato tentato dieci volte. Il suo webhook è stato disattivato.`,
    },
    button: 'Accedi',
    closing: (webhook) =>
      `Nulla è perduto: quando il webhook ${webhook} viene riattivato, nel portale o tramite l’API, riprende da dove si era fermato.`,
  },
  invitation: {
    subject: (account) => `Ora puoi accedere per conto di ${account}`,
    heading: 'Hai ricevuto un invito',
    introduction: (account, invitedBy) =>
      `${invitedBy} ti ha dato accesso alle licenze di ${account}. Non serve una password: accedi con questo indirizzo e-mail e riceverai un link.`,
    button: 'Vai al portale',
    closing: 'Se non sai di che cosa si tratta, chiedi al mittente o elimina questa e-mail.',
  },
};
