import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder, Party } from '../../domain/order/accept.ts';
import type { AccountKind } from '../../domain/permissions.ts';
import { WITHOUT_WAITING_FOR_DISK } from './relaxed.ts';

/** An intake as far as a repeat of the order needs it. */
export type IntakeRecord = { content: AcceptedOrder; contentHash: string; startedAt: string | null };
export type KnownAccount = { id: string; kind: AccountKind; timeZone: string };

const INTAKE = `jsonb_build_object('content', content, 'contentHash', content_hash, 'startedAt', started_at)`;

/** What is known about an order number and the accounts that an order names, in one round trip. */
export async function readKnown(
  em: EntityManager,
  number: string,
  accounts: string[],
): Promise<{ intake: IntakeRecord | null; accounts: KnownAccount[] }> {
  const [row] = await em.execute<{ intake: IntakeRecord | null; accounts: KnownAccount[] }[]>(
    `select (select ${INTAKE} from intakes where number = ?) as intake,
       coalesce((select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'timeZone', time_zone))
         from accounts where id in (${accounts.map(() => '?').join()})), '[]') as accounts`,
    [number, ...accounts],
  );
  return row!;
}

/** Keeps an order as it came in; false when its number is taken. */
export async function insertIntake(em: EntityManager, content: AcceptedOrder, contentHash: string): Promise<boolean> {
  const rows = await em.execute<{ number: string }[]>(
    `insert into intakes (number, content, content_hash, received_at) values (?, ?, ?, ?)
     on conflict (number) do nothing returning number`,
    [content.number, JSON.stringify(content), contentHash, content.acceptedAt],
  );
  return rows.length === 1;
}

/** Creates the accounts that do not exist, in one order for everybody, so that two orders never wait for each other. */
export async function insertAccounts(
  em: EntityManager,
  parties: (Party & { kind: AccountKind })[],
  createdAt: string,
): Promise<void> {
  const sorted = [...parties].sort((a, b) => (a.id < b.id ? -1 : 1));
  await em.execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
     values ${sorted.map(() => '(?, ?, ?, ?, ?, ?, ?)').join()} on conflict (id) do nothing`,
    sorted.flatMap(({ id, kind, name, email, timeZone, locale }) => [
      id,
      kind,
      name,
      email,
      timeZone,
      locale,
      createdAt,
    ]),
  );
}

/**
 * From now on a repeat of the order starts nothing, even when Temporal has forgotten it. Not waiting for the disk is
 * enough: should the mark be lost, the repeat finds the workflow.
 */
export async function markStarted(em: EntityManager, number: string, startedAtMs: number): Promise<void> {
  await em.execute(
    `${WITHOUT_WAITING_FOR_DISK} update intakes set started_at = ? from relaxed where number = ? and started_at is null`,
    [new Date(startedAtMs), number],
  );
}
