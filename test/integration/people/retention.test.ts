import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportPerson } from '../../../admin/people-export.ts';
import { erasePerson } from '../../../admin/people-erase.ts';
import { eraseSubject, heldOf } from '../../../db/queries/retention/person.ts';
import { sweep } from '../../../db/queries/retention/sweep.ts';
import { sweepPatiently } from '../../../db/sweeping.ts';
import { ERASED_ADDRESS, RETENTION_DAYS } from '../../../domain/retention.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { personalData } from '../../support/api/personal-data.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const em = () => database.orm.em.fork();
const rowsOf = (sql: string) => em().execute<Record<string, unknown>[]>(sql);

const NOW = new Date('2036-11-28T12:00:00Z');
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

type Data = ReturnType<typeof personalData>;

/** Of each kind, how a row comes to be that is over once its period has passed, and how one sees that it is there. */
const KINDS: Record<string, { days: number; insert: (data: Data, at: Date) => Promise<unknown>; left: string }> = {
  sessions: {
    days: RETENTION_DAYS.unusedSessions,
    insert: (data) => data.session(),
    left: 'select * from sessions',
  },
  idempotencyAnswers: {
    days: RETENTION_DAYS.idempotencyAnswers,
    insert: (data) => data.answer(),
    left: 'select * from idempotency',
  },
  usedChallenges: {
    days: RETENTION_DAYS.usedChallenges,
    insert: (data) => data.usedChallenge(),
    left: 'select * from used_challenges',
  },
  devices: {
    days: RETENTION_DAYS.devices,
    insert: async (data) => {
      await data.person();
      await data.membership();
      await data.device();
    },
    left: 'select * from devices',
  },
  keptForms: {
    days: RETENTION_DAYS.keptForms,
    insert: async (data) => {
      await data.session();
      await data.keptForm();
    },
    left: 'select * from kept_forms',
  },
  signIns: { days: RETENTION_DAYS.signIns, insert: (data) => data.signIn(), left: 'select * from sign_ins' },
  unconfirmedMembers: {
    days: RETENTION_DAYS.unconfirmedMembers,
    insert: (data) => data.membership(null),
    left: 'select * from memberships',
  },
  peopleWithoutAccount: {
    days: RETENTION_DAYS.peopleWithoutAccount,
    insert: (data) => data.person(),
    left: 'select * from people',
  },
  webhookDeliveries: {
    days: RETENTION_DAYS.webhookDeliveries,
    insert: async (data) => {
      await data.webhook();
      await data.delivery();
    },
    left: 'select * from webhook_deliveries',
  },
  removedWebhooks: {
    days: RETENTION_DAYS.webhookDeliveries,
    insert: (data, at) => data.webhook(at),
    left: 'select * from webhooks',
  },
  mailBodies: {
    days: RETENTION_DAYS.mailBodies,
    insert: (data) => data.mail(),
    left: `select * from mails where html <> '' and text <> ''`,
  },
  mailRecipients: {
    days: RETENTION_DAYS.mailRecipients,
    insert: (data) => data.mail(),
    left: `select * from mails where recipient <> '${ERASED_ADDRESS}'`,
  },
  refusedActivations: {
    days: RETENTION_DAYS.refusedActivations,
    insert: (data) => data.refusedActivation(),
    left: 'select * from refused_activations',
  },
  pairings: { days: RETENTION_DAYS.pairings, insert: (data) => data.pairing(), left: 'select * from pairings' },
  acknowledgements: {
    days: RETENTION_DAYS.acknowledgements,
    insert: (data) => data.acknowledgement(),
    left: 'select * from acknowledgements',
  },
  wrongCodes: { days: RETENTION_DAYS.pairings, insert: (data) => data.wrongCode(), left: 'select * from wrong_codes' },
  batchItems: {
    days: RETENTION_DAYS.batches,
    insert: (data, at) => data.batch(at),
    left: 'select * from batch_items',
  },
  batches: { days: RETENTION_DAYS.batches, insert: (data, at) => data.batch(at), left: 'select * from batches' },
  addressesOfOrders: {
    days: RETENTION_DAYS.addressesOfOrders,
    insert: (data, at) => data.order(at),
    left: `select * from intakes where content->'reseller'->>'email' <> '${ERASED_ADDRESS}'
      and content->'customer'->>'email' <> '${ERASED_ADDRESS}'`,
  },
  addressesOfFacts: {
    days: RETENTION_DAYS.addressesOfOrders,
    insert: (data, at) => data.fact(at),
    left: `select * from order_facts where content->'reseller'->>'email' <> '${ERASED_ADDRESS}'`,
  },
};

