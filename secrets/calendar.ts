import { derive, keyNamed, type NamedKey } from './named-keys.ts';

/** Which address of a calendar: its id, and the name of the key that it is derived with. */
export type CalendarAddress = { id: string; key: string };

/** The secret in the address of a calendar: 256 bits, derived, so that it is stored nowhere; null when the key it is derived with is missing. */
export function calendarSecret(keys: readonly NamedKey[], { id, key: name }: CalendarAddress): string | null {
  const key = keyNamed(keys, name);
  return key ? derive(key, 'calendar', [id]).toString('base64url') : null;
}
