import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** Arabic. */
export const ar: Texts = {
  locale: 'ar',
  name: 'العربية',
  direction: 'rtl',
  ...rooms,
};
