import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'Ricerca',
  label: 'Cerca ovunque',
  open: 'Cerca',
  teach:
    'Inserisci il numero di un ordine, un ordine d’acquisto, un riferimento, il nome di un cliente, di un server o di una macchina, oppure i primi cinque caratteri di un token di attivazione. In qualsiasi pagina basta premere / per arrivare qui.',
  nothing: (q) => `Nessun risultato per «${q}».`,
  groups: { orders: 'Ordini', accounts: 'Clienti e account', servers: 'Server', people: 'Persone' },
  all: 'Mostra tutti',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'Panoramica',
    licenses: 'Licenze',
    servers: 'Server',
    orders: 'Ordini',
    activity: 'Attività',
    people: 'Persone',
  },
  parts: 'Sezioni di questa pagina',
  way: 'Dove ti trovi',
  more: 'Altre azioni',
  facts: { kind: 'Tipo', id: 'Account', timeZone: 'Fuso orario', seller: 'Venditore' },
};

export const estate: EstateTexts = {
  title: 'Server',
  search: 'Nome, ID o macchina',
  shows: {
    all: 'Tutti i server',
    silent: 'Silenziosi',
    registered: 'Nulla di assegnato',
    waiting: 'Da attivare',
    activated: 'Attivati',
  },
  customer: 'Cliente',
  version: 'Versione',
  machine: 'Macchina',
  csv: 'Scarica in CSV',
  empty: 'Non ci sono ancora server. Compaiono qui appena uno dei tuoi clienti ne registra uno.',
};

export const activity: ActivityTexts = {
  title: 'Attività',
  kind: 'Riguarda',
  kinds: {
    all: 'Tutto',
    orders: 'Ordini',
    servers: 'Server',
    accounts: 'Account e persone',
    advisories: 'Avvisi',
  },
  from: 'Dal',
  to: 'Al',
  by: 'Autore',
  anybody: 'Mostra le azioni di tutti',
  when: 'Quando',
  what: 'Che cosa è successo',
  about: 'Dove',
  csv: 'Scarica in CSV',
  empty: 'Qui non è ancora successo nulla. Compare tutto ciò che fanno le persone, i server o il passare del tempo.',
  further: 'Tra le attività più recenti nulla corrisponde. Quelle precedenti non sono ancora state esaminate.',
  older: 'Precedenti',
};

export const history: HistoryTexts = {
  title: (application) => `${application} nel tempo`,
  described: (application, from, to) =>
    `Unità di ${application} possedute e assegnate, mese per mese, da ${from} a ${to}`,
  month: 'Mese',
  owned: 'Possedute',
  assigned: 'Assegnate',
  used: 'In uso ora',
  table: 'Gli stessi dati in cifre',
};
