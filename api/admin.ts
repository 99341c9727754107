import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '../config.ts';
import { AccountEntity } from '../db/entities/account.ts';
import { ApiKeyEntity } from '../db/entities/api-key.ts';
import { connect } from '../db/orm.ts';
import { addMembers } from '../db/queries/people.ts';
import { ROLES, VENDOR } from '../domain/permissions.ts';
import { hashOfApiKey } from './hooks/authenticate.ts';

const USAGE = `Use one of:
  keys:api <account>                     makes a key of the API for an account, and prints it once
  people:invite <account> <email> [role] lets somebody sign in for an account; the vendor's is "${VENDOR}"
                                         role: ${ROLES.join(' or ')}, else administrator`;

const [command, account = '', email = '', asked = 'administrator'] = process.argv.slice(2);
const role = ROLES.find((one) => one === asked);
const orm = await connect(readConfig().databaseUrl, 1);
try {
  await run();
} finally {
  await orm.close();
}

/** What an operator does beside the API: it needs the database, and no key. */
async function run(): Promise<void> {
  const em = orm.em.fork();
  const isComplete = command === 'keys:api' || (command === 'people:invite' && email.includes('@') && role);
  if (!isComplete) return fail(USAGE);
  if (!(await em.findOne(AccountEntity, account))) return fail(`There is no account ${account}.`);
  if (command === 'keys:api') {
    const key = `ck_${randomBytes(24).toString('base64url')}`;
    const accountId = account === VENDOR ? null : account;
    await em.insert(ApiKeyEntity, { id: randomUUID(), hash: hashOfApiKey(key), accountId, createdAt: new Date() });
    console.log(key);
    return;
  }
  const member = { account, email, role: role!, source: 'operator', createdAt: new Date(), confirmed: true };
  const added = await addMembers(em, [member]);
  console.log(added.length > 0 ? 'Done: they can sign in now.' : 'They belong to the account already.');
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
