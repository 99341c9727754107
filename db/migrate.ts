import { readParts } from '../config.ts';
import { connect } from './orm.ts';

/** Brings the database to the newest version, once, and ends. */
const orm = await connect(readParts(['databaseUrl']).databaseUrl, 1);
try {
  const applied = await orm.migrator.up();
  console.log(`${applied.length} migrations applied`);
} finally {
  await orm.close();
}
