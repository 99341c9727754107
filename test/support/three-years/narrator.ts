import { decodeJwt } from 'jose';
import type { LicenseClaims } from '../../../domain/catalogue/license.ts';
import { aMachine, createServers, type Machine } from '../api/servers.ts';
import { tellDocument, tellEvent, tellMail, inRome, type ShownEvent } from './transcript.ts';
import type { World } from './world.ts';

type Site = { id: string; name: string; machine: Machine | null; etag: string | undefined };

export type Narrator = ReturnType<typeof createNarrator>;

/** Lives the story and writes it down: what is done, what then happens, which e-mails leave and what each AppSuite is told. */
export function createNarrator(world: World, orders: string[]) {
  const { api } = world;
  const { checkIn, activate, tokenOf } = createServers(() => api, world.now);
  const lines: string[] = [];
  const sites: Site[] = [];
  const told = new Map<string, number>();
  let mailsTold = 0;

  async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string) {
    const answer = await api.call(method, path, body, key ? { 'idempotency-key': key } : {});
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Writes down what is new: e-mails and events by their instants, then what each AppSuite hears when it asks. */
  async function observe(): Promise<void> {
    const events = (
      await Promise.all([...orders.map(eventsOf('orders')), ...sites.map(({ id }) => eventsOf('servers')(id))])
    ).flat();
    // Two e-mails of one minute leave in any order; what is told must not depend on it.
    const mails = world.mails.slice(mailsTold).toSorted((one, other) => one.subject.localeCompare(other.subject));
    mailsTold = world.mails.length;
    const news = [
      ...events.map((event) => ({ at: minuteOf(Date.parse(event.at)), text: tellEvent(event) })),
      ...mails.map((mail) => ({ at: minuteOf(mail.at), text: tellMail(mail) })),
    ];
    lines.push(...news.toSorted((one, other) => one.at - other.at).map(({ text }) => text));
    for (const site of sites) await ask(site);
  }

  const eventsOf =
    (kind: 'orders' | 'servers') =>
    async (id: string): Promise<ShownEvent[]> => {
      const { status, body } = await api.call('GET', `/v1/${kind}/${id}/events?limit=100`);
      if (status === 404) return [];
      const items = body.items as ShownEvent[];
      const fresh = items.slice(told.get(id) ?? 0);
      told.set(id, items.length);
      return fresh;
    };

  async function ask(site: Site): Promise<void> {
    if (!site.machine) return;
    const answer = await checkIn(site.id, site.machine);
    if (answer.headers.etag === site.etag) return;
    site.etag = answer.headers.etag as string;
    lines.push(tellDocument(site.name, decodeJwt<LicenseClaims>(answer.body as string)));
  }

  return {
    call,

    /** Lets time pass up to an instant, then does something, then writes down what came of it. */
    chapter: async (instant: string, title: string, deed: () => Promise<unknown>): Promise<void> => {
      await world.passTo(Date.parse(instant), observe);
      lines.push('', `## ${inRome(instant).slice(0, 10)}: ${title}`, '');
      await deed();
      await world.settle();
      await observe();
    },

    /** Registers a server under an id that is the same each time the story is told. */
    register: async (customer: string, name: string, role: string): Promise<Site> => {
      const { id } = await call('POST', `/v1/accounts/${customer}/servers`, { name, role }, name.replaceAll(' ', '-'));
      const site: Site = { id: id as string, name, machine: null, etag: undefined };
      sites.push(site);
      return site;
    },

    assign: (site: Site, application: string, capacity: number) =>
      call('PUT', `/v1/servers/${site.id}/assignments/${application}`, { capacity }),

    activate: async (site: Site): Promise<void> => {
      site.machine = aMachine(site.name);
      const { status } = await activate(await tokenOf(site.id), site.machine);
      if (status !== 201) throw new Error(`${site.name} is not activated: ${status}`);
    },

    /** The story so far. */
    text: () => lines.join('\n').replaceAll(/\n{3,}/g, '\n\n'),
  };
}

function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000);
}
