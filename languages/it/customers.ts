import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'Cerca clienti',
  sorts: { attention: 'Cosa richiede attenzione', name: 'Nome', end: 'Cosa scade prima' },
  attention: 'Richiede attenzione',
  nextEnd: 'Prossima scadenza',
  servers: 'Server',
  fine: 'Tutto a posto',
  empty: {
    title: 'Ancora nessun cliente',
    text: 'Quando viene consegnato un ordine per un tuo cliente ricevi un’e-mail e il cliente compare qui.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'Filtri',
  show: 'Mostra',
  sort: 'Ordina per',
  apply: 'Applica',
  nothing: 'Nulla corrisponde alla ricerca.',
  clear: 'Mostra tutto',
};

export const pager: ListTexts['pager'] = {
  pages: 'Pagine',
  first: 'Alla prima pagina',
  previous: 'Pagina precedente',
  next: 'Pagina successiva',
  page: (number) => `Pagina ${number}`,
};
