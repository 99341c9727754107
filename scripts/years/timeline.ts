import type { Cloud } from '../story/cloud.ts';

type Event = { seq: number; type: string; at: string; recordedAt: string; [field: string]: unknown };
type Page = { items: Event[]; nextCursor: string | null };

/** Fields that say where an event stands, and not what happened. */
const FRAME = ['stream', 'seq', 'type', 'at', 'recordedAt'];

/** Prints the life of an order as it goes on: under each heading what is new in its events, by the API. */
export function createTimeline(cloud: Cloud, path: string) {
  let shown = 0;

  async function newEvents(): Promise<Event[]> {
    const events: Event[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor ? `&cursor=${cursor}` : '';
      const page: Page = await cloud.api<Page>('GET', `${path}/events?limit=100${query}`);
      events.push(...page.items);
      cursor = page.items.length === 0 ? null : page.nextCursor;
    }
    return events.filter(({ seq }) => seq > shown);
  }

  return {
    /** Prints a heading and the events since the last one; there has to be one. */
    chapter: async (heading: string): Promise<void> => {
      const events = await cloud.eventually(`new event of ${path}`, async () => {
        const found = await newEvents();
        return found.length > 0 ? found : undefined;
      });
      shown = events.at(-1)!.seq;
      console.log(`● ${heading}`);
      for (const event of events)
        console.log(`    ${event.at.slice(0, 16)}  ${event.type.padEnd(13)} ${inWords(event)}`);
    },
  };
}

function inWords(event: Event): string {
  const said = Object.entries(event).filter(([name, value]) => !FRAME.includes(name) && typeof value !== 'object');
  const lines = Array.isArray(event.lines) ? [`${event.lines.length} lines`] : [];
  return [...lines, ...said.map(([name, value]) => `${name} ${String(value)}`)].join(', ');
}
