import type { EntityManager } from '@mikro-orm/postgresql';
import type { MadeKind } from '../../../domain/people/account.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { accountStream } from './events.ts';
import { normalEmail } from './people.ts';

/** A key by its name, a member by their address, a webhook by its URL. */
export type Made = { kind: MadeKind; id: string; name: string };

/**
 * What works in an account now and was made, changed or let in by whoever has an address, member or not, or by what they
 * made or let in, and so on; never who has the address `but`, nor what is theirs.
 */
export function madeBy(em: EntityManager, account: string, email: string, but: string): Promise<Made[]> {
  return em.execute<Made[]>(
    `with recursive deeds as materialized (
       select data->>'by' as by, coalesce('key/' || (data->>'keyId'), 'person/' || (data->>'person'), 'webhook/' || (data->>'webhook')) as made
       from journal where stream = ?
         and type in ('key-made', 'person-invited', 'person-joined', 'webhook-added', 'webhook-changed')),
     hands (hand) as (
       select 'person/' || id from people where email = ?
       union select deeds.made from deeds join hands on deeds.by = hands.hand
         where not exists (select from people where email = ? and 'person/' || id = deeds.made))
     select 'key' as kind, k.id::text as id, coalesce(k.name, k.id::text) as name from api_keys k join hands on hand = 'key/' || k.id
     where coalesce(k.account_id, '${VENDOR}') = ?
     union all
     select 'member', p.id::text, p.email from memberships m join people p on p.id = m.person_id join hands on hand = 'person/' || p.id
     where m.account_id = ?
     union all
     select 'webhook', w.id, w.url from webhooks w join hands on hand = 'webhook/' || w.id
     where w.account_id = ? and w.state = 'enabled' and w.removed_at is null
     order by kind, name, id`,
    [accountStream(account), normalEmail(email), normalEmail(but), account, account, account],
  );
}
