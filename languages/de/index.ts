import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** German. */
export const de: Texts = {
  locale: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  ...rooms,
};
