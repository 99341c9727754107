import type { HomeTexts, UnlockTexts, OrdersTexts } from '../texts/orders.ts';

export const home: HomeTexts = {
  title: 'Del pedido a la activación',
  signInText: 'Para revendedores, distribuidores, clientes y el fabricante, con un enlace por correo.',
  introduction:
    'Las licencias de AppSuite se entregan aquí en la Smart Account del cliente, el revendedor las desbloquea, y después se asignan a servidores y se activan.',
  api: 'API',
  apiText: 'Todas las rutas de la API, para leerlas y probarlas.',
  openapi: 'Documento OpenAPI',
  openapiText: 'Lo mismo, para programas.',
  mailboxText: 'Los correos que se enviaron. Ninguno ha salido de este servicio.',
};

export const unlock: UnlockTexts = {
  title: 'Desbloquear licencias',
  canceled: 'Este pedido se canceló.',
  canceledText: 'Sus licencias ya no se pueden desbloquear ni usar.',
  ended: 'Este pedido ha finalizado.',
  endedText: 'Sus licencias han vencido y no queda nada por desbloquear.',
  suspended: 'Este pedido está suspendido.',
  suspendedText:
    'Puede desbloquear sus licencias y asignarlas, pero ningún servidor podrá usarlas hasta que el fabricante reanude el pedido.',
  taken: 'Hemos recibido su desbloqueo.',
  takenText:
    'Se realizará en cuanto sea posible, aunque cierre esta página. El resultado aparecerá aquí automáticamente.',
  unlockedOn: 'Desbloqueadas el',
  unlockedText: (customer) =>
    `${customer} tiene estas licencias en su Smart Account. Una vez asignadas a un servidor, se activan con el token de activación de este.`,
  consequence: (customer) =>
    `Tras el desbloqueo, ${customer} verá estas licencias en su Smart Account y podrá asignarlas a servidores.`,
  consequenceDirect: 'Una vez desbloqueadas, estas licencias podrán asignarse a servidores.',
  final: 'Solo se pueden bloquear de nuevo mientras no se haya asignado ninguna.',
  changed: 'Entretanto, esta entrega ha cambiado.',
  changedText:
    'No se ha desbloqueado nada. Esta página muestra la entrega tal como está ahora: revísela y confirme de nuevo.',
  button: 'Desbloquear estas licencias',
};

export const orders: OrdersTexts = {
  title: 'Pedidos',
  search: 'Buscar pedidos y partes',
  empty: {
    title: 'Aún no hay pedidos',
    text: 'Los que envíe el ERP aparecerán aquí en cuanto se entreguen.',
  },
  placed: 'Realizado el',
  direct: 'Venta directa',
  stage: 'Etapa',
  stages: {
    all: 'Todos',
    locked: 'Bloqueados',
    unlocked: 'Desbloqueados',
    assigned: 'Asignados',
    activated: 'Activados',
  },
  statusTexts: {
    suspended:
      'Sus licencias siguen asignadas, pero ningún servidor puede usarlas hasta que el fabricante reanude el pedido.',
    canceled: 'Sus licencias han terminado y no se pueden usar.',
    ended: 'Todas sus licencias han vencido.',
  },
  lines: 'Líneas',
  deliveries: 'Entregas',
  delivered: 'Entregada el',
  unlocked: 'desbloqueada el',
  unlock: 'Desbloquear',
  mails: {
    due: 'Correo en curso de envío',
    sent: 'Correo enviado',
    delivered: 'Correo entregado',
    bounced: 'Correo devuelto',
    unknown: 'Correo: resultado desconocido',
    superseded: 'Correo sustituido antes de salir',
  },
  sendAgain: 'Reenviar el correo',
  sendAgainTo: (address) => `Se envía el mismo correo a ${address}, con el botón de desbloqueo válido ahora.`,
  sendAgainButton: 'Reenviarlo',
  resent: 'El correo se está enviando de nuevo.',
  resentText: 'Tiene el mismo contenido y el botón de desbloqueo válido ahora.',
  replaceLink: 'Sustituir el enlace',
  replaceLinkConsequences: [
    'El enlace de desbloqueo de todos los correos enviados hasta ahora sobre esta entrega deja de funcionar de inmediato; a quien lo abra se le indica que se sustituyó.',
    'La entrega sigue bloqueada y no cambia nada más.',
    'No se envía ningún correo por sí solo: reenvíelo después, para que su destinatario reciba el enlace nuevo.',
  ],
  linkReplaced: 'El enlace de desbloqueo se ha sustituido.',
  linkReplacedText:
    'Los correos anteriores ya no desbloquean nada. Reenvíe el correo, para que su destinatario reciba el enlace nuevo.',
  plannedEnd: 'Cancelada desde el',
  plannedCapacity: 'Desde el',
  meant: 'Intención al vencer',
  doers: { link: 'el enlace del correo', operator: 'un operador del servicio' },
  life: 'Qué ha ocurrido',
  noLife: 'Aún no ha ocurrido nada.',
  renewed: (capacity, application) => `${application}: ${capacity}, como antes`,
  reducedFrom: (capacity, application, day) => `${application}: se reducirá a ${capacity} desde el ${day}`,
  reduced: (capacity, application, former) => `${application}: reducción a ${capacity}, antes ${former}`,
  temporal: 'Abrir en Temporal',
};
