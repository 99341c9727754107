import { DayText, LicenseName, NumberText, Quantity } from '../format.tsx';
import { Name } from '../parts/said/name.tsx';
import { Icon } from '../parts/said/icon.tsx';
import { LineBadge, Until } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import type { License, LicenseLine, Server } from '../services.ts';

export type DetailsProps = {
  license: License;
  customer: string;
  servers: readonly Server[];
  /** Numbers of the orders whose pages the reader may open, and of those that it may unlock. */
  opens: ReadonlySet<string>;
  unlocks: ReadonlySet<string>;
};

/** What is behind a row: its lines with their orders, and the servers that have the capacity. */
export function LicenseDetails({ license, customer, servers, opens, unlocks }: DetailsProps) {
  const { licenses } = useTexts();
  return (
    <>
      <UnlockButtons lines={license.lines.filter(({ locked, order }) => locked > 0 && unlocks.has(order))} />
      <details className="fw-normal mt-1">
        <summary>{licenses.details}</summary>
        <ul className="list-unstyled my-2 ps-3">
          {license.lines.map((line) => (
            <Line key={`${line.order} ${line.id}`} line={line} unit={license.unit} opens={opens.has(line.order)} />
          ))}
        </ul>
        <Holders license={license} customer={customer} servers={servers} />
      </details>
    </>
  );
}

function UnlockButtons({ lines }: { lines: readonly LicenseLine[] }) {
  const { licenses } = useTexts();
  const deliveries = new Set(lines.map(({ order, delivery }) => `/orders/${order}/unlock/${delivery}`));
  return [...deliveries].map((href) => (
    <div key={href} className="mt-2">
      <a className="btn btn-warning btn-sm" href={href}>
        <Icon name="lock" /> {licenses.unlock(href.split('/')[2]!)}
      </a>
    </div>
  ));
}

type LineProps = { line: LicenseLine; unit: License['unit']; opens: boolean };

function Line({ line, unit, opens }: LineProps) {
  const texts = useTexts();
  const order = (
    <>
      {texts.words.order} <bdi>{line.order}</bdi>
    </>
  );
  return (
    <li className="mb-2">
      <Quantity value={line.capacity} unit={unit} />, <LicenseName {...line} />,{' '}
      <span className="text-nowrap">
        <DayText day={line.startsOn} />
        {line.endsOn && (
          <>
            {' – '}
            <DayText day={line.endsOn} />
          </>
        )}
      </span>{' '}
      <LineBadge condition={line.condition} /> <Until condition={line.condition} />
      <div>
        {opens ? <a href={`/orders/${line.order}`}>{order}</a> : order}
        <span className="text-secondary">
          {' '}
          {texts.licenses.assigned} <NumberText value={line.assigned} />, {texts.licenses.free}{' '}
          <NumberText value={line.free} />
          {line.locked > 0 && (
            <>
              , {texts.licenses.locked} <NumberText value={line.locked} />
            </>
          )}
        </span>
      </div>
    </li>
  );
}

function Holders({ license, customer, servers }: Omit<DetailsProps, 'opens' | 'unlocks'>) {
  const { licenses } = useTexts();
  const holders = servers.flatMap(({ id, name, assignments }) => {
    const held = assignments.find(({ application }) => application === license.application);
    return held && held.capacity > 0 ? [{ id, name, capacity: held.capacity }] : [];
  });
  if (holders.length === 0) return <p className="text-secondary m-0">{licenses.nowhere}</p>;
  return (
    <ul className="list-unstyled m-0 ps-3">
      {holders.map(({ id, name, capacity }) => (
        <li key={id}>
          <a href={`/customers/${customer}/servers/${id}`}>
            <Name>{name}</Name>
          </a>
          : <Quantity value={capacity} unit={license.unit} />
        </li>
      ))}
    </ul>
  );
}
