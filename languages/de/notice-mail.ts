import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count('Lizenz endet bald', 'Lizenzen enden bald'),
  heading: 'Was bald endet',
  preview: count(
    'Lizenz oder Pflegevertrag wurde nicht verlängert.',
    'Lizenzen oder Pflegeverträge wurden nicht verlängert.',
  ),
  introduction:
    'Folgendes wurde noch nicht verlängert. Bestellen Sie die Verlängerung: Mehr ist nicht zu tun, die Server erhalten die neuen Laufzeiten von selbst.',
  whatEnds: 'Was endet',
  endsOn: 'Letzter Tag',
  what: {
    term: (application) => application,
    care: (application) => `Softwarepflege für ${application}`,
    evaluation: (application) => `Evaluierung von ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing: 'Sie erhalten eine solche Übersicht höchstens einmal am Tag, und nur wenn etwas Neues bald endet.',
};
