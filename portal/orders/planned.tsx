import { DayText } from '../format.tsx';
import { Held } from '../parts/said/held.tsx';
import { useTexts } from '../reader.ts';
import type { OrderLine } from './order.ts';

/** What is still to come of a line, and what its seller means to do when it ends; nothing where there is neither. */
export function PlannedOf({ line }: { line: OrderLine }) {
  const { orders, intents } = useTexts();
  const { planned, intent, application } = line;
  if (planned.length === 0 && intent === null) return null;
  return (
    <ul className="list-unstyled m-0">
      {planned.map(({ id, on, capacity, reference }) => (
        <li key={id}>
          {capacity === undefined ? orders.plannedEnd : orders.plannedCapacity} <DayText day={on} />
          {capacity !== undefined && (
            <>
              : <Held application={application} capacity={capacity} />
            </>
          )}{' '}
          <span className="text-secondary">
            (<bdi>{reference}</bdi>)
          </span>
        </li>
      ))}
      {intent && (
        <li>
          {orders.meant}: {intents[intent.intent]}
          {intent.note !== null && (
            <div className="text-secondary">
              <bdi>{intent.note}</bdi>
            </div>
          )}
        </li>
      )}
    </ul>
  );
}
