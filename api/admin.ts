import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '../config.ts';
import { AccountEntity } from '../db/entities/account.ts';
import { ApiKeyEntity } from '../db/entities/api-key.ts';
import { connect } from '../db/orm.ts';
import { listApiKeys, revokeApiKey } from '../db/queries/api-keys.ts';
import { addMembers } from '../db/queries/people.ts';
import { ROLES, VENDOR } from '../domain/permissions.ts';
import { hashOfApiKey } from './hooks/authenticate.ts';
import { tableOfKeys } from './services/table-of-keys.ts';

const USAGE = `Use one of:
  keys:api <account> [name]              makes a key of the API for an account, and prints it once
  keys:list [account]                    says which keys there are, of whom, made when and last used when
  keys:revoke <id>                       takes a key out, by the id that keys:list says; it stops at once
  people:invite <account> <email> [role] lets somebody sign in for an account; the vendor's is "${VENDOR}"
                                         role: ${ROLES.join(' or ')}, else administrator`;

const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

const [command, ...args] = process.argv.slice(2);
const config = readConfig();
const orm = await connect(config.databaseUrl, 1);
const em = orm.em.fork();
try {
  await run();
} finally {
  await orm.close();
}

/** What an operator does beside the API: it needs the database, and no key. */
async function run(): Promise<void> {
  const [first = '', second = '', third = 'administrator'] = args;
  const role = ROLES.find((one) => one === third);
  if (command === 'keys:list') return list(first);
  if (command === 'keys:revoke' && first) return revoke(first);
  if (command === 'keys:api' && first && (second === '' || NAME.test(second))) return makeKey(first, second || null);
  if (command === 'people:invite' && second.includes('@') && role) return invite(first, second, role);
  fail(USAGE);
}

async function makeKey(account: string, name: string | null): Promise<void> {
  if (!(await isThere(account))) return;
  const key = `ck_${randomBytes(24).toString('base64url')}`;
  const accountId = account === VENDOR ? null : account;
  const about = { id: randomUUID(), accountId, name, createdAt: new Date() };
  await em.insert(ApiKeyEntity, { ...about, hash: hashOfApiKey(key) });
  console.log(key);
}

async function list(account: string): Promise<void> {
  if (account !== '' && !(await isThere(account))) return;
  const keys = await listApiKeys(em, account || null);
  console.log(keys.length > 0 ? tableOfKeys(keys) : 'There are no keys.');
}

async function revoke(id: string): Promise<void> {
  const hash = await revokeApiKey(em, id);
  if (hash === null) return fail(`There is no key ${id}. keys:list says which there are.`);
  console.log('Done: the key is not accepted any more.');
  if (config.bootstrapApiKey && hashOfApiKey(config.bootstrapApiKey) === hash)
    console.log('BOOTSTRAP_API_KEY names it: take it out of there too, or the next start of an api accepts it again.');
}

async function invite(account: string, email: string, role: (typeof ROLES)[number]): Promise<void> {
  if (!(await isThere(account))) return;
  const member = { account, email, role, source: 'operator', createdAt: new Date(), confirmed: true };
  const added = await addMembers(em, [member]);
  console.log(added.length > 0 ? 'Done: they can sign in now.' : 'They belong to the account already.');
}

async function isThere(account: string): Promise<boolean> {
  if (await em.findOne(AccountEntity, account)) return true;
  fail(`There is no account ${account}.`);
  return false;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
