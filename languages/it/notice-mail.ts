import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count('licenza sta per scadere', 'licenze stanno per scadere'),
  heading: 'Che cosa sta per scadere',
  preview: count(
    'licenza o contratto di manutenzione non è stato rinnovato.',
    'licenze o contratti di manutenzione non sono stati rinnovati.',
  ),
  introduction:
    'Quanto segue non è ancora stato rinnovato. Ordina il rinnovo: non occorre fare altro, i server ricevono da soli le nuove scadenze.',
  whatEnds: 'Che cosa scade',
  endsOn: 'Ultimo giorno',
  what: {
    term: (application) => application,
    care: (application) => `Manutenzione di ${application}`,
    evaluation: (application) => `Valutazione di ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing:
    'Ricevi un riepilogo come questo al massimo una volta al giorno, e solo quando qualcosa di nuovo sta per scadere.',
};
