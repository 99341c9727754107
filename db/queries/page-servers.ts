import type { EntityManager } from '@mikro-orm/postgresql';

/** Where the servers of a customer are in their streams, by their ids. */
export async function serverPlaces(em: EntityManager, customer: string): Promise<ReadonlyMap<string, number>> {
  const rows = await em.execute<{ id: string; seq: number }[]>('select id, seq from servers where customer_id = ?', [
    customer,
  ]);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The names of a customer's servers by their ids, retired ones too: a life names who is gone. */
export async function serverNames(em: EntityManager, customer: string): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ id: string; name: string }[]>('select id, name from servers where customer_id = ?', [
    customer,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
