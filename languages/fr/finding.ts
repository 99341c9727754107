import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'Recherche',
  label: 'Rechercher partout',
  open: 'Rechercher',
  teach:
    'Saisissez le numéro d’une commande, un bon de commande, une référence, le nom d’un client ou d’un serveur, le nom d’une machine, ou les cinq premiers caractères d’un jeton d’activation. Appuyez sur / depuis n’importe quelle page pour venir ici.',
  nothing: (q) => `Rien n’a été trouvé pour «\u202F${q}\u202F».`,
  groups: { orders: 'Commandes', accounts: 'Clients et comptes', servers: 'Serveurs', people: 'Personnes' },
  all: 'Tout afficher',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'Aperçu',
    licenses: 'Licences',
    servers: 'Serveurs',
    orders: 'Commandes',
    activity: 'Activité',
    people: 'Personnes',
  },
  parts: 'Parties de cette page',
  way: 'Où vous êtes',
  more: 'Autres actions',
  facts: { kind: 'Type', id: 'Compte', timeZone: 'Fuseau horaire', seller: 'Vendeur' },
};

export const estate: EstateTexts = {
  title: 'Serveurs',
  search: 'Nom, ID ou machine',
  shows: {
    all: 'Tous les serveurs',
    silent: 'Sans contact',
    registered: 'Rien d’attribué',
    waiting: 'À activer',
    activated: 'Activés',
  },
  customer: 'Client',
  version: 'Version',
  machine: 'Machine',
  csv: 'Télécharger en CSV',
  empty: 'Il n’y a pas encore de serveurs. Ils apparaissent ici dès que l’un de vos clients en enregistre un.',
};

export const activity: ActivityTexts = {
  title: 'Activité',
  kind: 'Objet',
  kinds: {
    all: 'Tout',
    orders: 'Commandes',
    servers: 'Serveurs',
    accounts: 'Comptes et personnes',
    advisories: 'Avis',
  },
  from: 'Du',
  to: 'Au',
  by: 'Auteur',
  anybody: 'Afficher tous les auteurs',
  when: 'Quand',
  what: 'Ce qui s’est passé',
  about: 'Où',
  csv: 'Télécharger en CSV',
  empty:
    'Il ne s’est encore rien passé ici. Tout ce que quelqu’un fait, ou qu’un serveur ou le temps provoque, figure ici.',
  further: 'Rien ne correspond dans l’activité récente. La plus ancienne n’a pas encore été parcourue.',
  older: 'Plus ancien',
};

export const history: HistoryTexts = {
  title: (application) => `${application} au fil du temps`,
  described: (application, from, to) =>
    `Unités acquises et attribuées pour ${application}, mois par mois (${from} – ${to})`,
  month: 'Mois',
  owned: 'Acquis',
  assigned: 'Attribué',
  used: 'Utilisé maintenant',
  table: 'La même chose en chiffres',
};
