import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JournalEntity } from '../../../db/entities/telling/journal.ts';
import { MembershipEntity } from '../../../db/entities/people/membership.ts';
import { SessionEntity } from '../../../db/entities/people/session.ts';
import { accountStream, appendAccountEvent } from '../../../db/queries/accounts/events.ts';
import { addMembers, removeMember, setRole } from '../../../db/queries/accounts/people.ts';
import { beginSession, switchAccount } from '../../../db/queries/accounts/sessions.ts';
import { countTry, keepSignIn, useCode, useLink } from '../../../db/queries/accounts/sign-ins.ts';
import { appendContactEvent, noteSilence, recordContacts } from '../../../db/queries/check-ins/contacts.ts';
import { claimKey, keepAnswer, readKey, releaseKey } from '../../../db/queries/idempotency.ts';
import { claimName, overdueClaim, settleName, type ServerName } from '../../../db/queries/servers/names.ts';
import { findMail, storeMail } from '../../../db/queries/mails/mails.ts';
import { linkStream, replaceLink } from '../../../db/queries/orders/unlock-links.ts';
import { sendOnce } from '../../../mail/send-once.ts';
import type { OutgoingMail, SendResult } from '../../../mail/resend.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { atEveryStatement } from '../../support/api/held.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const em = () => database.orm.em.fork();
const NOW = new Date('2026-11-24T08:00:00Z');

