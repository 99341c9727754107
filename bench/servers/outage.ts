import { connect } from '../../db/orm.ts';
import { checkInBy, fillDatabase, SERVERS } from './fleet.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime } from '../load.ts';

const AT_A_TIME = 1_000;

/** All servers check in at the same moment, as after an outage: how long it takes until each has its document, and how many were refused. */
export async function measureOutage({ apiUrl, publicUrl, databaseUrl }: Installation): Promise<[]> {
  const orm = await connect(databaseUrl, 1);
  console.error(`  ${SERVERS} servers are put into the database`);
  await fillDatabase(orm);
  await orm.close();
  const statuses = new Map<number, number>();
  const from = performance.now();
  await manyAtATime(
    SERVERS,
    async (index) => {
      const { status } = await checkInBy(`server-${index + 1}`, apiUrl, publicUrl);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    },
    AT_A_TIME,
  );
  const seconds = (performance.now() - from) / 1_000;
  const answers = [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
  console.log(
    `\n${SERVERS} servers at the same moment, ${AT_A_TIME} connections: ${answers}, in ${seconds.toFixed(1)} s\n`,
  );
  return [];
}
