import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'Búsqueda',
  label: 'Buscar en todo',
  open: 'Buscar',
  teach:
    'Escriba el número de un pedido, una orden de compra, una referencia, el nombre de un cliente, de un servidor o de una máquina, o los cinco primeros caracteres de un token de activación. Pulse / en cualquier página para llegar aquí.',
  nothing: (q) => `No se ha encontrado nada para «${q}».`,
  groups: { orders: 'Pedidos', accounts: 'Clientes y cuentas', servers: 'Servidores', people: 'Personas' },
  all: 'Mostrar todos',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'Resumen',
    licenses: 'Licencias',
    servers: 'Servidores',
    orders: 'Pedidos',
    activity: 'Actividad',
    people: 'Personas',
  },
  parts: 'Secciones de esta página',
  way: 'Dónde se encuentra',
  more: 'Más acciones',
  facts: { kind: 'Tipo', id: 'Cuenta', timeZone: 'Zona horaria', seller: 'Vendedor' },
};

export const estate: EstateTexts = {
  title: 'Servidores',
  search: 'Nombre, ID o máquina',
  shows: {
    all: 'Todos los servidores',
    silent: 'Sin contacto',
    registered: 'Nada asignado',
    waiting: 'Por activar',
    activated: 'Activados',
  },
  customer: 'Cliente',
  version: 'Versión',
  machine: 'Máquina',
  csv: 'Descargar como CSV',
  empty: 'Aún no hay servidores. Aparecerán aquí en cuanto uno de sus clientes registre uno.',
};

export const activity: ActivityTexts = {
  title: 'Actividad',
  kind: 'Sobre',
  kinds: {
    all: 'Todo',
    orders: 'Pedidos',
    servers: 'Servidores',
    accounts: 'Cuentas y personas',
    advisories: 'Avisos',
  },
  from: 'Desde',
  to: 'Hasta',
  by: 'Realizado por',
  anybody: 'Mostrar lo que ha hecho cualquiera',
  when: 'Cuándo',
  what: 'Qué ha ocurrido',
  about: 'Dónde',
  csv: 'Descargar como CSV',
  empty:
    'Aquí aún no ha ocurrido nada. Se mostrará todo lo que haga cualquier persona, y lo que provoquen los servidores o el paso del tiempo.',
  further: 'Nada de lo más reciente coincide. La actividad anterior aún no se ha examinado.',
  older: 'Anterior',
};

export const history: HistoryTexts = {
  title: (application) => `${application} a lo largo del tiempo`,
  described: (application, from, to) =>
    `Unidades de ${application} adquiridas y asignadas, mes a mes, desde ${from} hasta ${to}`,
  month: 'Mes',
  owned: 'Adquiridas',
  assigned: 'Asignadas',
  used: 'En uso ahora',
  table: 'Lo mismo en cifras',
};
