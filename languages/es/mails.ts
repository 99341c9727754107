import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'Correos',
  ofOrder:
    'Lo que se envió sobre este pedido; primero, lo más reciente. Un correo se reenvía desde la página del pedido.',
  toAccount: 'Lo que se envió a esta cuenta sobre pedidos y vencimientos; primero, lo más reciente.',
  none: { title: 'Aún no hay correos', text: 'Un correo aparece aquí desde el momento en que se entrega un pedido.' },
  subject: 'Asunto',
  recipient: 'Para',
  fate: 'Resultado',
  made: 'Creado',
  again: 'Reenviado a petición',
};
