import { useFormat, useReader } from './reader.ts';

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

/** How long ago something was; the instant itself is a press away. Instants in epoch milliseconds. */
export function AgoText({ at }: { at: number }) {
  const { now } = useReader();
  const format = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.exactly(at)}>
      {format.relative(at, now())}
    </time>
  );
}
