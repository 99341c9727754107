import { useId } from 'react';
import type { CalendarView } from '../../services/calendars/calendars.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { CopyButton } from '../parts/said/copy.tsx';
import { Form } from '../parts/form/form.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';

export const CALENDAR = '/renewals/calendar';

/** What was just done with the address. */
export const CALENDAR_DONE = ['made', 'replaced', 'off'] as const;

type CalendarPageProps = { calendar: CalendarView | null; done: (typeof CALENDAR_DONE)[number] | null };

/** The address under which a reader's calendar follows what ends, or how to get one. */
export function CalendarPage({ calendar, done }: CalendarPageProps) {
  const { calendar: texts, renewals } = useTexts();
  return (
    <Page title={texts.title} back={{ href: '/renewals', text: renewals.title }}>
      {done && <Notice kind="success" {...texts.done[done]} />}
      <p>{texts.introduction}</p>
      {calendar ? (
        <Address calendar={calendar} />
      ) : (
        <Form>
          <button className="btn btn-primary action">{texts.make}</button>
        </Form>
      )}
    </Page>
  );
}

function Address({ calendar: { address, madeAt } }: { calendar: CalendarView }) {
  const { calendar: texts } = useTexts();
  const id = useId();
  return (
    <div className="card">
      <div className="card-body">
        {address === null ? (
          <p>{texts.untold}</p>
        ) : (
          <>
            <label className="form-label" htmlFor={id}>
              {texts.address}
            </label>
            <input className="form-control mb-2" id={id} value={address} readOnly dir="ltr" translate="no" />
            <CopyButton text={address} label={texts.copy} copied={texts.copied} failed={texts.notCopied} />
            <p className="mt-2">
              <a href={address.replace(/^https?:/, 'webcal:')}>{texts.subscribe}</a>
            </p>
            <details>
              <summary>{texts.howTitle}</summary>
              <ul className="my-2">
                {texts.how.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </details>
          </>
        )}
        <p className="mt-2">{texts.secret}</p>
        <p className="text-secondary m-0">
          {texts.since} <InstantText at={new Date(madeAt)} />
        </p>
      </div>
      <div className="card-footer d-flex flex-wrap gap-3">
        <a href={`${CALENDAR}/replace`}>{texts.replace}</a>
        <a href={`${CALENDAR}/off`}>{texts.off}</a>
      </div>
    </div>
  );
}
