import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { publishOrder } from '../../db/queries/publishing/publish-order.ts';
import { publishServer } from '../../db/queries/publishing/publish-server.ts';
import { tablesOf, type StreamKind } from '../../db/queries/publishing/streams.ts';
import { handle as handleOrder } from '../../domain/order/handle.ts';
import { openOrder, type Order, type OrderCommand } from '../../domain/order/order.ts';
import { handle as handleServer } from '../../domain/server/handle.ts';
import { openServer, type Server, type ServerCommand } from '../../domain/server/server.ts';
import { openDatabase, type TestDatabase } from '../support/api/database.ts';
import { atEveryStatement } from '../support/api/held.ts';
import { CONSOLE, FAX, OPENING, take } from '../support/domain/order-language.ts';
import { activate, changeCapacity, SERVER, share } from '../support/domain/server-language.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

type Publication = (em: EntityManager) => Promise<void>;

const DAY_MS = 86_400_000;

const ORDER_LIFE: OrderCommand[] = [
  { type: 'deliver', reference: 'SO', lines: [CONSOLE, FAX] },
  { type: 'unlock' },
  take(1, { 1: 3, 2: 2 }),
  take(2, { 2: 1 }),
  { type: 'cancel', reason: 'not paid' },
];
const SERVER_LIFE: ServerCommand[] = [
  { type: 'register' },
  changeCapacity(share(5), share(2, { line: '2' })),
  activate('machine-1'),
  { type: 'rotate', tokenKey: 'secret-2', byVendor: false },
  changeCapacity(share(1)),
];

/** What a stream publishes, one after the other, under an id of its own. */
const LIVES: Record<StreamKind, (id: string) => Publication[]> = {
  order(id) {
    let order: Order = openOrder({ ...OPENING, number: id });
    return ORDER_LIFE.map((command, day) => {
      const at = OPENING.acceptedAt + day * DAY_MS;
      const { order: changed, events } = handleOrder(order, command, at, at);
      order = changed;
      return (em) => publishOrder(em, changed, events);
    });
  },
  server(id) {
    let server: Server = openServer({ ...SERVER, id });
    return SERVER_LIFE.map((command, day) => {
      const at = SERVER.registeredAt + day * DAY_MS;
      const { server: changed, events } = handleServer(server, command, at, at);
      server = changed;
      return (em) => publishServer(em, changed, events, ({ version }) => `hash of ${version} of ${id}`);
    });
  },
};

/** What passes while the publication at a place of a life is held. */
const PASSING = {
  'the same one': (place: number) => [place],
  'an older one': (place: number) => [place - 1],
  'newer ones': (place: number) => [place + 1, place + 2],
  'the same one and newer ones': (place: number) => [place, place + 1, place + 2],
};

/** Everything that is stored of a stream, as it would be under any id. */
async function stored(kind: StreamKind, id: string): Promise<unknown> {
  const em = database.orm.em.fork();
  const { parent, children } = tablesOf(em, kind);
  const rows: unknown[] = [];
  for (const { name, of, key } of [parent, ...children.map(([, table]) => table)])
    rows.push(
      name,
      await em.execute(`select to_jsonb(t) as row from ${name} t where ${of} = ? order by ${['1', ...key].join()}`, [
        id,
      ]),
    );
  rows.push(await em.execute('select seq, type, data from journal where stream = ? order by seq', [`${kind}/${id}`]));
  return JSON.parse(JSON.stringify(rows).replaceAll(id, 'ID'));
}

async function publishInTurn(em: EntityManager, life: Publication[], places: number[]): Promise<void> {
  for (const place of places) await life[place]?.(em);
}

let streams = 0;

describe.each(Object.keys(LIVES) as StreamKind[])('of a stream of kind %s', (kind) => {
  test.each(Object.entries(PASSING))(
    'whatever statement a publication has come to, when %s passes the rows are the newest',
    async (_, passing) => {
      const places = [...LIVES[kind]('any').keys()];
      for (const place of places) {
        const others = passing(place);
        const last = Math.min(Math.max(place, ...others), places.length - 1);
        const reference = `reference-${++streams}`;
        await publishInTurn(database.orm.em.fork(), LIVES[kind](reference), places.slice(0, last + 1));
        const newest = await stored(kind, reference);
        await atEveryStatement(database, async (hold) => {
          const id = `held-${++streams}`;
          const life = LIVES[kind](id);
          await publishInTurn(database.orm.em.fork(), life, places.slice(0, place));
          await hold(life[place]!, (em) => publishInTurn(em, life, others));
          expect(await stored(kind, id)).toEqual(newest);
        });
      }
    },
  );
});
