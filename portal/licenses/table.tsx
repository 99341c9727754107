import { capacityIn } from '../../languages/index.ts';
import { DayText, NumberText, Quantity } from '../format.tsx';
import { useFormat, useReader, useTexts } from '../reader.ts';
import { CareBadge, LineBadge, SuspendedBadge, Until } from '../parts/said/states.tsx';
import type { License, Server } from '../services.ts';
import { LicenseDetails, type DetailsProps } from './details.tsx';

type TableProps = {
  customer: string;
  rows: readonly License[];
  servers: readonly Server[];
  manages: boolean;
} & Pick<DetailsProps, 'opens' | 'unlocks'>;

/** One row per application; on a narrow screen each becomes a block. */
export function LicenseTable({ rows, ...rest }: TableProps) {
  const { columns } = useTexts().licenses;
  return (
    <table className="table card-table table-vcenter table-mobile-md licenses">
      <thead>
        <tr>
          <th scope="col">{columns.application}</th>
          <th scope="col">{columns.capacity}</th>
          <th scope="col">{columns.term}</th>
          <th scope="col">{columns.care}</th>
          <th scope="col">
            <span className="visually-hidden">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((license) => (
          <Row key={license.application} license={license} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ license, customer, servers, manages, ...orders }: Omit<TableProps, 'rows'> & { license: License }) {
  const texts = useTexts();
  const { columns } = texts.licenses;
  return (
    <tr id={license.application}>
      <th scope="row" data-label={columns.application}>
        <span className="fs-3">{license.name}</span>
        <div className="text-secondary fw-normal">
          {license.licenses.map((kind) => texts.words.licenses[kind]).join(`${texts.words.comma} `)}
        </div>
        <LicenseDetails license={license} customer={customer} servers={servers} {...orders} />
      </th>
      <td data-label={columns.capacity}>
        <Capacity license={license} />
      </td>
      <td data-label={columns.term}>
        <State license={license} />
      </td>
      <td data-label={columns.care}>
        <Care care={license.careCondition} />
      </td>
      <td className="text-end">
        {manages && license.owned > license.locked && (
          <a className="btn action" href={`/customers/${customer}/assign?application=${license.application}`}>
            {texts.assign.open}
            <span className="visually-hidden"> {license.name}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** What is true of the worst of a row, and of how much of it, where that is not all. */
function State({ license }: { license: License }) {
  const { conditions, licenses } = useTexts();
  const { language } = useReader();
  const { condition, unit, owned, suspended, endsOn } = license;
  const isPart = condition.capacity !== owned && !['active', 'over', 'canceled'].includes(condition.state);
  return (
    <>
      <LineBadge condition={condition} />
      {isPart && <strong> {capacityIn(language, condition.capacity, unit)}</strong>}
      <div>
        {condition.until === null && endsOn === null && condition.severity === 'fine' && licenses.endless}
        <Until condition={condition} />
      </div>
      {condition.remedy && <div className="text-secondary">{conditions.remedies[condition.remedy]}</div>}
      {suspended > 0 && condition.state !== 'suspended' && (
        <SuspendedBadge>
          <Quantity value={suspended} unit={unit} />
        </SuspendedBadge>
      )}
    </>
  );
}

function Capacity({ license }: { license: License }) {
  const { licenses } = useTexts();
  const format = useFormat();
  const { owned, locked, assigned, used, free, unit } = license;
  const usable = owned - locked;
  return (
    <>
      <strong>
        <Quantity value={owned} unit={unit} />
      </strong>
      {usable > 0 && (
        <meter
          className="capacity"
          min={0}
          max={usable}
          value={assigned}
          aria-label={licenses.assignedOf(format.number(assigned), format.number(usable))}
        />
      )}
      <ul className="list-unstyled m-0 d-flex flex-wrap column-gap-2 text-secondary">
        <li>
          {licenses.assigned} <NumberText value={assigned} />
        </li>
        {used !== null && (
          <li>
            {licenses.used} <NumberText value={used} />
          </li>
        )}
        <li>
          {licenses.free} <NumberText value={free} />
        </li>
        {locked > 0 && (
          <li>
            {licenses.locked} <NumberText value={locked} />
          </li>
        )}
      </ul>
    </>
  );
}

function Care({ care }: { care: License['careCondition'] }) {
  const texts = useTexts();
  const format = useFormat();
  if (!care) return <span className="text-secondary">{texts.licenses.noCare}</span>;
  return (
    <>
      <div>
        {texts.words.careLevels[care.level]}
        {texts.words.comma} <DayText day={care.endsOn} />{' '}
        {care.daysLeft !== null && <span className="text-secondary text-nowrap">({format.inDays(care.daysLeft)})</span>}
      </div>
      <CareBadge condition={care} />
    </>
  );
}
