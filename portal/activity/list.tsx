import { InstantText } from '../format.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { DayField, Select } from '../parts/form/fields.tsx';
import { Folded } from '../parts/form/folded.tsx';
import { Name } from '../parts/said/name.tsx';
import { useFormat, useReader, useTexts } from '../reader.ts';
import type { FeedEvent } from '../../services/feed/seen.ts';
import { ACTIVITY_CHOICES, type ActivityFilter } from './filter.ts';
import type { ActivityNames } from './names.ts';
import { placeOf, sentencesIn } from './sentence.ts';

export type ActivityListProps = {
  /** The page's own address, without its query. */
  path: string;
  events: readonly FeedEvent[];
  names: ActivityNames;
  filter: ActivityFilter;
  nextCursor: string | null;
};

/** Who did what, the newest first, and by what it is found. */
export function ActivityList({ path, events, names, filter, nextCursor }: ActivityListProps) {
  const { activity, filter: words } = useTexts();
  const { cursor, ...asked } = filter;
  const query = new URLSearchParams(asked).toString();
  const { day } = useFormat();
  const chosen = [
    ...(filter.kind === 'all' ? [] : [activity.kinds[filter.kind]]),
    ...(filter.from === '' ? [] : [`${activity.from} ${day(filter.from)}`]),
    ...(filter.to === '' ? [] : [`${activity.to} ${day(filter.to)}`]),
  ];
  const isAsked = asked.kind !== 'all' || asked.by !== '' || asked.from !== '' || asked.to !== '';
  return (
    <section className="card" aria-label={activity.title}>
      <form
        method="get"
        role="search"
        aria-label={words.show}
        className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
        data-autosubmit
      >
        <Folded chosen={chosen}>
          <Select
            name="kind"
            label={activity.kind}
            value={filter.kind}
            options={ACTIVITY_CHOICES}
            words={activity.kinds}
          />
          <DayField name="from" label={activity.from} value={filter.from} />
          <DayField name="to" label={activity.to} value={filter.to} />
        </Folded>
        {filter.by && <input type="hidden" name="by" value={filter.by} />}
        <button className="btn">{words.apply}</button>
        {events.length > 0 && (
          <a className="btn" href={`${path}.csv?${query}`}>
            {activity.csv}
          </a>
        )}
      </form>
      {filter.by && (
        <p className="card-body border-bottom m-0">
          {activity.by}: <Name>{names.doers.get(filter.by) ?? filter.by}</Name>{' '}
          <a href={`${path}?${new URLSearchParams({ ...asked, by: '' }).toString()}`}>{activity.anybody}</a>
        </p>
      )}
      {events.length === 0 ? (
        <p className="card-body m-0">
          {nextCursor !== null ? activity.further : isAsked ? words.nothing : activity.empty}{' '}
          {isAsked && <a href={path}>{words.clear}</a>}
        </p>
      ) : (
        <ActivityTable path={path} asked={asked} events={events} names={names} />
      )}
      <CursorPager path={path} parameters={asked} cursor={cursor} nextCursor={nextCursor} next={activity.older} />
    </section>
  );
}

type TableProps = Pick<ActivityListProps, 'path' | 'events' | 'names'> & { asked: Omit<ActivityFilter, 'cursor'> };

function ActivityTable({ path, asked, events, names }: TableProps) {
  const { activity, words } = useTexts();
  const sentenceOf = sentencesIn(useReader(), names);
  return (
    <table className="table card-table table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{activity.when}</th>
          <th scope="col">{activity.what}</th>
          <th scope="col">{activity.about}</th>
          <th scope="col">{activity.by}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td data-label={activity.when} className="text-nowrap">
              <InstantText at={event.at} />
            </td>
            <td data-label={activity.what}>{sentenceOf(event)}</td>
            <td data-label={activity.about}>
              <Where event={event} names={names} />
            </td>
            <td data-label={activity.by}>
              <Doer by={event.by} names={names} path={path} asked={asked} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function Where({ event }: { event: FeedEvent; names: ActivityNames }) {
    const place = placeOf(event, names);
    const account = event.account === null ? undefined : names.accounts.get(event.account);
    return (
      <>
        {place && (
          <a href={place.href}>
            <Name>{place.text}</Name>
          </a>
        )}
        {account !== undefined && account !== place?.text && (
          <div className="text-secondary">
            <span className="visually-hidden">{words.customer}: </span>
            <Name>{account}</Name>
          </div>
        )}
      </>
    );
  }
}

/** Who did it, and the way to all that they did. */
function Doer({ by, names, path, asked }: { by: unknown; names: ActivityNames } & Pick<TableProps, 'path' | 'asked'>) {
  const { orders } = useTexts();
  if (typeof by !== 'string') return <span className="text-secondary">–</span>;
  const kind = by.split('/')[0];
  const name = names.doers.get(by) ?? (kind === 'link' || kind === 'operator' ? orders.doers[kind] : undefined);
  if (name === undefined) return <span className="text-secondary">–</span>;
  return (
    <a href={`${path}?${new URLSearchParams({ ...asked, by }).toString()}`}>
      <Name>{name}</Name>
    </a>
  );
}
