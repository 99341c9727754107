import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count('licence arrive à échéance', 'licences arrivent à échéance'),
  heading: 'Ce qui arrive à échéance',
  preview: count(
    'licence ou contrat de maintenance reste à renouveler.',
    'licences ou contrats de maintenance restent à renouveler.',
  ),
  introduction:
    'Ce qui suit n’a pas encore été renouvelé. Commandez le renouvellement\u202F: il n’y a rien d’autre à faire, les serveurs reçoivent d’eux-mêmes les nouvelles échéances.',
  whatEnds: 'Ce qui prend fin',
  endsOn: 'Dernier jour',
  what: {
    term: (application) => application,
    care: (application) => `Maintenance pour ${application}`,
    evaluation: (application) => `Évaluation pour ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing:
    'Vous recevez un tel récapitulatif une fois par jour au plus, et seulement si une nouvelle échéance approche.',
};
