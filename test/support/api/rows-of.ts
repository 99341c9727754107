import type { EntityManager } from '@mikro-orm/postgresql';

type Node = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Node[] };

/** Carries a statement out; answers how many rows passed through the steps of it, all of them together. */
export async function rowsOf(em: EntityManager, statement: string): Promise<number> {
  const [row] = await em.execute<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(`explain (analyze, format json) ${statement}`);
  const count = (node: Node): number =>
    node['Actual Rows'] * node['Actual Loops'] + (node.Plans ?? []).reduce((sum, one) => sum + count(one), 0);
  return count(row!['QUERY PLAN'][0].Plan);
}
