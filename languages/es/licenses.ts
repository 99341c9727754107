import type { LicensesTexts } from '../texts/licenses.ts';

export const licenses: LicensesTexts = {
  title: 'Licencias',
  sheet: {
    license: 'Licencia',
    unit: 'Unidad',
    state: 'Estado',
    stateUnits: 'Unidades en este estado',
    stateUntil: 'En este estado hasta',
    careUntil: 'Mantenimiento hasta',
    orders: 'Pedidos',
    planned: 'Previsto',
  },
  csv: 'Descargar como CSV',
  search: 'Buscar aplicaciones y pedidos',
  shows: { all: 'Todo', attention: 'Lo que requiere atención', free: 'Lo libre', locked: 'Lo bloqueado' },
  sorts: { name: 'Nombre', end: 'Lo que vence antes', free: 'Lo libre' },
  columns: {
    application: 'Aplicación',
    capacity: 'Capacidad',
    term: 'Hasta',
    care: 'Mantenimiento',
    actions: 'Acciones',
  },
  endless: 'Sin vencimiento',
  noCare: 'Ninguno',
  assigned: 'Asignadas',
  used: 'En uso',
  free: 'Libres',
  locked: 'Bloqueadas',
  assignedOf: (assigned, owned) => `${assigned} de ${owned} asignadas`,
  details: 'Pedidos y servidores',
  unlock: (order) => `Desbloquear el pedido ${order}`,
  nowhere: 'Aún sin asignar a ningún servidor.',
  empty: 'Este cliente aún no tiene licencias. Aparecerán aquí en cuanto se entregue un pedido para él.',
  emptyForCustomer:
    'Aún no tiene licencias. Aparecerán aquí cuando su revendedor las haya desbloqueado; si espera alguna, consúltele.',
};
