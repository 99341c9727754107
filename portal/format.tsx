import { nameIn, type Unit } from '../domain/catalogue/catalogue.ts';
import type { LicenseKind } from '../domain/catalogue/terms.ts';
import { capacityIn } from '../languages/index.ts';
import { useCatalogue, useFormat, useReader } from './reader.ts';

/** A day as people read it. */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{useFormat().day(day)}</time>;
}

/** A day, and how far away it is for the reader: "Nov 30, 2027 (in 21 days)". */
export function DayFromNow({ day }: { day: string }) {
  return (
    <>
      <DayText day={day} />{' '}
      <span className="text-secondary text-nowrap">({useFormat().relativeDay(day, useReader().now())})</span>
    </>
  );
}

/** An instant as people read it, in their time zone. */
export function InstantText({ at }: { at: Date | string }) {
  const format = useFormat();
  const instant = new Date(at).toISOString();
  return (
    <time dateTime={instant} title={format.exactly(instant)}>
      {format.instant(instant)}
    </time>
  );
}

/** How long ago an instant was, or how soon it is: "3 minutes ago". Epoch milliseconds, or ISO 8601. */
export function FromNow({ at }: { at: number | string }) {
  const format = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.exactly(at)}>
      {format.relative(at, useReader().now())}
    </time>
  );
}

/** A number as people read it. */
export function NumberText({ value }: { value: number }) {
  return <>{useFormat().number(value)}</>;
}

/** What kind of license a line is; of an evaluation until when, too. */
export function LicenseName({ license, endsOn }: { license: LicenseKind; endsOn: string | null }) {
  const { words } = useReader().language.texts;
  const { day } = useFormat();
  return <>{license === 'evaluation' ? words.evaluationUntil(day(endsOn!)) : words.licenses[license]}</>;
}

/** What people call an application, by its key. */
export function ApplicationName({ application }: { application: string }) {
  return <>{nameIn(useCatalogue(), application)}</>;
}

/** A number of units: "20 operators"; the number alone where nobody knows the unit any more. */
export function Quantity({ value, unit }: { value: number; unit: Unit | null }) {
  return <>{capacityIn(useReader().language, value, unit)}</>;
}
