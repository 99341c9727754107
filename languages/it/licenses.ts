import type { LicensesTexts } from '../texts/licenses.ts';

export const licenses: LicensesTexts = {
  title: 'Licenze',
  sheet: {
    license: 'Licenza',
    unit: 'Unità',
    state: 'Stato',
    stateUnits: 'Unità in questo stato',
    stateUntil: 'In questo stato fino al',
    careUntil: 'Manutenzione fino al',
    orders: 'Ordini',
    planned: 'Previsto',
  },
  csv: 'Scarica come CSV',
  search: 'Cerca applicazioni e ordini',
  shows: { all: 'Tutto', attention: 'Cosa richiede attenzione', free: 'Cosa è libero', locked: 'Cosa è bloccato' },
  sorts: { name: 'Nome', end: 'Cosa scade prima', free: 'Cosa è libero' },
  columns: {
    application: 'Applicazione',
    capacity: 'Capacità',
    term: 'Fino al',
    care: 'Manutenzione',
    actions: 'Azioni',
  },
  endless: 'Senza scadenza',
  noCare: 'Nessuna',
  assigned: 'Assegnate',
  used: 'In uso',
  free: 'Libere',
  locked: 'Bloccate',
  assignedOf: (assigned, owned) => `${assigned} assegnate su ${owned}`,
  details: 'Ordini e server',
  unlock: (order) => `Sblocca l’ordine ${order}`,
  nowhere: 'Non ancora assegnata ad alcun server.',
  empty: 'Questo cliente non ha ancora licenze. Compaiono qui appena viene consegnato un ordine per lui.',
  emptyForCustomer:
    'Non hai ancora licenze. Compaiono qui quando il rivenditore le sblocca; se ne aspetti, chiedi a lui.',
};
