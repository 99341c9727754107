import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { MIGRATIONS } from '../db/migrations/index.ts';
import { countUnstarted } from '../db/queries/orders/unstarted.ts';
import { isUnrepaired } from '../db/queries/repair/restored.ts';
import { mayChangeJournal } from '../db/rights.ts';
import type { WriteProbe } from '../db/write-probe.ts';
import { within } from '../temporal/calls.ts';
import { missingAttributes } from '../temporal/namespace.ts';

const WITHIN_MS = 2_000;

/** What is not ready says what to do about it. */
export type Check = { ready: boolean; detail?: string };

type Deps = { orm: MikroORM; temporal: Client; probe: WriteProbe };

/** Looks at everything that a process needs, at the same time and for at most 2 s; `own` is what is known in the process itself. */
export async function readiness<Own extends string>({ orm, temporal, probe }: Deps, own: Record<Own, () => Check>) {
  const [database, storage, migrations, journal, temporalCheck, orders, restored] = await Promise.all([
    check(() => checkDatabase(orm)),
    check(() => checkStorage(probe)),
    check(() => checkMigrations(orm)),
    check(() => checkJournal(orm)),
    check(() => checkTemporal(temporal)),
    check(() => checkOrders(orm)),
    check(() => checkRestored(orm)),
  ]);
  const looks = Object.entries<() => Check>(own).map(([name, look]) => [name, look()] as const);
  const known = Object.fromEntries(looks) as Record<Own, Check>;
  const checks = { ...known, database, storage, migrations, journal, temporal: temporalCheck, orders, restored };
  return { ready: Object.values<Check>(checks).every(({ ready }) => ready), checks };
}

async function checkDatabase(orm: MikroORM): Promise<Check> {
  await orm.em.fork().execute('select 1');
  return { ready: true };
}

/** Whoever balances callers hears that it goes before it refuses any. */
export function checkProcess(isStopping: boolean): Check {
  return isStopping ? { ready: false, detail: 'Is asked to stop: send nobody here any more.' } : { ready: true };
}

async function checkStorage(probe: WriteProbe): Promise<Check> {
  const detail = await probe.look();
  return detail === null ? { ready: true } : { ready: false, detail };
}

async function checkMigrations(orm: MikroORM): Promise<Check> {
  // Where there is none yet the migrator would make its table, which the service has no right to.
  const [begun] = await orm.em.fork().execute(`select where to_regclass('mikro_orm_migrations') is not null`);
  const pending = begun ? await orm.migrator.getPending() : MIGRATIONS;
  if (pending.length === 0) return { ready: true };
  const names = pending.map(({ name }) => name).join(', ');
  return { ready: false, detail: `Pending: ${names}. Run the migrations (db/migrate) before this version.` };
}

/** A service that connects as the owner of the tables works, and could change what is written. */
async function checkJournal(orm: MikroORM): Promise<Check> {
  if (!(await mayChangeJournal(orm.em.fork()))) return { ready: true };
  return { ready: false, detail: 'Can be changed by the role of DATABASE_URL: name there the role of the service.' };
}

async function checkTemporal(temporal: Client): Promise<Check> {
  const { namespace } = temporal.options;
  const missing = await within(temporal, WITHIN_MS, () => missingAttributes(temporal.connection, namespace));
  return missing === null ? { ready: true } : { ready: false, detail: missing };
}

/** An order that cannot start is to be looked at, and holds up nobody: the service is ready. */
async function checkOrders(orm: MikroORM): Promise<Check> {
  const { failing, failed } = await countUnstarted(orm.em.fork(), Date.now());
  if (failing === 0) return { ready: true };
  const reasons = failed.map(({ number, failure }) => `${number} (${failure})`).join('; ');
  return { ready: true, detail: `Orders that cannot start: ${failing}. The oldest: ${reasons}` };
}

/** What a restore lost is to be made again, and what is there is answered meanwhile: the service is ready. */
async function checkRestored(orm: MikroORM): Promise<Check> {
  if (!(await isUnrepaired(orm.em.fork()))) return { ready: true };
  return { ready: true, detail: 'The database was restored from a backup and is not repaired: npm run repair.' };
}

async function check(run: () => Promise<Check>): Promise<Check> {
  const timeout = Promise.withResolvers<Check>();
  const timer = setTimeout(() => timeout.resolve({ ready: false, detail: 'Does not answer.' }), WITHIN_MS);
  try {
    return await Promise.race([run(), timeout.promise]);
  } catch {
    return { ready: false, detail: 'Cannot be reached.' };
  } finally {
    clearTimeout(timer);
  }
}
