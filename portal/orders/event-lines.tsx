import { nameIn, unitIn } from '../../domain/catalogue/catalogue.ts';
import type { RenewedLine } from '../../domain/order/events.ts';
import { capacityIn } from '../../languages/index.ts';
import { useReader } from '../reader.ts';
import type { JournalEvent } from '../services.ts';

const CANCELING: readonly string[] = ['canceled', 'cancellation-planned'];

/** Which lines an event is about that cancels some, or plans to; nothing for other events. */
export function CanceledLines({ event }: { event: JournalEvent }) {
  const { catalogue } = useReader();
  if (!CANCELING.includes(event.type) || !Array.isArray(event.lines)) return null;
  return (
    <ul className="m-0">
      {(event.lines as readonly { line: string; application: string }[]).map(({ line, application }) => (
        <li key={line}>{nameIn(catalogue, application)}</li>
      ))}
    </ul>
  );
}

/** The lines that a renewal is about, and what is left of those that it reduced; nothing for other events. */
export function RenewedLines({ event }: { event: JournalEvent }) {
  const { language, catalogue } = useReader();
  const { orders } = language.texts;
  if (event.type !== 'renewed') return null;
  // As the order's stream wrote it, without what the reader must not see.
  const lines = event.lines as readonly RenewedLine[];
  return (
    <ul className="m-0">
      {lines.map(({ line, application, capacity, formerCapacity, planned }) => {
        const [name, unit] = [nameIn(catalogue, application), unitIn(catalogue, application)] as const;
        const [now, before] = [capacity, formerCapacity].map((units) => capacityIn(language, units, unit));
        return (
          <li key={line}>
            {planned
              ? orders.reducedFrom(capacityIn(language, planned.capacity, unit), name, language.format.day(planned.on))
              : capacity < formerCapacity
                ? orders.reduced(now!, name, before!)
                : orders.renewed(now!, name)}
          </li>
        );
      })}
    </ul>
  );
}
