import { useFormat } from './reader.ts';

/** A day as people read it. */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{useFormat().day(day)}</time>;
}

/** An instant as people read it, in their time zone. */
export function InstantText({ at }: { at: Date }) {
  const format = useFormat();
  const instant = at.toISOString();
  return (
    <time dateTime={instant} title={format.exactly(instant)}>
      {format.instant(instant)}
    </time>
  );
}
