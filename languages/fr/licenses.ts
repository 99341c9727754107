import type { LicensesTexts } from '../texts/licenses.ts';

export const licenses: LicensesTexts = {
  title: 'Licences',
  sheet: {
    license: 'Licence',
    unit: 'Unité',
    state: 'État',
    stateUnits: 'Unités dans cet état',
    stateUntil: 'Dans cet état jusqu’au',
    careUntil: 'Maintenance jusqu’au',
    orders: 'Commandes',
    planned: 'Prévu',
  },
  csv: 'Télécharger en CSV',
  search: 'Rechercher applications et commandes',
  shows: {
    all: 'Tout',
    attention: 'Points d’attention',
    free: 'Ce qui est libre',
    locked: 'Ce qui est verrouillé',
  },
  sorts: { name: 'Nom', end: 'Échéance la plus proche', free: 'Ce qui est libre' },
  columns: {
    application: 'Application',
    capacity: 'Capacité',
    term: 'Jusqu’au',
    care: 'Maintenance',
    actions: 'Actions',
  },
  endless: 'Sans échéance',
  noCare: 'Aucune',
  assigned: 'Attribué',
  used: 'Utilisé',
  free: 'Libre',
  locked: 'Verrouillé',
  assignedOf: (assigned, owned) => `Attribution\u202F: ${assigned} sur ${owned}`,
  details: 'Commandes et serveurs',
  unlock: (order) => `Déverrouiller la commande ${order}`,
  nowhere: 'Attribué à aucun serveur pour le moment.',
  empty: 'Ce client n’a pas encore de licences. Elles apparaissent ici dès qu’une commande pour lui est livrée.',
  emptyForCustomer:
    'Vous n’avez pas encore de licences. Elles apparaissent ici dès que votre revendeur les a déverrouillées\u202F; adressez-vous à lui si vous en attendez.',
};
