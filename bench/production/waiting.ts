import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { columnsInUse } from '../../admin/visibility/attributes.ts';
import { narrowIndexes } from '../../admin/visibility/command.ts';
import { connect } from '../../db/orm.ts';
import { manyAtATime, placeOrder } from '../load.ts';
import { untilMailed } from '../orders/mailed.ts';
import { postgresBytes } from '../sizes.ts';
import { readCounters, type Counted } from './costs.ts';
import { ORDERS_OF_A_TURN, turnOfOrders, type Side } from './orders.ts';

const SETTLES_WITHIN_MS = 15_000;
const IDLE_MS = 20_000;

/** Of Temporal's two databases what is in its tables, in bytes. */
type Sizes = { postgres: number; temporal: number; visibility: number };

/**
 * Prints what open orders cost that only wait, on the shape of production, at so many of them, ascending: bytes of each store,
 * CPU while nothing happens, and what a turn of others takes beside them; at last with the indexes of Temporal's visibility
 * narrowed.
 */
export async function measureWaiting(side: Side, levels: number[]): Promise<void> {
  const { installation, parts } = side;
  const orm = await connect(installation.databaseUrl, 1);
  const temporal = parts.databases['postgres of temporal']!;
  const empty = await sizes();
  const rows: string[][] = [];
  let open = 0;
  try {
    for (const [index, level] of levels.entries()) {
      const more = level - open;
      await manyAtATime(more, (order) => placeOrder(installation, `W${index}-${order}`));
      await untilMailed(orm, `W${index}`, more);
      open = level;
      await addRow(`W${level}`, open.toLocaleString('en'));
    }
    console.error(`  ${await narrow()}`);
    await addRow('N', `${open.toLocaleString('en')}, visibility narrowed`);
  } finally {
    await orm.close();
  }
  const head = [
    ...['open orders', 'PostgreSQL, kB each', 'Temporal, kB each', 'its visibility, kB each'],
    ...['CPU of a second in which nothing happens, ms', 'others accepted, mailed a second', 'CPU of each, ms'],
  ];
  console.log([head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));

  async function addRow(turn: string, what: string): Promise<void> {
    await delay(SETTLES_WITHIN_MS);
    const now = await sizes();
    const each = (name: keyof Sizes) => ((now[name] - empty[name]) / open / 1_000).toFixed(1);
    const before = await readCounters(parts);
    await delay(IDLE_MS);
    const idle = (cpuOf(await readCounters(parts)) - cpuOf(before)) / (IDLE_MS / 1_000);
    const { rates, costs } = await turnOfOrders(side, turn);
    open += ORDERS_OF_A_TURN;
    const cells = [what, each('postgres'), each('temporal'), each('visibility'), idle.toFixed(0)];
    rows.push([...cells, `${rates.accepted.toFixed(0)}, ${rates.mailed.toFixed(0)}`, cpuOf(costs).toFixed(1)]);
    console.error(`  ${rows.at(-1)!.join(', ')}`);
  }

  async function sizes(): Promise<Sizes> {
    const [stored, found] = await Promise.all(['temporal', 'temporal_visibility'].map(tablesOf));
    return { postgres: await postgresBytes(orm), temporal: stored!, visibility: found! };
  }

  async function tablesOf(database: string): Promise<number> {
    const store = await connect(addressOf(database), 1);
    try {
      await store.em.fork().execute('vacuum (analyze)');
      const [row] = await store.em
        .fork()
        .execute<{ bytes: number }[]>(
          'select sum(pg_total_relation_size(relid))::float8 as bytes from pg_stat_user_tables',
        );
      return row!.bytes;
    } finally {
      await store.close();
    }
  }

  async function narrow(): Promise<string> {
    const connection = await Connection.connect({ address: installation.temporalAddress });
    const store = await connect(addressOf('temporal_visibility'), 1);
    try {
      const unasked = ['execution_time', 'task_queue', 'root_run_id'];
      return await narrowIndexes(store.em.fork(), await columnsInUse(connection), {
        check: false,
        undo: false,
        unasked,
      });
    } finally {
      await store.close();
      await connection.close();
    }
  }

  function addressOf(database: string): string {
    return Object.assign(new URL(temporal), { pathname: `/${database}` }).href;
  }
}

function cpuOf(counted: Counted): number {
  return Object.entries(counted).reduce((sum, [name, value]) => sum + (name.startsWith('cpu ') ? value : 0), 0);
}
