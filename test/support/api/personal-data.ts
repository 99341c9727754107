import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AcknowledgementEntity } from '../../../db/entities/acknowledgement.ts';
import { AddressCorrectionEntity } from '../../../db/entities/people/address-correction.ts';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { BatchEntity } from '../../../db/entities/batch.ts';
import { BatchItemEntity } from '../../../db/entities/batch-item.ts';
import { CalendarEntity } from '../../../db/entities/telling/calendar.ts';
import { IdempotencyEntity } from '../../../db/entities/idempotency.ts';
import { DeviceEntity } from '../../../db/entities/people/device.ts';
import { IntakeEntity } from '../../../db/entities/orders/intake.ts';
import { JournalEntity } from '../../../db/entities/telling/journal.ts';
import { KeptFormEntity } from '../../../db/entities/kept-form.ts';
import { MailEntity } from '../../../db/entities/telling/mail.ts';
import { MailboxEntity } from '../../../db/entities/telling/mailbox.ts';
import { MembershipEntity } from '../../../db/entities/people/membership.ts';
import { OrderFactEntity } from '../../../db/entities/orders/order-fact.ts';
import { PairingEntity } from '../../../db/entities/servers/pairing.ts';
import { PasskeyEntity } from '../../../db/entities/people/passkey.ts';
import { PersonEntity } from '../../../db/entities/people/person.ts';
import { SessionEntity } from '../../../db/entities/people/session.ts';
import { SignInEntity } from '../../../db/entities/people/sign-in.ts';
import { UsedChallengeEntity } from '../../../db/entities/servers/used-challenge.ts';
import { WebhookDeliveryEntity } from '../../../db/entities/telling/webhook-delivery.ts';
import { WebhookEntity } from '../../../db/entities/telling/webhook.ts';
import { WrongCodeEntity } from '../../../db/entities/people/wrong-code.ts';
import { noteRefusedActivation } from '../../../db/queries/servers/refused-activations.ts';
import { acceptOrder } from '../../../domain/order/arriving/accept.ts';
import { postedOrder } from './delivered-order.ts';

/** What a machine said of itself; it may have somebody's name. */
export const MACHINE = { fingerprint: 'eve-laptop', version: '2026.Autumn.1' };

let rows = 0;

