import type { EntityManager } from '@mikro-orm/postgresql';
import { takeTurn } from '../turns.ts';
import { CLAIMS_COUNT_SINCE } from './claims.ts';

/** A server that is to stand by for another one of a customer. */
export type StandingBy = { customerId: string; standby: string; served: string };

/** What became of a claim; `isNew` says that no other request made the same before, `taken` names the standby that the served server has. */
export type StandbyClaim =
  | { kind: 'claimed'; isNew: boolean }
  | { kind: 'unknown-server' }
  /** Its name is claimed by the customer, and nothing of it is projected. */
  | { kind: 'not-said' }
  | { kind: 'chained' }
  | { kind: 'offline' }
  | { kind: 'taken'; standby: string };

const IS_NEW = `s.claimed_at > ${CLAIMS_COUNT_SINCE}`;

/** In SQL, whether the claim of a row `s` counts: its server is known as that standby, or is about to be. */
const COUNTS = `((${IS_NEW}
    and not exists (select from servers v where v.id = s.standby and v.state = 'retired'))
  or exists (select from servers v where v.id = s.standby and v.state <> 'retired' and v.standby_for = s.served))`;

/** What is looked at before a claim. */
type Facts = {
  isThere: boolean;
  isNamed: boolean;
  isOffline: boolean;
  isChained: boolean;
  isClaimed: boolean;
  other: string | null;
};

/**
 * Claims that a server stands by for another one, before its workflow is told: of two claims at once one is made. What
 * came to nothing within a minute counts no more.
 */
export async function claimStandby(em: EntityManager, standing: StandingBy): Promise<StandbyClaim> {
  const { customerId, standby, served } = standing;
  return em.transactional(async (tx) => {
    await takeTurn(tx, `standbys/${customerId}`);
    const [facts] = await tx.execute<[Facts]>(
      `with asked (standby, served, customer) as (values (?::text, ?::text, ?::text))
       select v.id is not null as "isThere",
         exists (select from server_names n where n.server = asked.served and n.customer_id = asked.customer
           and not exists (select from servers one where one.id = n.server)) as "isNamed",
         coalesce(v.mode = 'offline' or v.offline is not null, false) as "isOffline",
         asked.standby = asked.served or v.standby_for is not null
           or exists (select from standbys s where (s.standby = asked.served or s.served = asked.standby) and ${COUNTS})
           as "isChained",
         (select s.standby from standbys s where s.served = asked.served and s.standby <> asked.standby and ${COUNTS})
           as other,
         exists (select from standbys s where s.served = asked.served and s.standby = asked.standby and ${COUNTS})
           as "isClaimed"
       from asked left join servers v on v.id = asked.served and v.customer_id = asked.customer and v.state <> 'retired'`,
      [standby, served, customerId],
    );
    if (!facts.isThere) return { kind: facts.isNamed ? 'not-said' : 'unknown-server' };
    if (facts.isChained) return { kind: 'chained' };
    if (facts.isOffline) return { kind: 'offline' };
    if (facts.other !== null) return { kind: 'taken', standby: facts.other };
    await tx.execute(
      `insert into standbys (served, standby, claimed_at) values (?, ?, clock_timestamp())
       on conflict (served) do update set standby = excluded.standby, claimed_at = excluded.claimed_at`,
      [served, standby],
    );
    return { kind: 'claimed', isNew: !facts.isClaimed };
  });
}

/** Gives up a claim that its server refused, unless it is known as that standby. */
export async function giveUpStandby(em: EntityManager, { standby, served }: StandingBy): Promise<void> {
  await em.execute(
    `delete from standbys s where s.standby = ? and s.served = ?
       and not exists (select from servers v where v.id = s.standby and v.standby_for = s.served)`,
    [standby, served],
  );
}

/**
 * Settles that a server stands by for another one now, or for none (null): its claim is there, whoever gave it up meanwhile,
 * and earlier ones are forgotten. What is new may not be known yet.
 */
export async function settleStandby(em: EntityManager, standby: string, served: string | null): Promise<void> {
  if (served !== null)
    await em.execute(
      `insert into standbys (served, standby, claimed_at) values (?, ?, clock_timestamp()) on conflict (served) do nothing`,
      [served, standby],
    );
  await em.execute(
    `delete from standbys s using servers v where s.standby = ? and v.id = s.standby
       and (v.state = 'retired' or (v.standby_for is distinct from s.served and not ${IS_NEW}))`,
    [standby],
  );
}

/** The standby of a server, known or about to be; null where it has none. */
export async function standbyOf(em: EntityManager, served: string): Promise<string | null> {
  const [row] = await em.execute<{ standby: string }[]>(
    `select s.standby from standbys s where s.served = ? and ${COUNTS}`,
    [served],
  );
  return row?.standby ?? null;
}
