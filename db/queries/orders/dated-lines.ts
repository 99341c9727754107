import type { EntityManager } from '@mikro-orm/postgresql';
import type { LastingLine } from '../../../domain/order/line/lasting.ts';

/** A line with the days it was sold for and the instants that they were taken for, in its order's time zone. */
export type DatedLine = Pick<LastingLine, 'startsOn' | 'endsOn' | 'care' | 'terms' | 'planned'> & {
  order: string;
  line: string;
  timeZone: string;
};

/** Lines that are not canceled, of orders that are open or suspended, by order and line, so many after one of them, or from the first. */
export function datedLines(em: EntityManager, after: DatedLine | null, limit: number): Promise<DatedLine[]> {
  return em.execute<DatedLine[]>(
    `select o.number as "order", l.id as line, o.time_zone as "timeZone",
       l.starts_on as "startsOn", l.ends_on as "endsOn", l.care, l.terms, l.planned
     from orders o join lines l on l.order_number = o.number
     where o.status in ('open', 'suspended') and l.canceled_at is null ${after ? 'and (o.number, l.id) > (?, ?)' : ''}
     order by o.number, l.id limit ?`,
    [...(after ? [after.order, after.line] : []), limit],
  );
}
