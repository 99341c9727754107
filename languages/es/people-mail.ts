import type { PeopleMailTexts } from '../texts/people-mail.ts';

export const peopleMail: PeopleMailTexts = {
  signIn: {
    subject: (code) => `${code} es su código para acceder a Cloud Licensing`,
    heading: 'Acceder',
    introduction: 'O pulse el botón en los próximos diez minutos. Abre una página que le pide confirmación.',
    button: 'Acceder',
    address: 'Si el botón no funciona, abra esta dirección:',
    code: 'Escriba este código en los próximos diez minutos, en el navegador en el que lo solicitó:',
    closing: '¿No lo ha solicitado usted? Entonces no ocurre nada: elimine este correo.',
  },
  codesTried: {
    subject: 'Alguien escribe códigos erróneos para su dirección',
    heading: 'Alguien escribe códigos erróneos',
    introduction:
      'Hoy alguien ha solicitado acceder con esta dirección y ha escrito al menos diez códigos erróneos. Con ellos no ha entrado nadie. Después de 25 códigos erróneos, ningún código vale hasta mañana, salvo en los navegadores en los que usted ya haya accedido antes. Los enlaces de los correos funcionan en todo momento.',
    button: 'Acceder',
    closing: '¿Ha sido usted? Entonces no tiene que hacer nada. No comunique a nadie un código ni reenvíe un enlace.',
  },
  machineReplaced: {
    subject: (server) => `El servidor ${server} pasa a otra máquina`,
    heading: 'Un servidor pasa a otra máquina',
    introduction: (server) =>
      `Alguien que gestiona los servidores de su cuenta ha pasado el servidor ${server} a otra máquina. La máquina en la que estaba lo pierde.`,
    button: 'Abrir el servidor',
    closing:
      '¿No ha sido nadie de su organización? Entonces cree en el portal un nuevo token de activación para el servidor y active de nuevo la máquina correcta.',
  },
  emergency: {
    subject: (customer) => `${customer} ha declarado una emergencia`,
    heading: 'Se ha declarado una emergencia',
    introduction: (customer, capacity, application, lastDay) =>
      `${customer} se ha concedido ${capacity} de ${application}, hasta el final del ${lastDay}. Termina por sí sola.`,
    reason: 'Su motivo',
    order: 'Pedido',
    button: 'Ver el pedido',
    closing: 'No hay que hacer nada. En cualquier período de 365 días pueden declararse dos emergencias.',
  },
  webhookDisabled: {
    subject: 'Se ha desactivado un webhook',
    heading: 'Un webhook ya no recibe eventos',
    introduction: {
      gone: (host) =>
        `El punto de conexión en ${host} ha respondido que ya no existe (410). Su webhook se ha desactivado de inmediato.`,
      'nothing-taken': (host) =>
        `El punto de conexión en ${host} no ha aceptado nada durante más de tres días, aunque todo se intentó diez veces. Su webhook se ha desactivado.`,
    },
    button: 'Acceder',
    closing: (webhook) =>
      `No se ha perdido nada: cuando se active de nuevo el webhook ${webhook}, en el portal o mediante la API, continuará donde se detuvo.`,
  },
  invitation: {
    subject: (account) => `Ya puede acceder en nombre de ${account}`,
    heading: 'Ha recibido una invitación',
    introduction: (account, invitedBy) =>
      `${invitedBy} le ha dado acceso a las licencias de ${account}. No necesita contraseña: acceda con esta dirección de correo y recibirá en ella un enlace.`,
    button: 'Ir al portal',
    closing: 'Si no sabe de qué se trata, pregunte al remitente o elimine este correo.',
  },
};
