/** A day as people read it. */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{new Date(day).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' })}</time>;
}

/** An instant as people read it, with its time zone. */
export function InstantText({ at }: { at: Date }) {
  const text = at.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return <time dateTime={at.toISOString()}>{text} UTC</time>;
}
