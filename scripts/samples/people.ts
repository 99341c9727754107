import { connect } from '../../db/orm.ts';
import { addMembers } from '../../db/queries/accounts/people.ts';
import { VENDOR, type Role } from '../../domain/people/permissions.ts';

type SamplePerson = { email: string; account: string; role: Role; what: string };

/** People to sign in as. Those that sample orders name belong to their accounts already; the others are added. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { email: 'operator@vendor.example', account: VENDOR, role: 'administrator', what: 'the vendor' },
  { email: 'orders@northwind-voice.example', account: 'northwind-voice', role: 'administrator', what: 'a reseller' },
  { email: 'backoffice@eurodistri.example', account: 'eurodistri', role: 'administrator', what: 'a distributor' },
  { email: 'voice@mesa-schools.example', account: 'mesa-unified-schools', role: 'administrator', what: 'a customer' },
  { email: 'office@mesa-schools.example', account: 'mesa-unified-schools', role: 'viewer', what: 'its viewer' },
  { email: 'it@dune-resorts.example', account: 'dune-resorts', role: 'administrator', what: 'a customer, in Arabic' },
  {
    email: 'ict@bora-shipping.example',
    account: 'bora-shipping',
    role: 'administrator',
    what: 'a customer, in Italian',
  },
];

/** Lets the sample people sign in; again is no error. Their accounts have to be there. */
export async function addSamplePeople(databaseUrl: string): Promise<void> {
  const orm = await connect(databaseUrl, 1);
  try {
    const added = { by: 'operator', cause: 'samples', createdAt: new Date(), confirmed: true } as const;
    await addMembers(
      orm.em.fork(),
      SAMPLE_PEOPLE.map(({ email, account, role }) => ({ email, account, role, ...added })),
    );
  } finally {
    await orm.close();
  }
}
