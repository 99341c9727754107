import type { ReactNode } from 'react';
import type { FormBody } from '../../form.ts';
import { ApplicationName, DayText, LicenseName } from '../../format.tsx';
import { Held } from '../../parts/said/held.tsx';
import { useTexts } from '../../reader.ts';
import { sentenceOf } from '../../refusals.ts';
import { Tick } from '../form/field.tsx';
import type { OrderLine } from '../order.ts';
import type { About } from './change.ts';

/** The lines that were chosen, of those that can be. */
export function chosenLines(typed: FormBody, { of }: About): string[] {
  return of.flatMap(({ id }) => (typed[`/of/${id}/line`] === 'yes' ? [id] : []));
}

/** Ticks for lines, by their ids. */
export function tickedLines(ids: readonly string[]): FormBody {
  return Object.fromEntries(ids.map((id) => [`/of/${id}/line`, 'yes']));
}

type ChosenLinesProps = { about: About; title: string; more?: (line: OrderLine) => ReactNode };

/** The lines of an order to choose from, those that cannot be chosen with the reason. */
export function ChosenLines({ about, title, more }: ChosenLinesProps) {
  const { refusals } = useTexts();
  return (
    <fieldset className="mb-3">
      <legend className="h3">{title}</legend>
      {about.order.lines.map((line) => {
        const whyNot = about.of.find(({ id }) => id === line.id)?.whyNot ?? null;
        return (
          <div key={line.id} className="border-top pt-2">
            <Tick name={`/of/${line.id}/line`} disabled={whyNot !== null}>
              <ApplicationName application={line.application} />
              {' · '}
              <Held application={line.application} capacity={line.capacity} />
              {' · '}
              <LicenseName {...line} />
              {line.endsOn !== null && (
                <>
                  {' · '}
                  <DayText day={line.endsOn} />
                </>
              )}
              {whyNot !== null && <span className="d-block text-secondary">{sentenceOf(refusals, whyNot)}</span>}
            </Tick>
            {whyNot === null && more?.(line)}
          </div>
        );
      })}
    </fieldset>
  );
}
