import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'Kunden suchen',
  sorts: { attention: 'Was Aufmerksamkeit braucht', name: 'Name', end: 'Was zuerst endet' },
  attention: 'Braucht Aufmerksamkeit',
  nextEnd: 'Endet als Nächstes',
  servers: 'Server',
  fine: 'Alles in Ordnung',
  empty: {
    title: 'Noch keine Kunden',
    text: 'Sobald ein Auftrag für einen Ihrer Kunden geliefert ist, erhalten Sie eine E-Mail darüber, und der Kunde erscheint hier.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'Filter',
  show: 'Anzeigen',
  sort: 'Sortieren nach',
  apply: 'Anwenden',
  nothing: 'Nichts passt zu Ihrer Suche.',
  clear: 'Alles anzeigen',
};

export const pager: ListTexts['pager'] = {
  pages: 'Seiten',
  first: 'Zur ersten Seite',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  page: (number) => `Seite ${number}`,
};
