import { readConfig } from '../config.ts';
import { connect } from '../db/orm.ts';
import { CommandError, runCommand } from './commands.ts';

/** The composition root of an operator's command, which is its arguments. */
const config = readConfig();
const orm = await connect(config.databaseUrl, 1);
try {
  console.log(await runCommand(orm.em.fork(), process.argv.slice(2), config.bootstrapApiKey));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await orm.close();
}
