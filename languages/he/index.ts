import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** Hebrew. */
export const he: Texts = {
  locale: 'he',
  name: 'עברית',
  direction: 'rtl',
  ...rooms,
};
