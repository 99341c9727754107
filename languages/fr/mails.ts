import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'E-mails',
  ofOrder:
    'Ce qui a été envoyé au sujet de cette commande, le plus récent d’abord. Un e-mail se renvoie depuis la page de la commande.',
  toAccount: 'Ce qui a été envoyé à ce compte au sujet des commandes et des échéances, le plus récent d’abord.',
  none: { title: 'Pas encore d’e-mails', text: 'Un e-mail figure ici dès qu’une commande est livrée.' },
  subject: 'Objet',
  recipient: 'À',
  fate: 'État',
  made: 'Créé',
  again: 'Renvoyé sur demande',
};
