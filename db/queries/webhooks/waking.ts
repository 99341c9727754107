import type { EntityManager } from '@mikro-orm/postgresql';
import { VENDOR } from '../../../domain/permissions.ts';

/** A webhook whose workflow is to be woken. */
export type Sleeper = { id: string; account: string };

/** So far behind may be what sleeps and is of no interest: the further, the more is looked at in vain. */
const MOST_BEHIND = 1_000;

/** In SQL, whether the feed has anything behind the place of a webhook `w` that is delivered to it. */
const HAS_NEWS = `case when w.account_id = '${VENDOR}'
  then exists (select from feed f where f.position > w.position and ${isWanted('f')})
  else exists (select from feed_of own join feed f using (position)
    where own.account_id = w.account_id and own.position > w.position and ${isWanted('f')}) end`;

function isWanted(event: string): string {
  return `(w.types is null or w.types @> to_jsonb(${event}.type))`;
}

/**
 * Hands to `wake` the webhooks for which there is something, that sleep or of which something was asked, so many at most,
 * and takes the mark from those that it woke. They are held meanwhile: other processes leave them alone, and who dies
 * here leaves the mark. Answers how many there were.
 */
export async function wakeSleepers(
  em: EntityManager,
  limit: number,
  wake: (sleeper: Sleeper) => Promise<boolean>,
): Promise<{ found: number; woken: number }> {
  return em.transactional(async (tx) => {
    const sleepers = await tx.execute<Sleeper[]>(
      `select w.id, w.account_id as account from webhooks w
       where (w.asleep or w.wanted) and (w.wanted or (w.state = 'enabled' and w.removed_at is null and ${HAS_NEWS}))
       order by w.id limit ? for update of w skip locked`,
      [limit],
    );
    const woken: string[] = [];
    for (const sleeper of sleepers) {
      // Where one cannot be woken, none can.
      if (!(await wake(sleeper))) break;
      woken.push(sleeper.id);
    }
    if (woken.length > 0)
      await tx.execute(
        `update webhooks set asleep = false, wanted = false where id in (select jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(woken)],
      );
    return { found: sleepers.length, woken: woken.length };
  });
}

/** Moves those that sleep far behind, with nothing for them there, to where the feed has come. */
export async function moveSleepers(em: EntityManager): Promise<void> {
  await em.execute(
    `update webhooks w set position = c.position from feed_counter c
     where w.asleep and w.state = 'enabled' and w.removed_at is null and w.position < c.position - ${MOST_BEHIND}
       and not ${HAS_NEWS}`,
  );
}
