import type { FrameTexts } from './texts/frame.ts';
import type { NoticeMailTexts } from './texts/notice-mail.ts';
import type { OrderMailTexts } from './texts/order-mail.ts';
import type { PeopleMailTexts } from './texts/people-mail.ts';
import type { PeopleTexts } from './texts/people.ts';
import type { Words } from './texts/words.ts';

/** Everything that portal and e-mails say in one language, by area; each area has its own type in `texts/`. */
export type Texts = {
  /** BCP 47, without a region. */
  locale: string;
  /** The language's own name. */
  name: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  frame: FrameTexts;
  orderMail: OrderMailTexts;
  noticeMail: NoticeMailTexts;
  peopleMail: PeopleMailTexts;
  people: PeopleTexts;
};