/** Members of a new account, by address; answers the account and their ids. */
async function anAccount(...addresses: string[]): Promise<{ account: string; people: string[] }> {
  const account = `account-${randomUUID()}`;
  await em().execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at) values (?, 'customer', 'Acme', '', 'UTC', 'en', now())`,
    [account],
  );
  const people: string[] = [];
  for (const address of addresses) {
    const email = `${address}@${account}.example`;
    const member = {
      account,
      email,
      role: 'administrator',
      by: 'operator',
      cause: `made ${randomUUID()}`,
      createdAt: NOW,
      confirmed: true,
    } as const;
    people.push(...(await addMembers(em(), [member])));
  }
  return { account, people };
}

/** Every change has a cause of its own. */
const change = () => ({ by: 'operator', cause: randomUUID(), at: NOW }) as const;

describe('of two administrators, wherever the first has come to', () => {
  const LEAVES = {
    'is removed': (tx: EntityManager, account: string, person: string) => removeMember(tx, account, person, change()),
    'becomes a viewer': (tx: EntityManager, account: string, person: string) =>
      setRole(tx, account, person, 'viewer', change()),
  };
  const PAIRS = Object.keys(LEAVES).flatMap((one) => Object.keys(LEAVES).map((other) => [one, other] as const));

  test.each(PAIRS as [keyof typeof LEAVES, keyof typeof LEAVES][])(
    'who %s while the other %s, one stays',
    async (one, other) => {
      await atEveryStatement(database, async (hold) => {
        const { account, people } = await anAccount('one', 'other');
        const done: boolean[] = [];
        await hold(
          async (tx) => done.push(await LEAVES[one](tx, account, people[0]!)),
          async (tx) => done.push(await LEAVES[other](tx, account, people[1]!)),
        );
        expect(done.sort()).toEqual([false, true]);
        const left = await em().count(MembershipEntity, { accountId: account, role: 'administrator' });
        expect(left).toBe(1);
      });
    },
  );
});

describe('who is removed has no session in the account afterwards', () => {
  const session = (account: string, person: string) => ({
    ...{ id: randomUUID(), hash: randomUUID(), userAgent: '', at: NOW },
    ...{ account, person },
  });

  test('that began at the same moment', async () => {
    await atEveryStatement(database, async (hold) => {
      const { account, people } = await anAccount('one', 'other');
      await hold(
        (tx) => beginSession(tx, session(account, people[0]!), null),
        (tx) => removeMember(tx, account, people[0]!, change()),
      );
      expect(await em().count(SessionEntity, { accountId: account })).toBe(0);
    });
    await atEveryStatement(database, async (hold) => {
      const { account, people } = await anAccount('one', 'other');
      await hold(
        (tx) => removeMember(tx, account, people[0]!, change()),
        (tx) => beginSession(tx, session(account, people[0]!), null),
      );
      expect(await em().count(SessionEntity, { accountId: account })).toBe(0);
    });
  });

  test('that came from another account at the same moment', async () => {
    await atEveryStatement(database, async (hold) => {
      const { account, people } = await anAccount('one', 'other');
      const elsewhere = await anAccount('home');
      const [person] = people as [string];
      await em().execute(
        `insert into memberships (person_id, account_id, role, source, created_at, confirmed_at) values (?, ?, 'viewer', 'operator', now(), now())`,
        [person, elsewhere.account],
      );
      const begun = session(elsewhere.account, person);
      expect(await beginSession(em(), begun, null)).toBe(true);
      await hold(
        (tx) => removeMember(tx, account, person, change()),
        (tx) => switchAccount(tx, { session: begun.id, person, account }),
      );
      expect(await em().count(SessionEntity, { accountId: account })).toBe(0);
    });
  });
});

describe('of requests to sign in', () => {
  const asked = (email: string, about: object = {}) => ({
    ...{ id: randomUUID(), email, addressHash: email, linkHash: randomUUID(), codeHash: 'code' },
    ...{ browserHash: randomUUID(), asker: 'network', returnTo: '/', createdAt: NOW },
    ...about,
  });
  const aPerson = async () => {
    const { account } = await anAccount('one');
    return `one@${account}.example`;
  };

  test('two at the same moment get no more e-mails than one after the other', async () => {
    await atEveryStatement(database, async (hold) => {
      const email = await aPerson();
      for (let before = 0; before < 4; before++) await keepSignIn(em(), asked(email));
      const written: (string | null)[] = [];
      await hold(
        async (tx) => written.push(await keepSignIn(tx, asked(email))),
        async (tx) => written.push(await keepSignIn(tx, asked(email))),
      );
      expect(written.filter((person) => person !== null)).toHaveLength(1);
    });
  });

  test('a code has five tries, and a link or a code is used once, whoever comes between', async () => {
    await atEveryStatement(database, async (hold) => {
      const browserHash = randomUUID();
      const linkHash = randomUUID();
      const { id } = asked('');
      await keepSignIn(em(), asked(await aPerson(), { id, browserHash, linkHash }));
      for (let before = 0; before < 4; before++) await countTry(em(), browserHash, NOW);
      const tries: unknown[] = [];
      await hold(
        async (tx) => tries.push(await countTry(tx, browserHash, NOW)),
        async (tx) => tries.push(await countTry(tx, browserHash, NOW)),
      );
      expect(tries.filter((tried) => tried !== null)).toHaveLength(1);
      const used: unknown[] = [];
      await hold(
        async (tx) => used.push(await useCode(tx, id, NOW)),
        async (tx) => used.push(await useLink(tx, linkHash, NOW)),
      );
      expect(used.filter((signedIn) => signedIn !== null)).toHaveLength(1);
    });
  });
});

describe('of two requests with one idempotency key', () => {
  const answer = (body: string) => ({ status: 200, headers: {}, body });

  test('one is carried out', async () => {
    await atEveryStatement(database, async (hold) => {
      const key = { caller: 'key/1', key: randomUUID() };
      const claims: unknown[] = [];
      await hold(
        async (tx) => claims.push(await claimKey(tx, key, 'content')),
        async (tx) => claims.push(await claimKey(tx, key, 'content')),
      );
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    });
  });

  test.each(['keeps its answer', 'lets the key go'])(
    'the first of which was given up and then %s, the second keeps the key',
    async (what) => {
      await atEveryStatement(database, async (hold) => {
        const key = { caller: 'key/1', key: randomUUID() };
        const first = (await claimKey(em(), key, 'content'))!;
        const abandon = `update idempotency set created_at = created_at - interval '1 minute' where key = ?`;
        await em().execute(abandon, [key.key]);
        const second = (await claimKey(em(), key, 'other content'))!;
        await hold(
          (tx) => (what === 'keeps its answer' ? keepAnswer(tx, first, answer('first')) : releaseKey(tx, first)),
          (tx) => keepAnswer(tx, second, answer('second')),
        );
        expect(await readKey(em(), key)).toMatchObject({ contentHash: 'other content', body: 'second' });
      });
    },
  );
});

describe('of an e-mail that two attempts send', () => {
  /** As Resend answers: the first content under a key is sent, another one is refused. */
  function aProvider(answers: (SendResult | null)[] = []) {
    const sent: OutgoingMail[] = [];
    const resend = (mail: OutgoingMail): Promise<SendResult> => {
      const said = answers.shift();
      if (said) return Promise.resolve(said);
      if (sent.length > 0 && sent[0]!.text !== mail.text) return Promise.resolve({ kind: 'taken', reason: 'taken' });
      sent.push(mail);
      return Promise.resolve({ kind: 'sent', id: 'resend-1' });
    };
    return { sent, deps: { resend, from: 'us@vendor.example', clock: () => NOW.getTime() } };
  }

  async function aMail() {
    const order = `SO-${randomUUID()}`;
    const rendered = { subject: '', html: '', text: 'link ', recipient: 'a@b.example' };
    return storeMail(em(), { id: `mail/${order}/1`, orderNumber: order, delivery: '1', ...rendered });
  }
  const finish = (text: string, generation: number) => text + String(generation);

  test('both say what became of it, whatever became of its link meanwhile', async () => {
    await atEveryStatement(database, async (hold) => {
      const mail = await aMail();
      const { deps, sent } = aProvider();
      const outcomes: string[] = [];
      const opened = { order: mail.orderNumber!, delivery: '1' };
      await hold(
        async (tx) => outcomes.push(await sendOnce(tx, deps, mail, {}, { finish })),
        async (tx) => {
          outcomes.push(await sendOnce(tx, deps, mail, {}, { finish }));
          await replaceLink(tx, opened, { requestId: 'request', by: 'key/1', at: NOW, edition: 1 });
        },
      );
      expect(outcomes).toEqual(['sent', 'sent']);
      expect(new Set(sent.map(({ text }) => text)).size).toBe(1);
      expect(await findMail(em(), mail.id)).toMatchObject({ state: 'sent', uncertainSince: null, reason: null });
    });
  });

  test('it may have left when one does not know, whatever the other takes back', async () => {
    await atEveryStatement(database, async (hold) => {
      const mail = await aMail();
      const later = aProvider([{ kind: 'later', reason: 'quota', remedy: 'wait' }]);
      const uncertain = aProvider([{ kind: 'uncertain', reason: 'away', remedy: 'wait' }]);
      const failed = (attempt: Promise<unknown>) => attempt.catch(() => undefined);
      await hold(
        (tx) => failed(sendOnce(tx, later.deps, mail, {}, { finish })),
        (tx) => failed(sendOnce(tx, uncertain.deps, mail, {}, { finish })),
      );
      expect(await findMail(em(), mail.id)).toMatchObject({ state: 'due', uncertainSince: NOW });
    });
  });
});

test('of two requests to replace a link each makes one, the same request the same one, and the journal has them all', async () => {
  await atEveryStatement(database, async (hold, statement) => {
    for (const other of ['one', 'other']) {
      const opened = { order: `SO-${other}-${statement}-${randomUUID()}`, delivery: '1' };
      const made: number[] = [];
      const replace = (requestId: string) => async (tx: EntityManager) =>
        made.push((await replaceLink(tx, opened, { requestId, by: 'key/1', at: NOW, edition: 1 })).generation);
      await hold(replace('one'), replace(other));
      expect(made.sort()).toEqual(other === 'one' ? [1, 1] : [1, 2]);
      const journal = await em().find(JournalEntity, { stream: linkStream(opened) }, { orderBy: { seq: 1 } });
      expect(journal.map(({ seq }) => seq)).toEqual([...new Set(made)]);
    }
  });
});

const NOTHING_SAID = { said: null, nearlyUsed: null, advised: null };

test('events of a server that calls are numbered without gaps, and silence tells of the last call before it', async () => {
  await atEveryStatement(database, async (hold) => {
    const server = `srv-${randomUUID()}`;
    const atMs = NOW.getTime();
    const refused = { type: 'activation-refused', data: {} } as const;
    const called = atMs - 5_000;
    const numbers = { ...{ key: '', made: 1, current: '1', previous: null }, superseded: [], calls: [], suspected: {} };
    const document = { nextCheckInAt: atMs, documentIssuedAt: called, documentLeaseUntil: null };
    const contact = { server, version: 0, checkInAt: called, numbers, ...document, ...NOTHING_SAID };
    let isRecorded = false;
    await hold(
      (tx) => noteSilence(tx, server, { heardOfSince: atMs - 1_000, atMs }),
      async (tx) => {
        [isRecorded] = (await recordContacts(tx, [contact])) as [boolean];
        await appendContactEvent(tx, server, atMs, refused);
      },
    );
    const journal = await em().find(JournalEntity, { stream: `contact/${server}` }, { orderBy: { seq: 1 } });
    expect(journal.map(({ seq }) => seq)).toEqual([1, 2]);
    // A call that came first is told of; one that did not is written by nobody, and made anew.
    expect(journal.find(({ type }) => type === 'silent')!.data).toEqual({
      lastCheckInAt: isRecorded ? new Date(called).toISOString() : null,
    });
  });
});

test('of two changes with one cause the life of an account tells one', async () => {
  await atEveryStatement(database, async (hold) => {
    const { account, people } = await anAccount('one', 'other');
    const told = { type: 'role-changed', person: people[0]!, role: 'viewer', formerRole: 'administrator' } as const;
    const cause = { cause: randomUUID(), at: NOW };
    const append = (tx: EntityManager) =>
      tx.transactional((inner) => appendAccountEvent(inner, account, cause, { ...told, by: 'operator' }));
    await hold(append, append);
    expect(await em().count(JournalEntity, { stream: accountStream(account), type: 'role-changed' })).toBe(1);
  });
});

describe('a name that two servers of a customer want', () => {
  const aName = (): ServerName => ({ customerId: randomUUID(), name: 'Lobby', server: randomUUID() });
  const another = (named: ServerName): ServerName => ({ ...named, name: 'LOBBY', server: randomUUID() });

  const project = (tx: EntityManager, { customerId, server }: ServerName, name: string) =>
    tx.execute(
      `insert into servers (id, seq, customer_id, name, role, state, registered_at, former_keys)
       values (?, 1, ?, ?, 'test', 'registered', now(), '[]') on conflict (id) do update set name = excluded.name`,
      [server, customerId, name],
    );

  /** Claims it, and has its server known by it; false where another has it. */
  async function take(tx: EntityManager, named: ServerName): Promise<boolean> {
    const claim = await claimName(tx, named);
    if (!claim) return false;
    await project(tx, named, named.name);
    await settleName(tx, named, claim);
    return true;
  }

  test('goes to one, wherever the other has come to, also where one of them has had it before', async () => {
    for (const hadIt of [false, true])
      await atEveryStatement(database, async (hold) => {
        const one = aName();
        const other = another(one);
        if (hadIt) {
          await take(em(), one);
          await project(em(), one, 'Elsewhere');
        }
        const done: boolean[] = [];
        await hold(
          async (tx) => done.push(await take(tx, one)),
          async (tx) => done.push(await take(tx, other)),
        );
        expect(done.sort()).toEqual([false, true]);
      });
  });

  test('is not taken from who claims it anew while another finds that nothing came of it', async () => {
    const one = aName();
    await claimName(em(), one);
    expect(await overdueClaim(em(), one)).toBeNull();
    await em().execute(`update server_names set claimed_at = claimed_at - interval '61 seconds'`);
    const overdue = await overdueClaim(em(), one);
    await claimName(em(), one);
    expect(await claimName(em(), another(one), overdue)).toBeNull();
  });
});
