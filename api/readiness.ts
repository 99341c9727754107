import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { within } from '../temporal/calls.ts';
import { CLI_ATTRIBUTES } from '../temporal/search-attributes.ts';

const WITHIN_MS = 2_000;

/** What is not ready says what to do about it. */
export type Check = { ready: boolean; detail?: string };

/** Looks at everything that the API needs, at the same time and for at most 2 s. */
export async function readiness(orm: MikroORM, temporal: Client) {
  const [database, migrations, temporalCheck] = await Promise.all([
    check(() => checkDatabase(orm)),
    check(() => checkMigrations(orm)),
    check(() => checkTemporal(temporal)),
  ]);
  const checks = { database, migrations, temporal: temporalCheck };
  return { ready: Object.values(checks).every(({ ready }) => ready), checks };
}

async function checkDatabase(orm: MikroORM): Promise<Check> {
  await orm.em.fork().execute('select 1');
  return { ready: true };
}

async function checkMigrations(orm: MikroORM): Promise<Check> {
  const pending = await orm.migrator.getPending();
  if (pending.length === 0) return { ready: true };
  const names = pending.map(({ name }) => name).join(', ');
  return { ready: false, detail: `Pending: ${names}. Run the migrations (db/migrate) before this version.` };
}

async function checkTemporal(temporal: Client): Promise<Check> {
  const { namespace } = temporal.options;
  const known = await within(temporal, WITHIN_MS, () =>
    temporal.connection.operatorService.listSearchAttributes({ namespace }),
  );
  const names = Object.keys(known.customAttributes ?? {});
  const missing = CLI_ATTRIBUTES.filter(({ name }) => !names.includes(name));
  if (missing.length === 0) return { ready: true };
  const options = missing.map(({ name, type }) => `--name ${name} --type ${type}`);
  const command = `temporal operator search-attribute create --namespace ${namespace} ${options.join(' ')}`;
  return { ready: false, detail: `Search attributes are missing. Run: ${command}` };
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
