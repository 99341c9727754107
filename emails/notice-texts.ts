import { textsFor, type Texts } from './texts.ts';

type Own = {
  subject(count: number): string;
  heading: string;
  preview(count: number): string;
  introduction: string;
  whatEnds: string;
  endsOn: string;
  what: Record<'term' | 'care', (application: string) => string>;
  ends(lastDay: string, daysLeft: number): string;
  closing: string;
};

/** What a digest of notices says, apart from the orders' own data; some words are those of every e-mail. */
export type NoticeTexts = Own & Pick<Texts, 'language' | 'units' | 'customer' | 'order' | 'capacity' | 'portal'>;

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const en: Own = {
  subject: (count) => `${plural(count, 'license ends', 'licenses end')} soon`,
  heading: 'What ends soon',
  preview: (count) =>
    `${plural(count, 'license or care contract has', 'licenses or care contracts have')} not been renewed.`,
  introduction:
    'These have not been renewed yet. Order the renewal: nothing else has to be done, the servers get the new terms by themselves.',
  whatEnds: 'What ends',
  endsOn: 'Last day',
  what: { term: (application) => application, care: (application) => `Care for ${application}` },
  ends: (lastDay, daysLeft) => `${lastDay} (${plural(daysLeft, 'day', 'days')} left)`,
  closing:
    'You get such a digest at most once a day, and only when something new is about to end. Your vendor can switch it off for you.',
};

/** The texts for a locale such as `it` or `pt-BR`; English where the language is not there. */
export function noticeTextsFor(locale: string): NoticeTexts {
  return { ...textsFor(locale), ...en };
}
