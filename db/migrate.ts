import { readParts } from '../config.ts';
import { FORMER_EXIT_CODE, formerData } from './former.ts';
import { connect } from './orm.ts';

/** Brings the database to the newest version, once, and ends. */
const { databaseUrl } = readParts(['databaseUrl']);
const orm = await connect(databaseUrl, 1);
try {
  const former = await formerData(orm, databaseUrl);
  if (former === null) {
    const applied = await orm.migrator.up();
    console.log(`${applied.length} migrations applied`);
  } else {
    console.error(former);
    process.exitCode = FORMER_EXIT_CODE;
  }
} finally {
  await orm.close();
}
