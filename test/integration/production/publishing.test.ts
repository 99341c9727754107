import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { JournalEntity } from '../../../db/entities/telling/journal.ts';
import { MailEntity } from '../../../db/entities/telling/mail.ts';
import { publishDelivery } from '../../../db/queries/publishing/publish-delivery.ts';
import { orderRows, publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { publishServer, serverRows } from '../../../db/queries/publishing/publish-server.ts';
import { rebuildStream } from '../../../db/queries/publishing/rebuild.ts';
import { tablesOf, type StreamKind, type StreamRows } from '../../../db/queries/publishing/streams.ts';
import { handle as handleOrder } from '../../../domain/order/handle.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderCommand } from '../../../domain/order/commands.ts';
import { handle as handleServer } from '../../../domain/server/handle.ts';
import { openServer, type Server, type ServerCommand, type Token } from '../../../domain/server/server.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { atEveryStatement, type Attempt } from '../../support/api/held.ts';
import { CONSOLE, FAX, OPENING, take } from '../../support/domain/order-language.ts';
import { activate, changeCapacity, request, SERVER, share } from '../../support/domain/server-language.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

/** A place of a stream: how it is published, and its rows. */
type Place<Kind extends StreamKind> = { publish: Attempt; rows: StreamRows<Kind> };

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
const LIVES: { [Kind in StreamKind]: (id: string) => Place<Kind>[] } = {
  order(id) {
    let order: Order = openOrder({ ...OPENING, number: id });
    return ORDER_LIFE.map((command, day) => {
      const at = OPENING.acceptedAt + day * DAY_MS;
      const { order: changed, events } = handleOrder(order, command, at, at);
      order = changed;
      return { publish: (em) => publishOrder(em, changed, events), rows: orderRows(changed) };
    });
  },
  server(id) {
    let server: Server = openServer({ ...SERVER, id });
    return SERVER_LIFE.map((command, day) => {
      const at = SERVER.registeredAt + day * DAY_MS;
      const { server: changed, events } = handleServer(server, command, at, at);
      server = changed;
      const keptOf = ({ version }: Token) => ({ hash: `hash of ${version} of ${id}`, firstGroup: 'AAAAA' });
      return { publish: (em) => publishServer(em, changed, events, keptOf), rows: serverRows(changed, keptOf) };
    });
  },
};

/** The life of an order whose delivery is published with its e-mail, where nothing of it is published yet. */
function withMail(id: string): Place<'order'>[] {
  const [delivered, ...others] = LIVES.order(id);
  const { order, events } = deliveredOrder(id);
  const text = { recipient: 'orders@northwind-voice.example', subject: 'An order', html: '', text: '' };
  const mail = { id: `mail/${id}/1`, orderNumber: id, delivery: '1', ...text };
  const publish: Attempt = async (em) =>
    (await publishDelivery(em, order, events, mail, new Date())) ?? delivered!.publish(em);
  return [{ ...delivered!, publish }, ...others];
}

function deliveredOrder(id: string) {
  return handleOrder(openOrder({ ...OPENING, number: id }), ORDER_LIFE[0]!, OPENING.acceptedAt, OPENING.acceptedAt);
}

/** What passes while an attempt at the publication of a place is held: a workflow goes on when another attempt has done it. */
const PASSING = {
  'the same one': (place: number) => [place],
  'an older one': (place: number) => [place - 1],
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

async function publishInTurn(em: EntityManager, life: { publish: Attempt }[], places: number[]): Promise<void> {
  for (const place of places) await life[place]?.publish(em);
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
          await hold(life[place]!.publish, (em) => publishInTurn(em, life, others));
          expect(await stored(kind, id)).toEqual(newest);
        });
      }
    },
  );

  test.each([
    ['whose rows were lost', []],
    ['that has come further', [0, 1]],
    ['that is ahead of its workflow', [0, 1]],
  ])('a rebuild of a stream %s takes nothing back that is published meanwhile', async (title, before) => {
    const seenAhead = title.includes('ahead') ? LIVES[kind]('any')[1]!.rows.parent.seq : null;
    const reference = `reference-${++streams}`;
    await publishInTurn(database.orm.em.fork(), LIVES[kind](reference), [0, 1, 2]);
    const newest = await stored(kind, reference);
    await atEveryStatement(database, async (hold) => {
      const id = `rebuilt-${++streams}`;
      const life = LIVES[kind](id);
      await publishInTurn(database.orm.em.fork(), life, before);
      const { rows } = life[0]!;
      await hold(
        (em) => rebuildStream(em, kind, { id, seq: rows.parent.seq, rows }, { onlyCompare: false, seenAhead }),
        (em) => publishInTurn(em, life, before.length > 0 ? [2] : [0, 1, 2]),
      );
      expect(await stored(kind, id)).toEqual(newest);
    });
  });
});

test.each(Object.entries(PASSING))(
  'whatever statement a delivery with its e-mail has come to, when %s passes the rows are the newest and the e-mail is there once',
  async (_, passing) => {
    const others = passing(0).filter((place) => place >= 0);
    const reference = `reference-${++streams}`;
    await publishInTurn(database.orm.em.fork(), LIVES.order(reference), others.length > 0 ? others : [0]);
    const newest = await stored('order', reference);
    await atEveryStatement(database, async (hold) => {
      const id = `with-mail-${++streams}`;
      const life = withMail(id);
      await hold(life[0]!.publish, (em) => publishInTurn(em, life, others));
      expect(await stored('order', id)).toEqual(newest);
      expect(await database.orm.em.fork().count(MailEntity, { orderNumber: id })).toBe(1);
    });
  },
);

test('capacity that a canceled order leaves in an offline document is journaled once, whichever of the two is published last', async () => {
  await atEveryStatement(database, async (hold, statement) => {
    for (const first of ['order', 'server'] as const) {
      const id = `${first}-first-${statement}-${++streams}`;
      const order = { ...openOrder({ ...OPENING, number: id }), seq: 2 };
      const line = { ...share(5), order: id };
      const document = {
        ...request('machine-1'),
        requestHash: 'request 1',
        lines: [line],
        response: 'signed',
        document: 'doc_1',
        issuedAt: 0,
      };
      const server = { ...openServer({ ...SERVER, id }), seq: 2 };
      await publishOrder(database.orm.em.fork(), { ...order, seq: 1 }, []);
      await publishServer(database.orm.em.fork(), { ...server, seq: 1 }, [], () => ({ hash: id, firstGroup: '' }));
      const cancels: Attempt = (em) => publishOrder(em, { ...order, status: 'canceled' }, []);
      const goesOffline: Attempt = (em) =>
        publishServer(em, { ...server, offline: [document] }, [], () => ({ hash: id, firstGroup: '' }));
      await (first === 'order' ? hold(cancels, goesOffline) : hold(goesOffline, cancels));
      const journal = await database.orm.em.fork().find(JournalEntity, { stream: `contact/${id}` });
      expect(journal).toMatchObject([{ seq: 1, type: 'unrecoverable', data: { order: id } }]);
    }
  });
});
