import { setTimeout as delay } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';

const LOOK_EVERY_MS = 50;

/** Waits until so many orders whose numbers begin so are delivered and mailed; looks again after `everyMs` milliseconds. */
export async function untilMailed(
  orm: MikroORM,
  prefix: string,
  orders: number,
  everyMs = LOOK_EVERY_MS,
): Promise<void> {
  while ((await countMailed(orm, prefix)) < orders) await delay(everyMs);
}

async function countMailed(orm: MikroORM, prefix: string): Promise<number> {
  const [row] = await orm.em.fork().execute<{ mailed: number }[]>(
    `select count(*)::int as mailed from mails m join journal j on j.stream = 'order/' || m.order_number
     where m.order_number like ? and m.state = 'sent' and j.type = 'delivered'`,
    [`${prefix}-%`],
  );
  return row!.mailed;
}
