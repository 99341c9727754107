import type { LicensesTexts } from '../texts/licenses.ts';

export const licenses: LicensesTexts = {
  title: 'Lizenzen',
  sheet: {
    license: 'Lizenz',
    unit: 'Einheit',
    state: 'Zustand',
    stateUnits: 'Einheiten in diesem Zustand',
    stateUntil: 'In diesem Zustand bis',
    careUntil: 'Softwarepflege bis',
    orders: 'Aufträge',
    planned: 'Geplant',
  },
  csv: 'Als CSV herunterladen',
  search: 'Anwendungen und Aufträge suchen',
  shows: {
    all: 'Alles',
    attention: 'Was Aufmerksamkeit braucht',
    free: 'Was frei ist',
    locked: 'Was gesperrt ist',
  },
  sorts: { name: 'Name', end: 'Was zuerst endet', free: 'Was frei ist' },
  columns: {
    application: 'Anwendung',
    capacity: 'Kapazität',
    term: 'Bis',
    care: 'Softwarepflege',
    actions: 'Aktionen',
  },
  endless: 'Unbefristet',
  noCare: 'Keine',
  assigned: 'Zugewiesen',
  used: 'In Gebrauch',
  free: 'Frei',
  locked: 'Gesperrt',
  assignedOf: (assigned, owned) => `${assigned} von ${owned} zugewiesen`,
  details: 'Aufträge und Server',
  unlock: (order) => `Auftrag ${order} freischalten`,
  nowhere: 'Noch keinem Server zugewiesen.',
  empty: 'Dieser Kunde hat noch keine Lizenzen. Sie erscheinen hier, sobald ein Auftrag für ihn geliefert ist.',
  emptyForCustomer:
    'Sie haben noch keine Lizenzen. Sie erscheinen hier, sobald Ihr Fachhändler sie freigeschaltet hat; fragen Sie dort nach, wenn Sie auf welche warten.',
};
