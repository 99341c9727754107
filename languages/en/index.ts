import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** English. */
export const en: Texts = {
  locale: 'en',
  name: 'English',
  direction: 'ltr',
  ...rooms,
};
