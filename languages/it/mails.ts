import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'E-mail',
  ofOrder:
    'Ciò che è stato inviato per questo ordine, a partire dall’ultima. Un’e-mail si invia di nuovo dalla pagina dell’ordine.',
  toAccount: 'Ciò che è stato inviato a questo account su ordini e scadenze, a partire dall’ultima.',
  none: { title: 'Ancora nessuna e-mail', text: 'Un’e-mail compare qui appena un ordine è consegnato.' },
  subject: 'Oggetto',
  recipient: 'A',
  fate: 'Esito',
  made: 'Scritta',
  again: 'Inviata di nuovo su richiesta',
};