const emptied = async () => {
  for (const table of [
    'sessions',
    'used_challenges',
    'idempotency',
    'sign_ins',
    'memberships',
    'people',
    'mails',
    'intakes',
    'refused_activations',
    'order_facts',
    'pairings',
    'wrong_codes',
    'acknowledgements',
    'webhooks',
    'batches',
    'batch_items',
  ])
    await em().execute(`delete from ${table}`);
};

test('every kind of personal data that is swept is tried here', async () => {
  expect((await sweep(em(), NOW)).map(({ kind }) => kind).sort()).toEqual(Object.keys(KINDS).sort());
});

test.each(Object.entries(KINDS))('%s are gone when their period has passed, and not before', async (kind, about) => {
  await emptied();
  const before = personalData(em(), `old-${kind}@acme.example`, ago(about.days));
  const after = personalData(em(), `new-${kind}@acme.example`, new Date(ago(about.days).getTime() + 1_000));
  await about.insert(before, ago(about.days));
  await about.insert(after, new Date(ago(about.days).getTime() + 1_000));
  const rows = async () => (await sweep(em(), NOW)).find((one) => one.kind === kind)!.rows;
  expect(await rows()).toBe(1);
  expect(await rowsOf(about.left)).toHaveLength(1);
  expect(await rows()).toBe(0);
});

test('what lives is not swept: a session in use, a member, an e-mail that is still to be sent, an order that is open, a batch that is paused', async () => {
  await emptied();
  const data = personalData(em(), 'living@acme.example', ago(29));
  await data.session(ago(1));
  const old = personalData(em(), 'old@acme.example', ago(4_000));
  await old.person();
  await old.membership();
  await old.mail('due');
  await old.order();
  await old.batch(null, 'paused');
  expect((await sweep(em(), NOW)).filter(({ rows }) => rows > 0)).toEqual([]);
});

test('a batch that did not come in whole is gone after a day', async () => {
  await emptied();
  await personalData(em(), 'cut-off@acme.example', ago(1)).batch(null, 'received');
  await personalData(em(), 'coming@acme.example', ago(0.9)).batch(null, 'received');
  await sweep(em(), NOW);
  for (const table of ['batches', 'batch_items']) expect(await rowsOf(`select * from ${table}`)).toHaveLength(1);
});

test('a statement of a sweep may take minutes, however soon whoever answers callers gives up', async () => {
  await emptied();
  await KINDS.wrongCodes!.insert(personalData(em(), 'slow@acme.example', ago(400)), ago(400));
  await database.asOwner(
    `create table noted (deadline text);
     create function note_deadline() returns trigger language plpgsql as $$ begin
       insert into noted values (current_setting('statement_timeout')); return old; end $$;
     create trigger noted before delete on wrong_codes for each row execute function note_deadline()`,
  );
  const rows = (await sweepPatiently(database.url, NOW)).find(({ kind }) => kind === 'wrongCodes')!.rows;
  expect([rows, await rowsOf('select deadline from noted')]).toEqual([1, [{ deadline: '5min' }]]);
});

