import { counted } from './plural.ts';
import type { Texts } from './texts.ts';

const count = (one: string, other: string) => counted('it', { one: `# ${one}`, other: `# ${other}` });

/** Italian. */
export const it: Texts = {
  locale: 'it',
  name: 'Italiano',
  direction: 'ltr',
  words: {
    order: 'Ordine',
    customer: 'Cliente',
    reseller: 'Rivenditore',
    distributor: 'Distributore',
    application: 'Applicazione',
    capacity: 'Capacità',
    term: 'Durata',
    care: 'Manutenzione',
    server: 'Server',
    activationToken: 'Token di attivazione',
    units: {
      users: count('utente', 'utenti'),
      channels: count('canale', 'canali'),
      operators: count('operatore', 'operatori'),
      rooms: count('sala', 'sale'),
      sessions: count('sessione', 'sessioni'),
    },
    licenses: { subscription: 'Abbonamento', perpetual: 'Licenza perpetua' },
    careLevels: { basic: 'Basic', gold: 'Gold', platinum: 'Platinum' },
    termStates: {
      upcoming: 'Non ancora iniziata',
      active: 'Attiva',
      expiring: 'In scadenza',
      grace: 'In tolleranza',
      expired: 'Scaduta',
      canceled: 'Annullata',
    },
    stages: { locked: 'Bloccato', unlocked: 'Sbloccato', assigned: 'Assegnato', activated: 'Attivato' },
    statuses: { open: 'Aperto', suspended: 'Sospeso', canceled: 'Annullato', ended: 'Concluso' },
    serverRoles: { production: 'Produzione', test: 'Test', redundancy: 'Ridondanza' },
    serverStates: {
      registered: 'Nulla di assegnato',
      waiting: 'In attesa del token',
      activated: 'Attivato',
      retired: 'Dismesso',
    },
    accountKinds: { vendor: 'Produttore', distributor: 'Distributore', reseller: 'Rivenditore', customer: 'Cliente' },
    roles: { administrator: 'Amministratore', viewer: 'Sola lettura' },
    between: (firstDay, lastDay) => `dal ${firstDay} al ${lastDay}`,
    since: (firstDay) => `dal ${firstDay}, senza scadenza`,
    careUntil: (level, lastDay) => `manutenzione ${level} fino al ${lastDay}`,
    noCare: 'senza manutenzione',
  },
  frame: {
    product: 'Cloud Licensing',
    skip: 'Vai al contenuto',
    menu: 'Menu',
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
    notPermitted: {
      title: 'Spetta a qualcun altro',
      text: 'Può farlo un amministratore dell’account, il suo venditore o il produttore. Puoi consultare la pagina e chiedere a uno di loro.',
    },
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
  },
  orderMail: {
    subject: (orderNumber, customerName) => `Ordine ${orderNumber}: licenze consegnate per ${customerName}`,
    heading: 'Licenze consegnate',
    preview: (orderNumber) => `L’ordine ${orderNumber} è stato consegnato e attende di essere sbloccato.`,
    introduction:
      'Le licenze qui sotto si trovano nello Smart Account del cliente. Sono bloccate: il cliente non le vede finché non le sblocchi.',
    lines: 'Che cosa è stato consegnato',
    unlockHeading: '1. Sblocca',
    unlockExplained:
      'Tieni bloccate le licenze per tutto il tempo che ti serve. Il pulsante apre una pagina che mostra che cosa verrà sbloccato e chiede conferma; non occorre accedere.',
    unlock: 'Sblocca le licenze',
    unlockAddress: 'Se il pulsante non funziona, apri questo indirizzo:',
    activateHeading: '2. Assegna e attiva',
    activateSteps: [
      'Nel portale, tu o il cliente assegnate la capacità a uno o più server AppSuite.',
      'Appena a un server è assegnato qualcosa, il portale mostra accanto il suo token di attivazione.',
      'Incolla il token di attivazione nel server AppSuite, versione Winter 2020 o successiva. Il server si collega all’indirizzo del portale via HTTPS, porta 443, e mostra le sue licenze.',
    ],
    portal: 'Apri il portale',
    closing:
      'Questa è l’unica e-mail su questa consegna. Conservala: il pulsante di sblocco funziona per tutto il tempo necessario.',
  },
  noticeMail: {
    subject: count('licenza sta per scadere', 'licenze stanno per scadere'),
    heading: 'Che cosa sta per scadere',
    preview: count(
      'licenza o contratto di manutenzione non è stato rinnovato.',
      'licenze o contratti di manutenzione non sono stati rinnovati.',
    ),
    introduction:
      'Quanto segue non è ancora stato rinnovato. Ordina il rinnovo: non occorre fare altro, i server ricevono da soli le nuove scadenze.',
    whatEnds: 'Che cosa scade',
    endsOn: 'Ultimo giorno',
    what: { term: (application) => application, care: (application) => `Manutenzione di ${application}` },
    ends: (lastDay, daysLeft) => `${lastDay} (${daysLeft})`,
    daysLeft: count('giorno rimasto', 'giorni rimasti'),
    closing:
      'Ricevi un riepilogo come questo al massimo una volta al giorno, e solo quando qualcosa di nuovo sta per scadere. Il tuo produttore può disattivarlo.',
  },
};
