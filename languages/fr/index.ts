import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** French. */
export const fr: Texts = {
  locale: 'fr',
  name: 'Français',
  direction: 'ltr',
  ...rooms,
};
