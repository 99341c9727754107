import { readMigrationConfig } from '../config.ts';
import { MIGRATING } from './deadlines.ts';
import { FORMER_EXIT_CODE, formerData } from './former.ts';
import { connect } from './orm.ts';
import { giveRights, RightsError } from './rights.ts';

/** Brings the database to the newest version, as its owner, gives the service its rights there, and ends. */
const { databaseUrl, ownerUrl } = readMigrationConfig();
const orm = await connect(ownerUrl, 1, MIGRATING);
try {
  const former = await formerData(orm, databaseUrl);
  if (former === null) {
    const applied = await orm.migrator.up();
    console.log(`${applied.length} migrations applied`);
    await giveRights(orm, databaseUrl);
  } else {
    console.error(former);
    process.exitCode = FORMER_EXIT_CODE;
  }
} catch (error) {
  if (!(error instanceof RightsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await orm.close();
}
