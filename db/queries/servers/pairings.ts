import type { EntityManager } from '@mikro-orm/postgresql';
import {
  MOST_PENDING_OF_NETWORK,
  MOST_WRONG_CODES_A_MINUTE,
  PAIRING_EARLY_SECONDS,
  PAIRING_INTERVAL_SECONDS,
  PAIRING_SECONDS,
} from '../../../domain/pairing.ts';
import type { By } from '../../../domain/people/permissions.ts';
import { PairingEntity, type PairingRow } from '../../entities/servers/pairing.ts';
import { inMs } from '../instants.ts';
import { takeTurn } from '../turns.ts';

/** A machine that begins to wait; hashes in hexadecimal. */
export type NewPairing = Pick<
  PairingRow,
  | 'id'
  | 'deviceHash'
  | 'codeHash'
  | 'network'
  | 'address'
  | 'fingerprint'
  | 'version'
  | 'hostname'
  | 'publicKey'
  | 'createdAt'
>;

const VALID = `interval '${PAIRING_SECONDS} seconds'`;
/** In SQL, whether a person can still say what becomes of a pairing, at the instant `?`. */
const IS_OPEN = `state = 'pending' and created_at > ?::timestamptz - ${VALID}`;

/** What is kept of a pairing. */
export function findPairing(em: EntityManager, id: string): Promise<PairingRow | null> {
  return em.findOne(PairingEntity, { id }, { refresh: true }) as Promise<PairingRow | null>;
}

/** By what the machine knows it by. */
export function findPairingOfDevice(em: EntityManager, deviceHash: string): Promise<PairingRow | null> {
  return em.findOne(PairingEntity, { deviceHash }, { refresh: true }) as Promise<PairingRow | null>;
}

/**
 * Keeps a machine that begins to wait, unless the same request did before: then answers the one that is there. Answers
 * after how many seconds to ask again where as many as may wait already from its network, who are counted in turn.
 */
export async function keepPairing(em: EntityManager, pairing: NewPairing): Promise<PairingRow | number> {
  return em.transactional(async (tx) => {
    await takeTurn(tx, `pairings/${pairing.network}`);
    const before = await findPairing(tx, pairing.id);
    if (before) return before;
    const now = pairing.createdAt;
    const [counted] = await tx.execute<[{ waiting: number; firstAt: number }]>(
      `select count(*)::int as waiting, ${inMs('min(created_at)')} as "firstAt" from pairings where network = ? and ${IS_OPEN}`,
      [pairing.network, now],
    );
    if (counted.waiting >= MOST_PENDING_OF_NETWORK)
      return Math.max(1, Math.ceil((counted.firstAt - now.getTime()) / 1000) + PAIRING_SECONDS);
    await tx.insert(PairingEntity, { ...pairing, state: 'pending' });
    return (await findPairing(tx, pairing.id))!;
  });
}

/** What became of a code that somebody entered: whose it is, that it is nobody's, or after how many seconds to try again. */
export type Entered = { pairing: string } | 'wrong' | { retryAfterSeconds: number };

/** Takes a code in: who entered it last says what becomes of the machine. Wrong ones of one person are counted in turn. */
export async function enterCode(
  em: EntityManager,
  { person, codeHashes, wrongId, now }: { person: string; codeHashes: string[]; wrongId: string; now: Date },
): Promise<Entered> {
  return em.transactional(async (tx) => {
    await takeTurn(tx, `wrong-codes/${person}`);
    const [counted] = await tx.execute<[{ wrong: number; firstAt: number }]>(
      `with outdated as (delete from wrong_codes where person_id = ? and at <= ?::timestamptz - interval '1 minute')
       select count(*)::int as wrong, ${inMs('min(at)')} as "firstAt" from wrong_codes
       where person_id = ? and at > ?::timestamptz - interval '1 minute'`,
      [person, now, person, now],
    );
    if (counted.wrong >= MOST_WRONG_CODES_A_MINUTE)
      return { retryAfterSeconds: Math.max(1, Math.ceil((counted.firstAt + 60_000 - now.getTime()) / 1000)) };
    const [found] = await tx.execute<{ id: string }[]>(
      `update pairings set person_id = ? where code_hash = any(?::text[]) and ${IS_OPEN} returning id`,
      [person, `{${codeHashes.join()}}`, now],
    );
    if (found) return { pairing: found.id };
    await tx.execute('insert into wrong_codes (person_id, id, at) values (?, ?, ?)', [person, wrongId, now]);
    return 'wrong';
  });
}

/** What a person says of a machine: which server it becomes, or null where it is none of theirs. */
export type Decision = { server: string; by: By; byVendor: boolean; replaces: boolean } | null;

/** Writes down what somebody says of a machine whose code they entered; false where that is too late, or was said before. */
export async function decidePairing(
  em: EntityManager,
  { id, person, now }: { id: string; person: string; now: Date },
  decision: Decision,
): Promise<boolean> {
  const { server = null, by = null, byVendor = false, replaces = false } = decision ?? {};
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update pairings set state = ?, server = ?, by = ?, by_vendor = ?, replaces = ?, decided_at = ?
     where id = ? and person_id = ? and ${IS_OPEN}`,
    [decision ? 'approved' : 'refused', server, by, byVendor, replaces, now, id, person, now],
    'run',
  );
  return affectedRows > 0;
}

/** Notes that a machine asked; false where it came sooner than it is to. */
export async function notePoll(em: EntityManager, id: string, now: Date): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update pairings set asked_at = ?
     where id = ? and (asked_at is null or asked_at <= ?::timestamptz - interval '${PAIRING_INTERVAL_SECONDS - PAIRING_EARLY_SECONDS} seconds')`,
    [now, id, now],
    'run',
  );
  return affectedRows > 0;
}

/** Keeps by which version of its server's token a pairing activates; the first that is said stands, and is answered. */
export async function keepTokenVersion(em: EntityManager, id: string, version: number): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `update pairings set token_version = coalesce(token_version, ?) where id = ? returning token_version as version`,
    [version, id],
  );
  return row?.version ?? version;
}

/** Notes what became of an activation by a pairing: when it first succeeded, or why it did not. */
export async function noteOutcome(em: EntityManager, id: string, now: Date, refusal: string | null): Promise<void> {
  await em.execute(
    `update pairings set refusal = ?, activated_at = coalesce(activated_at, case when ?::text is null then ?::timestamptz end)
     where id = ?`,
    [refusal, refusal, now, id],
  );
}
