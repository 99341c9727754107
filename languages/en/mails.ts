import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'E-mails',
  ofOrder: 'What was sent about this order, the last first. On the order’s page an e-mail is sent again.',
  toAccount: 'What was sent to this account about orders and about what ends, the last first.',
  none: { title: 'No e-mails yet', text: 'An e-mail stands here from the moment in which an order is delivered.' },
  subject: 'Subject',
  recipient: 'To',
  fate: 'What became of it',
  made: 'Written',
  again: 'Sent again, as somebody asked',
};
