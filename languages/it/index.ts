import type { Texts } from '../texts.ts';
import * as rooms from './rooms.ts';

/** Italian. */
export const it: Texts = {
  locale: 'it',
  name: 'Italiano',
  direction: 'ltr',
  ...rooms,
};
