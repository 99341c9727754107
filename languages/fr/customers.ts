import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'Rechercher des clients',
  sorts: { attention: 'Points d’attention', name: 'Nom', end: 'Échéance la plus proche' },
  attention: 'À surveiller',
  nextEnd: 'Prochaine échéance',
  servers: 'Serveurs',
  fine: 'Tout va bien',
  empty: {
    title: 'Pas encore de clients',
    text: 'Dès qu’une commande pour l’un des vôtres est livrée, vous recevez un e-mail à ce sujet et le client apparaît ici.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'Filtres',
  show: 'Afficher',
  sort: 'Trier par',
  apply: 'Appliquer',
  nothing: 'Rien ne correspond à votre recherche.',
  clear: 'Tout afficher',
};

export const pager: ListTexts['pager'] = {
  pages: 'Pages',
  first: 'Aller à la première page',
  previous: 'Page précédente',
  next: 'Page suivante',
  page: (number) => `Page ${number}`,
};
