import type { LicensesTexts } from '../texts/licenses.ts';

export const licenses: LicensesTexts = {
  title: 'Licenses',
  sheet: {
    license: 'License',
    unit: 'Unit',
    state: 'State',
    stateUnits: 'Units in this state',
    stateUntil: 'In this state until',
    careUntil: 'Care until',
    orders: 'Orders',
    planned: 'Planned',
  },
  csv: 'Download as CSV',
  search: 'Search applications and orders',
  shows: { all: 'Everything', attention: 'What needs attention', free: 'What is free', locked: 'What is locked' },
  sorts: { name: 'Name', end: 'What ends first', free: 'What is free' },
  columns: { application: 'Application', capacity: 'Capacity', term: 'Until', care: 'Care', actions: 'Actions' },
  endless: 'Without end',
  noCare: 'None',
  assigned: 'Assigned',
  used: 'In use',
  free: 'Free',
  locked: 'Locked',
  assignedOf: (assigned, owned) => `${assigned} of ${owned} assigned`,
  details: 'Orders and servers',
  unlock: (order) => `Unlock order ${order}`,
  nowhere: 'Not assigned to any server yet.',
  empty: 'This customer has no licenses yet. They appear here as soon as an order for it is delivered.',
  emptyForCustomer:
    'You have no licenses yet. They appear here once your reseller has unlocked them; ask there if you wait for some.',
};
