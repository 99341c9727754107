import { storeMail } from '../../../db/queries/mails/mails.ts';
import { addDays, dayAt, daysTo } from '../../../domain/days.ts';
import { sampleOrders } from '../../../scripts/samples/orders.ts';
import { aMachine, createServers, type Machine } from '../api/servers.ts';
import { openWorld, type World } from '../api/world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A world in which there is something to see on every page, with the addresses of some of them. */
export type Showcase = {
  world: World;
  /** Paths of pages by what they show. */
  pages: Record<
    | 'customers'
    | 'licenses'
    | 'assign'
    | 'assignToServer'
    | 'server'
    | 'waiting'
    | 'silent'
    | 'refused'
    | 'replace'
    | 'newServer'
    | 'offline'
    | 'order'
    | 'lockedOrder'
    | 'orders'
    | 'unlock'
    | 'replaceLink'
    | 'people'
    | 'sessions'
    | 'suspended'
    | 'empty',
    string
  >;
  /** How many days it is now, where its customer is, to the end of what ends soon and of what has ended. */
  daysTo: () => { soon: number; over: number };
  /** Accounts to look as. */
  reseller: string;
  customer: string;
};

const RESELLER = 'northwind-voice';
const CUSTOMER = 'acme-hotels';
/** Where the customers are whose lines end soon or have ended: there it may be tomorrow already. */
const ZONE = 'Europe/Rome';
/** A customer whose only order is suspended. */
const SUSPENDED = 'o-brien-sons';
const NORTHWIND = { id: RESELLER, name: 'Northwind Voice', email: 'orders@northwind-voice.example' };