/** A row of each kind that personal data stands in, all of one instant; every part can be inserted by itself. */
export function personalData(em: EntityManager, email: string, at: Date) {
  const mark = `${(rows += 1)}`;
  const sessionId = randomUUID();
  const [personId, accountId, number] = [randomUUID(), `account-${mark}`, `SO-P-${mark}`];
  const secret = () => randomUUID();
  const rendered = { subject: 'An order', html: `<p>${email}</p>`, text: `To ${email}` };
  return {
    personId,
    accountId,
    number,
    person: () => em.insert(PersonEntity, { id: personId, email, name: 'Ada', createdAt: at }),
    membership: (confirmedAt: Date | null = at) =>
      em.insert(MembershipEntity, {
        ...{ personId, accountId, role: 'administrator', source: 'operator', createdAt: at, confirmedAt },
      }),
    /** One that began by a provider, which says who somebody is to it. */
    session: (lastSeenAt = at) =>
      em.insert(SessionEntity, {
        ...{ id: sessionId, hash: secret(), personId, accountId, userAgent: 'Firefox', createdAt: at, lastSeenAt },
        ...{ provider: accountId, providerSubject: `at-home/${email}`, providerUntil: at, providerRefresh: 'sealed' },
      }),
    /** What was typed in that session. */
    keptForm: () =>
      em.insert(KeptFormEntity, {
        ...{ sessionId, page: '/settings', action: '/settings', fields: { support: [email] }, leftOut: false, at },
      }),
    passkey: () =>
      em.insert(PasskeyEntity, {
        ...{ id: secret(), personId, publicKey: 'key', counter: 0, transports: ['internal'], backedUp: true },
        ...{ name: `Phone of ${email}`, madeAt: at, lastUsedAt: null },
      }),
    device: () =>
      em.insert(DeviceEntity, {
        ...{ personId, hash: secret(), userAgent: 'Firefox', refusalHash: secret(), firstAt: at, lastAt: at },
      }),
    usedChallenge: () => em.insert(UsedChallengeEntity, { hash: secret(), at }),
    calendar: () =>
      em.insert(CalendarEntity, {
        ...{ personId, accountId, id: randomUUID(), key: 'k1', hash: secret(), madeAt: at },
      }),
    signIn: () =>
      em.insert(SignInEntity, {
        ...{ id: randomUUID(), personId, addressHash: secret(), linkHash: secret(), codeHash: secret() },
        ...{ browserHash: secret(), tries: 0, returnTo: '/', createdAt: at, usedAt: null },
      }),
    answer: () =>
      em.insert(IdempotencyEntity, {
        ...{ caller: 'key/1', key: secret(), contentHash: '', status: 200, headers: {}, createdAt: at },
        body: JSON.stringify({ email }),
      }),
    mail: (state: 'sent' | 'due' | 'unknown' = 'sent') =>
      em.insert(MailEntity, { ...rendered, id: `mail/${number}/${secret()}`, recipient: email, state, createdAt: at }),
    mailbox: () => em.insert(MailboxEntity, { ...rendered, id: randomUUID(), to: [email], tags: [], sentAt: at }),
    account: () =>
      em.insert(AccountEntity, {
        ...{ id: accountId, kind: 'reseller', name: 'Northwind', email, timeZone: 'UTC', locale: 'en', createdAt: at },
      }),
    order: async (endedAt: Date | null = null) => {
      const reseller = { id: accountId, name: 'Northwind', email };
      const content = acceptOrder(postedOrder(number, { reseller }), 'key/1', at.getTime());
      await em.insert(IntakeEntity, { number, content, contentHash: 'hash', receivedAt: at });
      const event = { stream: `order/${number}`, type: 'canceled', recordedAt: at };
      if (endedAt) await em.insert(JournalEntity, { ...event, seq: 1, at: endedAt, data: {} });
    },
    refusedActivation: () =>
      noteRefusedActivation(em, `server-${mark}`, { code: 'TOKEN_ROTATED', mode: 'online', ...MACHINE }, at.getTime()),
    /** Which is to be written to in place of another one. */
    addressCorrection: () =>
      em.insert(AddressCorrectionEntity, {
        ...{ accountId, wrong: `typo-${mark}@acme.example`, correct: email, by: 'key/1', keptAt: at, claimedUntil: at },
      }),
    /** What a fact brought of an order that was canceled at an instant, where it was. */
    fact: async (endedAt: Date | null = null) => {
      const content = { reseller: { id: accountId, name: 'Northwind', email } };
      const fact = { orderNumber: `${number}-f`, kind: 'amend', reference: 'A-1', contentHash: 'hash' } as const;
      await em.insert(OrderFactEntity, { ...fact, content, by: 'key/1', storedAt: at });
      const event = { stream: `order/${number}-f`, type: 'canceled', recordedAt: at };
      if (endedAt) await em.insert(JournalEntity, { ...event, seq: 1, at: endedAt, data: {} });
    },
    /** A webhook that was removed at an instant, where it was. */
    webhook: (removedAt: Date | null = null) =>
      em.insert(WebhookEntity, {
        ...{ id: `whk_${mark}`, accountId, url: `https://${mark}.example/ada`, state: 'enabled', position: 0 },
        ...{ createdAt: at, removedAt },
      }),
    delivery: () =>
      em.insert(WebhookDeliveryEntity, {
        ...{ webhookId: `whk_${mark}`, event: `evt_${mark}`, position: 1, stream: `account/${accountId}`, seq: 1 },
        ...{ type: 'account-changed', state: 'delivered', attempts: [], createdAt: at },
      }),
    /** A machine whose code the person has entered. */
    pairing: () =>
      em.insert(PairingEntity, {
        ...{ id: secret(), deviceHash: secret(), codeHash: secret(), network: secret(), address: '203.0.113.7' },
        ...{ ...MACHINE, hostname: 'ada-laptop', publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'x' } },
        ...{ state: 'pending', personId, createdAt: at },
      }),
    acknowledgement: () =>
      em.insert(AcknowledgementEntity, {
        ...{ accountId, item: `locked-${secret()}`, kind: 'locked', note: 'Paid', by: `person/${personId}`, at },
      }),
    wrongCode: () => em.insert(WrongCodeEntity, { personId, id: randomUUID(), at }),
    /** An order in a batch that ended at an instant, or is in whatever other state. */
    batch: async (finishedAt: Date | null = at, state: 'done' | 'received' | 'paused' = 'done') => {
      const reseller = { id: accountId, name: 'Northwind', email };
      const about = { id: randomUUID(), kind: 'orders', preview: false, by: 'key/1', halted: false } as const;
      const counts = { total: 1, done: 1, refused: 0 };
      await em.insert(BatchEntity, { ...about, ...counts, state, startedAt: at, finishedAt });
      const item = { batchId: about.id, index: 0, outcome: 'done', foretold: null, putOff: 0, failed: 0 } as const;
      await em.insert(BatchItemEntity, { ...item, content: postedOrder(number, { reseller }) });
    },
    event: () =>
      em.insert(JournalEntity, {
        ...{ stream: `order/${number}-e`, seq: 1, type: 'suspended', at, recordedAt: at },
        data: { by: `person/${personId}`, reason: 'r' },
      }),
  };
}