describe('somebody', () => {
  const EVERYTHING = [
    'person',
    'membership',
    'session',
    'keptForm',
    'passkey',
    'device',
    'calendar',
    'signIn',
    'answer',
    'mail',
    'mailbox',
    'account',
    'order',
    'addressCorrection',
    'fact',
    'batch',
    'pairing',
    'acknowledgement',
    'wrongCode',
    'event',
  ] as const;

  async function somebody(email: string): Promise<Data> {
    const data = personalData(em(), email, new Date());
    for (const kind of EVERYTHING) await data[kind]();
    return data;
  }

  /** Tables in any of whose rows a text stands. */
  async function naming(text: string): Promise<string[]> {
    const tables = await rowsOf(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const found: string[] = [];
    for (const { name } of tables as { name: string }[])
      if ((await em().execute(`select from "${name}" t where t::text ilike ?`, [`%${text}%`])).length > 0)
        found.push(name);
    return found.sort();
  }

  test('is exported with everything that is kept of them, by address and by id', async () => {
    const data = await somebody('ada@acme.example');
    const exported = JSON.parse(await exportPerson(em(), 'Ada@ACME.example')) as Record<string, unknown[]>;
    for (const [kind, rows] of Object.entries(exported)) expect([kind, rows]).not.toEqual([kind, []]);
    expect(exported).toMatchObject({ id: data.personId, orders: [{ number: data.number, role: 'reseller' }] });
    expect(JSON.parse(await exportPerson(em(), data.personId))).toEqual(exported);
  });

  test('is named in no table once erased; the journal keeps the id, and nobody else loses anything', async () => {
    const other = await somebody('bob@acme.example');
    const before = await heldOf(em(), { id: other.personId, email: 'bob@acme.example' });
    const data = await somebody('eve@acme.example');
    expect(await naming('eve@acme.example')).not.toEqual([]);
    expect(await erasePerson(em(), 'eve@acme.example')).toContain('Erased');
    expect(await naming('eve@acme.example')).toEqual([]);
    expect(await naming(data.personId)).toEqual(['journal']);
    expect(await rowsOf(`select data from journal where stream = 'account/${data.accountId}'`)).toMatchObject([
      { data: { person: data.personId, by: 'operator' } },
    ]);
    expect(await heldOf(em(), { id: other.personId, email: 'bob@acme.example' })).toEqual(before);
    expect(await erasePerson(em(), 'eve@acme.example')).toBe('Nothing was left to erase.');
  });

  test('is erased by a repeat, wherever the first erasure was killed', async () => {
    for (let at = 0; at < 19; at++) {
      const email = `killed-${at}@acme.example`;
      const { personId } = await somebody(email);
      const killed = eraseSubject(dyingAt(em(), at), { id: personId, email });
      await expect(killed).rejects.toThrow('killed');
      await erasePerson(em(), email);
      expect(await naming(email)).toEqual([]);
      expect(await naming(personId)).toEqual(['journal']);
    }
  });

  test('keeps an e-mail that is still to be sent, and the operator is told', async () => {
    const data = personalData(em(), 'due@acme.example', new Date());
    await data.mail('due');
    expect(await erasePerson(em(), 'due@acme.example')).toContain('still to be sent: 1');
    await expect(erasePerson(em(), 'nobody')).rejects.toThrow('There is nobody nobody');
  });
});

/** A database that is gone from its nth statement on. */
function dyingAt(real: EntityManager, statement: number): EntityManager {
  let done = 0;
  const dying = (alive: EntityManager): EntityManager => {
    const execute = (...args: Parameters<EntityManager['execute']>) =>
      done++ < statement ? alive.execute(...args) : Promise.reject(new Error('killed'));
    const transactional = <Result>(work: (tx: EntityManager) => Promise<Result>) =>
      alive.transactional((tx) => work(dying(tx)));
    return { execute, transactional } as unknown as EntityManager;
  };
  return dying(real);
}

test('the addresses of an order that lives on are kept, though lines of it were canceled long ago', async () => {
  await emptied();
  const longAgo = ago(RETENTION_DAYS.addressesOfOrders + 1);
  await personalData(em(), 'lives-on@acme.example', longAgo).order(longAgo);
  const named = `select count(*)::int as kept from intakes where content->'reseller'->>'email' <> '${ERASED_ADDRESS}'`;
  const alive = `insert into orders (number, seq, customer_id, time_zone, status, stage, placed_at, accepted_at)
    select number, 1, 'acme-hotels', 'UTC', 'open', 'unlocked', now(), now() from intakes`;
  await em().execute(alive);
  await sweep(em(), NOW);
  expect(await em().execute(named)).toEqual([{ kept: 1 }]);
  await em().execute(`update orders set status = 'ended'`);
  await sweep(em(), NOW);
  expect(await em().execute(named)).toEqual([{ kept: 0 }]);
});
