import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count('license ends soon', 'licenses end soon'),
  heading: 'What ends soon',
  preview: count('license or care contract has not been renewed.', 'licenses or care contracts have not been renewed.'),
  introduction:
    'These have not been renewed yet. Order the renewal: nothing else has to be done, the servers get the new terms by themselves.',
  whatEnds: 'What ends',
  endsOn: 'Last day',
  what: {
    term: (application) => application,
    care: (application) => `Care for ${application}`,
    evaluation: (application) => `Evaluation of ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing: 'You get such a digest at most once a day, and only when something new is about to end.',
};
