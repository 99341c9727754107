import { nameIn } from '../../domain/catalogue/catalogue.ts';
import { dayAt } from '../../domain/days.ts';
import type { Texts } from '../../languages/texts.ts';
import { ApplicationName, DayText, LicenseName } from '../format.tsx';
import { Held } from '../parts/said/held.tsx';
import { Name } from '../parts/said/name.tsx';
import { Badge } from '../parts/said/badge.tsx';
import { SEVERITY_LOOKS } from '../parts/said/severity.ts';
import { useCatalogue, useFormat, useTexts, useViewer } from '../reader.ts';
import type { Renewal } from '../services.ts';

type TableProps = {
  items: readonly Renewal[];
  /** Of which of them the reader may say what is meant, each as `<order>:<line>`, and which are chosen. */
  states: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
};

/** How a form names a line. */
export const nameOf = ({ order, line }: Pick<Renewal, 'order' | 'line'>) => `${order}:${line}`;

/** The last day on which a line can be renewed, as its customer counts days; null where that is always. */
export function lastRenewableDay({ renewableUntil, timeZone }: Pick<Renewal, 'renewableUntil' | 'timeZone'>) {
  return renewableUntil === null ? null : dayAt(Date.parse(renewableUntil) - 1, timeZone);
}

/** Lines that end, a group for each month. */
export function RenewalTable({ items, states, chosen }: TableProps) {
  const { words, renewals: texts } = useTexts();
  const format = useFormat();
  const isForCustomer = useViewer().account.kind === 'customer';
  const months = Map.groupBy(items, ({ lastDay }) => lastDay.slice(0, 7));
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{texts.lastDay}</th>
          {!isForCustomer && <th scope="col">{words.customer}</th>}
          <th scope="col">{words.application}</th>
          <th scope="col">{words.capacity}</th>
          <th scope="col">{words.order}</th>
          {(!isForCustomer || states.size > 0) && <th scope="col">{texts.intent}</th>}
        </tr>
      </thead>
      {[...months].map(([month, lines]) => (
        <tbody key={month}>
          <tr>
            <th scope="rowgroup" colSpan={6} className="text-secondary">
              {format.month(`${month}-01`)}
            </th>
          </tr>
          {lines.map((renewal) => (
            <Row key={nameOf(renewal)} {...{ renewal, isForCustomer, states, chosen }} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = Omit<TableProps, 'items'> & { renewal: Renewal; isForCustomer: boolean };

function Row({ renewal, isForCustomer, states, chosen }: RowProps) {
  const { words, renewals: texts } = useTexts();
  const catalogue = useCatalogue();
  const { inDays } = useFormat();
  const { order, purchaseOrder, customer, application, capacity, lastDay, daysLeft } = renewal;
  const name = nameOf(renewal);
  const day = (
    <>
      <DayText day={lastDay} /> <span className="text-secondary text-nowrap">({inDays(daysLeft)})</span>
      <div>
        <State renewal={renewal} />
      </div>
    </>
  );
  return (
    <tr>
      <td data-label={texts.lastDay}>
        {states.has(name) ? (
          <label className="form-check m-0">
            <input
              className="form-check-input"
              type="checkbox"
              name={`line:${name}`}
              defaultChecked={chosen.has(name)}
              aria-label={texts.choose(nameIn(catalogue, application), customer.name)}
            />
            <span className="form-check-label">{day}</span>
          </label>
        ) : (
          day
        )}
      </td>
      {!isForCustomer && (
        <td data-label={words.customer}>
          <a href={`/customers/${customer.id}`}>
            <Name>{customer.name}</Name>
          </a>
        </td>
      )}
      <td data-label={words.application}>
        <ApplicationName application={application} />
        <div className="text-secondary">
          <What renewal={renewal} />
        </div>
      </td>
      <td data-label={words.capacity}>
        <Held application={application} capacity={capacity} />
      </td>
      <td data-label={words.order}>
        <a href={`/orders/${order}`}>
          <bdi>{order}</bdi>
        </a>
        {purchaseOrder !== null && (
          <div className="text-secondary">
            {words.purchaseOrder} <bdi>{purchaseOrder}</bdi>
          </div>
        )}
      </td>
      {(!isForCustomer || states.size > 0) && (
        <td data-label={texts.intent}>
          <Meant renewal={renewal} />
        </td>
      )}
    </tr>
  );
}

/** What of the line ends: its term, or its care. */
function What({ renewal: { what, license, lastDay, careLevel } }: { renewal: Renewal }) {
  const { words } = useTexts();
  if (what === 'term') return <LicenseName license={license} endsOn={lastDay} />;
  return (
    <>
      {words.care} {careLevel && words.careLevels[careLevel]}
    </>
  );
}

/** What is true of what ends: of the term, or of the care. */
export function stateOf({ what, condition, careCondition }: Renewal, { conditions }: Texts) {
  return what === 'care' && careCondition
    ? { severity: careCondition.severity, text: conditions.care[careCondition.state] }
    : { severity: condition.severity, text: conditions.line[condition.state] };
}

function State({ renewal }: { renewal: Renewal }) {
  const texts = useTexts();
  const { day } = useFormat();
  const { severity, text } = stateOf(renewal, texts);
  const until = renewal.daysLeft < 0 ? lastRenewableDay(renewal) : null;
  return (
    <>
      <Badge {...SEVERITY_LOOKS[severity]}>{text}</Badge>
      {until !== null && <div className="text-secondary">{texts.renewals.renewableUntil(day(until))}</div>}
    </>
  );
}

function Meant({ renewal: { intent } }: { renewal: Renewal }) {
  const { renewals: texts } = useTexts();
  if (!intent) return <span className="text-secondary">{texts.intents.undecided}</span>;
  return (
    <>
      {texts.intents[intent.intent]}
      {intent.note !== null && (
        <div className="text-secondary">
          <bdi dir="auto">{intent.note}</bdi>
        </div>
      )}
    </>
  );
}
