import type { IntentTexts, RenewalsTexts, CalendarTexts } from '../texts/renewals.ts';
import { count } from './count.ts';

export const intents: IntentTexts = { renew: 'renovar', end: 'dejar que venza', null: 'aún ninguna' };

export const renewals: RenewalsTexts = {
  title: 'Renovaciones',
  within: { 30: '30 días', 60: '60 días', 90: '90 días', expired: 'Vencidas, aún renovables' },
  ranges: 'Qué últimos días',
  from: 'Último día desde',
  to: 'Último día hasta',
  search: 'Cliente o pedido',
  what: 'Qué vence',
  whats: { all: 'Vigencia o mantenimiento', term: 'Vigencia', care: 'Mantenimiento' },
  allApplications: 'Todas las aplicaciones',
  intent: 'Intención',
  intents: { all: 'Cualquier intención', renew: 'Renovar', end: 'Dejar vencer', undecided: 'Sin decidir' },
  lastDay: 'Último día',
  lines: count('línea', 'líneas'),
  totals: 'En total',
  renewableUntil: (day) => `Renovable hasta el ${day}`,
  choose: (application, customer) => `Elegir ${application} de ${customer}`,
  chooseAll: 'Elegir todas las de esta página',
  chosen: 'Intención para las líneas elegidas',
  save: 'Guardar la intención',
  noneChosen: 'Elija al menos una línea.',
  said: {
    renew: count('línea se va a renovar', 'líneas se van a renovar'),
    end: count('línea se dejará vencer', 'líneas se dejarán vencer'),
    undecided: count('línea vuelve a estar sin decidir', 'líneas vuelven a estar sin decidir'),
  },
  next: {
    renew: 'Permanecen aquí hasta que el fabricante las haya renovado: pida su renovación.',
    end: 'Ya no se envían notificaciones sobre ellas. Terminan en su último día, salvo que se renueven.',
    undecided: 'Se vuelven a enviar notificaciones sobre ellas.',
  },
  notAll: (said, chosen) => `Guardado para ${said} de ${chosen}. Estas se rechazaron y siguen elegidas:`,
  notYours: 'Entretanto, la decisión corresponde a otra persona.',
  empty: {
    title: 'En estos días no vence nada',
    text: 'Aquí aparecen, para todos los clientes, las vigencias y los mantenimientos cuyo último día cae en ellos. Consulte los 90 días o elija usted los días.',
  },
  emptyExpired: { title: 'No ha vencido nada', text: 'Aquí aparece lo que ha vencido y aún se puede renovar.' },
  sheet: { ends: 'Vence', note: 'Nota', renewableUntil: 'Renovable hasta' },
};

export const calendar: CalendarTexts = {
  title: 'Calendario',
  introduction:
    'Su calendario puede seguir los vencimientos: cada último día de vigencia o de mantenimiento que usted ve aquí, siempre al día.',
  secret: 'Quien tenga la dirección puede leer estos días y los nombres de los clientes: no se la dé a nadie.',
  make: 'Crear una dirección',
  address: 'Dirección de su calendario',
  copy: 'Copiar la dirección',
  copied: 'Se ha copiado la dirección.',
  notCopied: 'No se ha podido copiar: seleccione la dirección y cópiela.',
  subscribe: 'Abrir en el calendario de este dispositivo',
  howTitle: 'Cómo añadirlo',
  how: [
    'Outlook: «Agregar calendario», «Suscribirse desde la web», y pegue la dirección.',
    'Google Calendar: «Otros calendarios», «Desde URL», y pegue la dirección.',
    'iPhone y Mac: pulse «Abrir en el calendario de este dispositivo».',
  ],
  since: 'Creada el',
  untold: 'La dirección sigue funcionando, pero ya no se puede mostrar. Sustitúyala para ver una.',
  replace: 'Sustituir la dirección',
  replaceConsequences: [
    'Se crea otra dirección, que deberá añadir a sus calendarios.',
    'La actual deja de funcionar, de inmediato y para siempre.',
  ],
  off: 'Desactivar',
  offConsequences: [
    'La dirección deja de funcionar, de inmediato y para siempre.',
    'Los calendarios que la siguen conservan lo último que leyeron hasta que usted la quite de ellos.',
  ],
  done: {
    made: { title: 'La dirección se ha creado', text: 'Cópiela y añádala a su calendario como suscripción.' },
    replaced: {
      title: 'La dirección se ha sustituido',
      text: 'Añada la nueva a sus calendarios y quite de ellos la anterior.',
    },
    off: { title: 'El calendario se ha desactivado', text: 'Su dirección ya no abre nada.' },
  },
  name: 'Renovaciones',
  termEnds: (application) => `Vence ${application}`,
  careEnds: (application) => `Vence el mantenimiento de ${application}`,
  of: (customer, what) => `${customer}: ${what}`,
};
