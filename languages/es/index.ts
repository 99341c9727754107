import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** Spanish. */
export const es: Texts = {
  locale: 'es',
  name: 'Español',
  direction: 'ltr',
  ...rooms,
};