/** Posts the sample orders and some more, and lives with them for three weeks. */
export async function openShowcase(temporalAddress = process.env.TEST_TEMPORAL_ADDRESS!): Promise<Showcase> {
  let now: number | null = null;
  const clock = () => now ?? Date.now();
  const ago = (days: number) => {
    now = Date.now() - days * DAY_MS;
  };
  /** Hours before the showcase's present. */
  const before = (hours: number) => new Date(clock() - hours * HOUR_MS).toISOString();
  const today = dayAt(Date.now(), ZONE);
  const day = (days: number) => addDays(today, days);
  const world = await openWorld({ clock, temporalAddress });
  const { assign, tokenOf, activate, checkIn } = createServers(() => world, clock);

  const call = (server: string, machine: Machine) => checkIn(server, machine, undefined, { aud: world.deps.publicUrl });

  ago(21);
  const samples = sampleOrders(today);
  const soon = {
    application: 'voicemail',
    capacity: 40,
    license: 'subscription',
    startsOn: day(-350),
    endsOn: day(18),
  };
  const over = {
    application: 'contact-manager',
    capacity: 25,
    license: 'subscription',
    startsOn: day(-380),
    endsOn: day(-4),
  };
  const more = [
    {
      number: 'SO-2026-00150',
      customer: { id: CUSTOMER, name: 'Acme Hotels', email: 'it@acme-hotels.example', timeZone: ZONE },
      reseller: NORTHWIND,
      lines: [
        soon,
        {
          application: 'call-recording',
          capacity: 30,
          license: 'perpetual',
          care: { level: 'platinum', endsOn: day(400) },
        },
      ],
    },
    {
      number: 'SO-2026-00151',
      customer: {
        id: 'casa-verde',
        name: 'Casa Verde "Ospitalità" & Figli S.r.l.',
        email: 'it@casa-verde.example',
        timeZone: ZONE,
      },
      reseller: NORTHWIND,
      lines: [over],
    },
    {
      number: 'SO-2026-00152',
      customer: {
        id: 'al-waha',
        name: 'فنادق الواحة',
        email: 'it@al-waha.example',
        timeZone: 'Asia/Riyadh',
        locale: 'ar',
      },
      reseller: NORTHWIND,
      lines: [{ application: 'hotel-services', capacity: 320, license: 'subscription', endsOn: day(700) }],
    },
  ];
  const placed = samples.map((order, index) => ({ ...order, placedAt: before(samples.length - index) }));
  for (const order of [...placed, ...more]) await world.deliver(order);

  ago(20);
  const em = world.database.orm.em.fork();
  for (const { number } of [...samples, ...more].slice(0, 15)) {
    const mail = { id: `mail/${number}/1`, orderNumber: number, delivery: '1', copy: 1, recipient: NORTHWIND.email };
    await storeMail(em, { ...mail, subject: `Order ${number}`, html: '', text: '' });
  }
  await em.execute(`update mails set state = 'sent', sent_at = ?`, [new Date(clock())]);
  for (const number of ['SO-2026-00117', 'SO-2026-00129', 'SO-2026-00150', 'SO-2026-00151', 'SO-2026-00152'])
    await world.call('POST', `/v1/orders/${number}/unlock`);

  ago(19);
  const register = async (name: string, role: string, customer = CUSTOMER): Promise<string> =>
    (await world.call('POST', `/v1/accounts/${customer}/servers`, { name, role })).body.id;
  const main = await register('Main exchange', 'production');
  const annex = await register('Annex, Via Roma', 'redundancy');
  const lobby = await register('Lobby test', 'test');
  const spare = await register('New wing', 'production');
  const warehouse = await register('Warehouse', 'production', SUSPENDED);
  for (const [server, application, capacity] of [
    [main, 'attendant-console', 12],
    [main, 'digital-fax', 6],
    [main, 'voicemail', 40],
    [annex, 'attendant-console', 4],
    [lobby, 'digital-fax', 1],
    [spare, 'call-recording', 10],
    [warehouse, 'attendant-console', 3],
  ] as const)
    await assign(server, application, capacity);

  ago(18);
  const machines = { main: aMachine('rack-2'), annex: aMachine('annex-1'), lobby: aMachine('lobby-1') };
  const about = (hostname: string) => ({ hostname, version: '2026.Autumn.2' });
  await activate(await tokenOf(main), machines.main, about('pbx-main'));
  await activate(await tokenOf(annex), machines.annex, about('pbx-annex'));
  await activate(await tokenOf(lobby), machines.lobby, about('pbx-lobby'));
  ago(9);
  await call(annex, machines.annex);
  ago(0.1);
  await activate(await tokenOf(lobby), aMachine('laptop-7'), about('laptop-7'));
  await call(main, machines.main);
  await call(lobby, machines.lobby);
  await world.call('PUT', '/v1/orders/SO-2026-00129/suspension', { reason: 'Payment is missing' });
  now = null;

  const page = `/customers/${CUSTOMER}`;
  return {
    world,
    daysTo: () => ({ soon: daysTo(soon.endsOn, ZONE, Date.now()), over: daysTo(over.endsOn, ZONE, Date.now()) }),
    reseller: RESELLER,
    customer: CUSTOMER,
    pages: {
      customers: '/customers',
      licenses: page,
      assign: `${page}/assign?application=attendant-console`,
      assignToServer: `${page}/assign?server=${main}`,
      server: `${page}/servers/${main}`,
      waiting: `${page}/servers/${spare}`,
      silent: `${page}/servers/${annex}`,
      refused: `${page}/servers/${lobby}`,
      replace: `${page}/servers/${lobby}/replace`,
      newServer: `${page}/servers/new`,
      offline: `${page}/offline?server=${spare}`,
      order: '/orders/SO-2026-00117',
      lockedOrder: '/orders/SO-2026-00133',
      orders: '/orders',
      unlock: '/orders/SO-2026-00133/unlock/1',
      replaceLink: '/orders/SO-2026-00133/unlock-link/1',
      people: '/people',
      sessions: '/sessions',
      suspended: `/customers/${SUSPENDED}`,
      empty: '/customers?q=nobody',
    },
  };
}
