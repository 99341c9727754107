import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'E-Mails',
  ofOrder:
    'Was zu diesem Auftrag gesendet wurde, das Neueste zuerst. Auf der Seite des Auftrags lässt sich eine E-Mail erneut senden.',
  toAccount: 'Was an dieses Konto zu Aufträgen und zu endenden Laufzeiten gesendet wurde, das Neueste zuerst.',
  none: { title: 'Noch keine E-Mails', text: 'Eine E-Mail steht hier, sobald ein Auftrag geliefert ist.' },
  subject: 'Betreff',
  recipient: 'An',
  fate: 'Was daraus wurde',
  made: 'Erstellt',
  again: 'Auf Anforderung erneut gesendet',
};
