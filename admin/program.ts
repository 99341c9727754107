import { Argument, InvalidArgumentError } from 'commander';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ConfigError, readParts } from '../config.ts';
import { faultOf } from '../db/away.ts';
import { ROLES, VENDOR, type Role } from '../domain/people/permissions.ts';
import { SCOPES, type Scope } from '../domain/people/scopes.ts';
import { checkInstant } from '../domain/order/arriving/accept.ts';
import { commandLine, wholeNumber } from './command-line.ts';
import { CommandError, faultInWords } from './command-error.ts';
import type { KeyLimits } from './commands.ts';
import type { CommandOptions } from './repair/command.ts';
import type { VisibilityOptions } from './visibility/command.ts';

const WHO = 'an e-mail address, or the id of a person';
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

/**
 * Does what the command line asks for, beside the API, and prints what is to be said. Each command reads the settings that
 * it needs and no others; `prepare` comes before that. What cannot be done is one sentence, and exit code 1.
 */
export async function runAdmin(prepare: () => void = () => undefined): Promise<void> {
  try {
    await program().hook('preAction', prepare).parseAsync();
  } catch (error) {
    console.error(inOneSentence(error));
    process.exitCode = 1;
  }
}

/** What a command does is loaded when it is carried out: a question for help, and a slip, are answered at once. */
function program() {
  const admin = commandLine('admin', 'What an operator does beside the API.');
  const account = `the account; the vendor's is "${VENDOR}"`;
  admin
    .command('keys:api')
    .description('makes a key of the API for an account, and prints it once')
    .argument('<account>', account)
    .argument('[name]', 'what the key is for', readName)
    .option('--scopes <list>', `what it is limited to, with commas: ${SCOPES.join(', ')}`, readScopes)
    .option(
      '--expires <instant>',
      'when it ends: a day, from its beginning in UTC, or an instant (ISO 8601)',
      readInstant,
    )
    .action((account: string, name: string | undefined, limits: KeyLimits) =>
      inDatabase(async (em) => (await keys()).makeKey(em, account, name ?? null, limits)),
    );
  admin
    .command('keys:list')
    .description(
      'says which keys there are, of whom, for what, made by whom and when, last used when, and when they end',
    )
    .argument('[account]', account)
    .action((account?: string) => inDatabase(async (em) => (await keys()).listKeys(em, account ?? '')));
  admin
    .command('keys:revoke')
    .description('takes a key out; it stops at once')
    .argument('<id>', 'the id that keys:list says')
    .action((id: string) =>
      inDatabase(async (em, bootstrapApiKey) => (await keys()).revokeKey(em, id, bootstrapApiKey)),
    );
  admin
    .command('people:invite')
    .description('lets somebody sign in for an account')
    .argument('<account>', account)
    .argument('<email>', 'the address', readEmail)
    .addArgument(new Argument('[role]').choices(ROLES).default('administrator'))
    .action((account: string, email: string, role: Role) =>
      inDatabase(async (em) => (await keys()).invite(em, account, email, role)),
    );
  admin
    .command('people:export')
    .description('prints everything that is kept of somebody, as JSON')
    .argument('<person>', WHO)
    .action((person: string) =>
      inDatabase(async (em) => (await import('./people-export.ts')).exportPerson(em, person)),
    );
  admin
    .command('people:erase')
    .description('erases what names somebody; the journal keeps the id alone; again is no error')
    .argument('<person>', WHO)
    .action((person: string) => inDatabase(async (em) => (await import('./people-erase.ts')).erasePerson(em, person)));
  admin
    .command('people:sweep')
    .description('deletes at once what has been kept for its period, as the worker does every day')
    .action(async () => (await import('./sweep.ts')).sweepNow());
  admin
    .command('identity:reset')
    .description('lets people sign in by e-mail again for an account that required its own provider')
    .argument('<account>', account)
    .action((account: string) =>
      inDatabase(async (em) => (await import('./identity-reset.ts')).resetIdentity(em, account, new Date())),
    );
  admin
    .command('days:check')
    .description('names open orders with instants that the time zone database puts elsewhere today; changes nothing')
    .action(() => inDatabase(async (em) => (await import('./days-check.ts')).checkDays(em)));
  admin
    .command('days:mend')
    .description('has the orders that days:check names computed anew, by their workflows; goes on where it was ended')
    .action(async () => (await import('./days-mend.ts')).mendDays());
  admin
    .command('projection:rebuild')
    .description('compares the tables with the workflows, and writes anew what differs; the product may run meanwhile')
    .option('--check', 'compares only', false)
    .action(async ({ check }: { check: boolean }) => (await import('./rebuild.ts')).rebuild(check));
  admin
    .command('repair')
    .description(
      'makes again what PostgreSQL or Temporal lacks after one of them was restored; goes on where it was ended; ends with 0 ' +
        'where nothing differs, 1 where something does or was left, 3 where all agrees and something is for a person',
    )
    .option('--check', 'says what differs, and changes nothing', false)
    .option(
      '--by-journal <stream...>',
      'has these workflows go on from their journals, where both tell of different things',
      [],
    )
    .option('--by-workflow <stream...>', 'puts how these orders began in the place of intakes that are of others', [])
    .action(async (options: CommandOptions) => (await import('./repair/command.ts')).repairNow(options));
  admin
    .command('feed:restored')
    .description(
      'says that the database was restored from a backup into its own place: cursors behind that are refused',
    )
    .action(() => inDatabase(async (em) => (await import('./feed-restored.ts')).noteRestore(em)));
  admin
    .command('namespace:prepare')
    .description("makes Temporal's namespace with what orders are found by; again is no error")
    .action(async () => (await import('./namespace.ts')).prepareTemporal());
  admin
    .command('visibility:narrow')
    .description(
      "has the indexes of Temporal's visibility on PostgreSQL hold what has a value alone; Temporal may run meanwhile; again " +
        'after its upgrades',
    )
    .option('--check', 'says how many indexes that is and what they take, and changes nothing', false)
    .option('--unasked <column...>', 'columns that nobody finds workflows by, whose indexes are to have nothing', [])
    .option('--undo', 'makes them whole again', false)
    .action(async (options: VisibilityOptions) => (await import('./visibility/command.ts')).narrowNow(options));
  admin
    .command('workers:await')
    .description('waits until every worker is of this release, as apis of a newer one come after them')
    .option('--within <seconds>', 'for so long at most', wholeNumber, 300)
    .action(async ({ within }: { within: number }) => (await import('./workers.ts')).awaitWorkers(within));
  return admin;
}

