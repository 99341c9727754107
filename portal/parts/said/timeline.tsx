import type { ReactNode } from 'react';
import type { EventType } from '../../../domain/journal.ts';
import { fill } from '../../../languages/texts/events.ts';
import { InstantText } from '../../format.tsx';
import { useTexts } from '../../reader.ts';
import type { JournalEvent } from '../../services.ts';
import { useFacts, type Names } from './event-facts.ts';
import { Name } from './name.tsx';

type TimelineProps = {
  events: readonly JournalEvent[];
  /** Sentences by the type of the event; see the texts. */
  kind: 'orderEvents' | 'serverEvents' | 'accountEvents' | 'advisoryEvents';
  names?: Names;
  /** More of what an event says, where a sentence is not enough. */
  more?: (event: JournalEvent) => ReactNode;
};

const NAMELESS: Names = { servers: new Map(), deliveries: new Map() };

/** A life in sentences, newest first. */
export function Timeline({ events, kind, names = NAMELESS, more }: TimelineProps) {
  const texts = useTexts();
  const sentences: Readonly<Partial<Record<EventType, string>>> = texts[kind];
  const factsOf = useFacts(names);
  return (
    <ol className="life list-unstyled m-0" reversed>
      {events.map((event) => {
        const sentence = sentences[event.type];
        return (
          <li key={`${event.stream} ${event.seq}`} className="mb-2">
            <div>{sentence ? fill(sentence, factsOf(event)) : event.type}</div>
            {more?.(event)}
            <div className="text-secondary">
              <InstantText at={event.at} />
              <Doer by={event.by} doers={names.doers} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Who did something, as far as its reader may know. */
function Doer({ by, doers }: { by: unknown; doers: Names['doers'] }) {
  const { orders } = useTexts();
  if (typeof by !== 'string') return null;
  const kind = by.split('/')[0];
  const unnamed = kind === 'link' || kind === 'operator' ? orders.doers[kind] : undefined;
  const name = doers?.get(by) ?? unnamed;
  return name === undefined ? null : (
    <>
      {' · '}
      <Name>{name}</Name>
    </>
  );
}
