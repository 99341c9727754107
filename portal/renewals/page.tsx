import { ENDINGS_WITHIN, type EndingWithin } from '../../domain/order/line/ending.ts';
import { nameIn } from '../../domain/catalogue/catalogue.ts';
import { Page } from '../layout.tsx';
import { Chips } from '../parts/list/chips.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { DayField, Search, Select } from '../parts/form/fields.tsx';
import { Folded } from '../parts/form/folded.tsx';
import { Form } from '../parts/form/form.tsx';
import { useCatalogue, useFormat, useTexts } from '../reader.ts';
import type { Renewals } from '../services.ts';
import { addressOf, parametersOf, placeOf, MEANT_OR_ALL, WHATS, type RenewalFilter } from './filter.ts';
import { Intend, Outcome, type Said } from './intend.tsx';
import { RenewalTable } from './table.tsx';
import { Totals } from './totals.tsx';

export const RENEWALS = '/renewals';

export type RenewalsPageProps = {
  renewals: Renewals;
  filter: RenewalFilter;
  /** Whether the reader may find lines by what is meant, and say it of these, each as `<order>:<line>`. */
  findsByIntent: boolean;
  states: ReadonlySet<string>;
  /** Which of them are chosen as the page opens. */
  chosen: ReadonlySet<string>;
  said: Said;
};

/** What ends, over all customers, by last day; and what is meant to be done about it, said for many at once. */
export function RenewalsPage({ renewals, filter, findsByIntent, states, chosen, said }: RenewalsPageProps) {
  const { renewals: texts, licenses, calendar } = useTexts();
  const { items, totals, nextCursor } = renewals;
  const here = addressOf(RENEWALS, filter, placeOf(filter));
  return (
    <Page
      title={texts.title}
      wide
      more={[
        { href: `${RENEWALS}/calendar`, text: calendar.title },
        ...(items.length > 0 ? [{ href: addressOf(`${RENEWALS}.csv`, filter), text: licenses.csv }] : []),
      ]}
    >
      <Outcome said={said} />
      <Ranges filter={filter} />
      <section className="card" aria-label={texts.title}>
        <FilterForm filter={filter} findsByIntent={findsByIntent} />
        {items.length === 0 ? (
          <Nothing filter={filter} />
        ) : (
          <>
            <Totals totals={totals} />
            {states.size === 0 ? (
              <RenewalTable items={items} states={states} chosen={chosen} />
            ) : (
              <Form action={here}>
                <RenewalTable items={items} states={states} chosen={chosen} />
                <Intend said={said} all={addressOf(RENEWALS, filter, { ...placeOf(filter), choose: 'every' })} />
              </Form>
            )}
          </>
        )}
        <CursorPager path={RENEWALS} parameters={parametersOf(filter)} cursor={filter.cursor} nextCursor={nextCursor} />
      </section>
    </Page>
  );
}

/** The usual ranges, one press each; what else was asked for stays. */
function Ranges({ filter }: { filter: RenewalFilter }) {
  const { renewals: texts } = useTexts();
  const within = (ends: EndingWithin) => addressOf(RENEWALS, { ...filter, ends, from: '', to: '' });
  return (
    <Chips
      label={texts.ranges}
      choices={ENDINGS_WITHIN.map((ends) => ({ href: within(ends), text: texts.within[ends] }))}
      current={filter.ends === null ? '' : within(filter.ends)}
    />
  );
}

function FilterForm({ filter, findsByIntent }: Pick<RenewalsPageProps, 'filter' | 'findsByIntent'>) {
  const { renewals: texts, filter: words, words: names } = useTexts();
  const catalogue = useCatalogue();
  const applications = ['', ...catalogue.keys()];
  const called = Object.fromEntries(
    applications.map((key) => [key, key === '' ? texts.allApplications : nameIn(catalogue, key)]),
  );
  const { day } = useFormat();
  const { application, what, intent, from, to } = filter;
  const chosen = [
    ...(application === '' ? [] : [called[application] ?? application]),
    ...(what === 'all' ? [] : [texts.whats[what]]),
    ...(findsByIntent && intent !== 'all' ? [texts.intents[intent]] : []),
    ...(from === '' ? [] : [`${texts.from} ${day(from)}`]),
    ...(to === '' ? [] : [`${texts.to} ${day(to)}`]),
  ];
  return (
    <form
      method="get"
      role="search"
      className="card-body border-bottom d-flex flex-wrap align-items-end gap-2 d-print-none"
      data-autosubmit
    >
      {filter.ends !== null && <input type="hidden" name="ends" value={filter.ends} />}
      {filter.customer !== '' && <input type="hidden" name="customer" value={filter.customer} />}
      <Search label={texts.search} value={filter.q} />
      <Folded chosen={chosen}>
        <Select
          name="application"
          label={names.application}
          value={filter.application}
          options={applications}
          words={called}
        />
        <Select name="what" label={texts.what} value={filter.what} options={WHATS} words={texts.whats} />
        {findsByIntent && (
          <Select
            name="intent"
            label={texts.intent}
            value={filter.intent}
            options={MEANT_OR_ALL}
            words={texts.intents}
          />
        )}
        <DayField name="from" label={texts.from} value={filter.from} />
        <DayField name="to" label={texts.to} value={filter.to} />
      </Folded>
      <button className="btn">{words.apply}</button>
    </form>
  );
}

/** An empty list says why it is, and what to look at instead. */
function Nothing({ filter }: { filter: RenewalFilter }) {
  const { renewals: texts, filter: words } = useTexts();
  const { q, what, application, customer, intent } = filter;
  const isNarrowed = [q, application, customer].some((text) => text !== '') || what !== 'all' || intent !== 'all';
  if (isNarrowed)
    return (
      <p className="card-body m-0">
        {words.nothing} <a href={RENEWALS}>{words.clear}</a>
      </p>
    );
  return <Empty icon="calendar" {...(filter.ends === 'expired' ? texts.emptyExpired : texts.empty)} />;
}