const keys = () => import('./commands.ts');

async function inDatabase(work: (em: EntityManager, bootstrapApiKey: string | null) => Promise<string>): Promise<void> {
  const { databaseUrl, bootstrapApiKey } = readParts(['databaseUrl', 'bootstrapApiKey']);
  const { connect, disconnect } = await import('../db/orm.ts');
  const orm = await connect(databaseUrl, 1);
  try {
    console.log(await work(orm.em.fork(), bootstrapApiKey));
  } finally {
    await disconnect(orm);
  }
}

function readName(name: string): string {
  if (!NAME.test(name)) throw new InvalidArgumentError('Up to 200 characters, none of them for control.');
  return name;
}

function readScopes(list: string): Scope[] {
  const named = list.split(',');
  const unknown = named.find((name) => !(SCOPES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no scope ${JSON.stringify(unknown)}.`);
  return SCOPES.filter((scope) => named.includes(scope));
}

function readInstant(text: string): number {
  if (!ISO.test(text) || checkInstant(text, '').length > 0)
    throw new InvalidArgumentError('It is no day and no instant.');
  return Date.parse(text);
}

function readEmail(email: string): string {
  if (!email.includes('@')) throw new InvalidArgumentError('It has no @.');
  return email;
}

function inOneSentence(error: unknown): string {
  if (error instanceof CommandError || error instanceof ConfigError) return error.message;
  const fault = faultOf(error);
  if (fault !== null) return faultInWords(fault, 'DATABASE_URL');
  throw error;
}
