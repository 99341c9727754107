import type { IntentTexts, RenewalsTexts, CalendarTexts } from '../texts/renewals.ts';
import { count } from './count.ts';

export const intents: IntentTexts = { renew: 'renouveler', end: 'laisser expirer', null: 'aucune pour le moment' };

export const renewals: RenewalsTexts = {
  title: 'Renouvellements',
  within: { 30: '30 jours', 60: '60 jours', 90: '90 jours', expired: 'Expiré, encore renouvelable' },
  ranges: 'Quels derniers jours',
  from: 'Dernier jour à partir du',
  to: 'Dernier jour jusqu’au',
  search: 'Client ou commande',
  what: 'Ce qui prend fin',
  whats: { all: 'Durée ou maintenance', term: 'Durée', care: 'Maintenance' },
  allApplications: 'Toutes les applications',
  intent: 'Intention',
  intents: { all: 'Toute intention', renew: 'À renouveler', end: 'À laisser expirer', undecided: 'À décider' },
  lastDay: 'Dernier jour',
  lines: count('ligne', 'lignes'),
  totals: 'En tout',
  renewableUntil: (day) => `Renouvelable jusqu’au ${day}`,
  choose: (application, customer) => `Sélectionner ${application} pour ${customer}`,
  chooseAll: 'Tout sélectionner sur cette page',
  chosen: 'Intention pour les lignes sélectionnées',
  save: 'Enregistrer l’intention',
  noneChosen: 'Sélectionnez au moins une ligne.',
  said: {
    renew: count('ligne est à renouveler', 'lignes sont à renouveler'),
    end: count('ligne est à laisser expirer', 'lignes sont à laisser expirer'),
    undecided: count('ligne est de nouveau à décider', 'lignes sont de nouveau à décider'),
  },
  next: {
    renew: 'Elles restent ici tant que l’éditeur ne les a pas renouvelées\u202F: commandez leur renouvellement.',
    end: 'Plus aucun avis d’échéance n’est envoyé à leur sujet. Elles prennent fin à leur dernier jour, sauf renouvellement.',
    undecided: 'Des avis d’échéance sont de nouveau envoyés à leur sujet.',
  },
  notAll: (said, chosen) =>
    `Enregistré pour ${said} sur ${chosen}. Celles-ci ont été refusées et restent sélectionnées\u202F:`,
  notYours: 'Quelqu’un d’autre en décide désormais.',
  empty: {
    title: 'Rien ne prend fin ces jours-là',
    text: 'Toutes les durées et toutes les maintenances dont le dernier jour tombe dans cette période figurent ici, pour tous les clients. Regardez sur 90 jours, ou choisissez vos propres dates.',
  },
  emptyExpired: {
    title: 'Rien n’a pris fin',
    text: 'Ce qui a pris fin et peut encore être renouvelé figure ici.',
  },
  sheet: { ends: 'Prend fin', note: 'Note', renewableUntil: 'Renouvelable jusqu’au' },
};

export const calendar: CalendarTexts = {
  title: 'Calendrier',
  introduction:
    'Votre calendrier peut suivre les échéances\u202F: chaque dernier jour d’une durée ou d’une maintenance que vous voyez ici, toujours à jour.',
  secret: 'Toute personne qui a l’adresse lit ces jours et les noms des clients\u202F: ne la donnez à personne.',
  make: 'Créer une adresse',
  address: 'Adresse de votre calendrier',
  copy: 'Copier l’adresse',
  copied: 'L’adresse a été copiée.',
  notCopied: 'La copie n’a pas été possible\u202F: sélectionnez l’adresse et copiez-la.',
  subscribe: 'Ouvrir dans le calendrier de cet appareil',
  howTitle: 'Comment l’ajouter',
  how: [
    'Outlook\u202F: Ajouter un calendrier, S’abonner à partir du web, puis collez l’adresse.',
    'Google Agenda\u202F: Autres agendas, À partir de l’URL, puis collez l’adresse.',
    'iPhone et Mac\u202F: appuyez sur «\u202FOuvrir dans le calendrier de cet appareil\u202F».',
  ],
  since: 'Création\u202F:',
  untold: 'L’adresse fonctionne encore, mais ne peut plus être affichée. Remplacez-la pour en voir une.',
  replace: 'Remplacer l’adresse',
  replaceConsequences: [
    'Une autre adresse est créée, que vous ajoutez à vos calendriers.',
    'L’adresse actuelle n’ouvre plus rien, immédiatement et définitivement.',
  ],
  off: 'Désactiver',
  offConsequences: [
    'L’adresse n’ouvre plus rien, immédiatement et définitivement.',
    'Les calendriers qui la suivent gardent ce qu’ils ont lu en dernier, jusqu’à ce que vous l’y supprimiez.',
  ],
  done: {
    made: { title: 'L’adresse est créée', text: 'Copiez-la, et ajoutez-la à votre calendrier comme abonnement.' },
    replaced: {
      title: 'L’adresse est remplacée',
      text: 'Ajoutez la nouvelle à vos calendriers, et supprimez-y l’ancienne.',
    },
    off: { title: 'Le calendrier est désactivé', text: 'Son adresse n’ouvre plus rien.' },
  },
  name: 'Renouvellements',
  termEnds: (application) => `Fin de licence\u202F: ${application}`,
  careEnds: (application) => `Fin de maintenance\u202F: ${application}`,
  of: (customer, what) => `${customer}\u202F: ${what}`,
};
