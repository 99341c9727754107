import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'Buscar clientes',
  sorts: { attention: 'Lo que requiere atención', name: 'Nombre', end: 'Lo que vence antes' },
  attention: 'Requiere atención',
  nextEnd: 'Próximo vencimiento',
  servers: 'Servidores',
  fine: 'Todo en orden',
  empty: {
    title: 'Aún no hay clientes',
    text: 'En cuanto se entregue un pedido para uno de sus clientes, usted recibirá un correo y el cliente aparecerá aquí.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'Filtros',
  show: 'Mostrar',
  sort: 'Ordenar por',
  apply: 'Aplicar',
  nothing: 'Nada coincide con lo que busca.',
  clear: 'Mostrar todo',
};

export const pager: ListTexts['pager'] = {
  pages: 'Páginas',
  first: 'A la primera página',
  previous: 'Página anterior',
  next: 'Página siguiente',
  page: (number) => `Página ${number}`,
};
