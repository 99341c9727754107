import type { OrderMailTexts } from '../texts/order-mail.ts';

export const orderMail: OrderMailTexts = {
  subject: (orderNumber, customerName) => `Pedido ${orderNumber}: licencias entregadas para ${customerName}`,
  heading: 'Licencias entregadas',
  preview: (orderNumber) => `El pedido ${orderNumber} se ha entregado y está pendiente de desbloqueo.`,
  introduction:
    'Las licencias siguientes están en la Smart Account del cliente. Están bloqueadas: el cliente no las ve hasta que usted las desbloquee.',
  lines: 'Qué se ha entregado',
  unlockHeading: '1. Desbloquear',
  unlockExplained:
    'Mantenga las licencias bloqueadas todo el tiempo que necesite. El botón abre una página que muestra lo que se va a desbloquear y le pide confirmación; no hace falta acceder con una cuenta.',
  unlock: 'Desbloquear las licencias',
  unlockAddress: 'Si el botón no funciona, abra esta dirección:',
  activateHeading: '2. Asignar y activar',
  activateSteps: [
    'En el portal, usted o el cliente asignan la capacidad a uno o varios servidores AppSuite.',
    'En cuanto un servidor tiene algo asignado, el portal muestra junto a él su token de activación.',
    'Pegue el token de activación en el servidor AppSuite, versión Winter 2020 o posterior. El servidor se conecta a la dirección del portal por HTTPS, puerto 443, y muestra sus licencias.',
  ],
  direct: {
    subject: (orderNumber) => `Pedido ${orderNumber}: sus licencias están entregadas`,
    introduction:
      'Las licencias siguientes están en su Smart Account. Están bloqueadas: podrán asignarse a servidores en cuanto usted las desbloquee.',
    activateSteps: [
      'En el portal, asigne la capacidad a uno o varios servidores AppSuite.',
      'En cuanto un servidor tiene algo asignado, el portal muestra junto a él su token de activación.',
      'Pegue el token de activación en el servidor AppSuite, versión Winter 2020 o posterior. El servidor se conecta a la dirección del portal por HTTPS, puerto 443, y muestra sus licencias.',
    ],
  },
  corrected: {
    subject: (subject) => `Corregido: ${subject}`,
    introduction:
      'Este correo corregido sustituye al anterior sobre esta entrega, cuyo botón de desbloqueo ya no tiene ningún efecto.',
    closing:
      'Sustituye a todos los correos anteriores sobre esta entrega. Consérvelo: su botón de desbloqueo funciona todo el tiempo que necesite.',
  },
  portal: 'Abrir el portal',
  closing:
    'Este es el único correo sobre esta entrega. Consérvelo: su botón de desbloqueo funciona todo el tiempo que necesite.',
};
