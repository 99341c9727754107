import { AppSuiteError } from '../errors.ts';
import { judge, type Expected, type Judgment, type Reason } from './verdict.ts';

/** A document that holds. */
export type Verified = Extract<Judgment, { verdict: 'good' }>;

/** Refuses a license document that does not hold, with what to do about it. */
export function verifyLicense(license: string, expected: Expected): Verified {
  const judgment = judge(license, expected);
  if (judgment.verdict === 'good') return judgment;
  throw new AppSuiteError(sentence(judgment.verdict, judgment, expected));
}

type About = Pick<Exclude<Judgment, Verified>, 'issuer' | 'root'>;

/** Why a document is not stored and what to do, in a sentence. */
function sentence(reason: Reason, { issuer, root }: About, { url, server }: Expected): string {
  const cloud = url ?? 'the address given';
  const because: Record<Reason, string> = {
    malformed: `can't be read: check that ${cloud} is your vendor's cloud`,
    'wrong-type': `is no license: check that ${cloud} is your vendor's cloud`,
    uncertified: `carries no certificate of a vendor's root: check that ${cloud} is your vendor's cloud`,
    'unknown-root': `is certified by the root ${root}, which is not trusted here: check that ${cloud} is your vendor's cloud`,
    'unknown-key': `is signed with another key than its certificate is for: check that ${cloud} is your vendor's cloud`,
    'bad-signature': `was changed on its way: check that ${cloud} is your vendor's cloud`,
    'wrong-issuer': `comes from a cloud that calls itself ${issuer}: activate with that address`,
    'wrong-server': `is that of another server than ${server}: activate that one from a folder of its own`,
    'wrong-mode': 'comes another way than such a document does: activate again',
    'wrong-machine': 'was made for another machine: make a request on this one and use its response',
    'outside-certificate': 'was made outside the time for which its key was certified: ask your vendor',
    'withdrawn-key': 'is signed with a key that your vendor has withdrawn: ask your vendor',
    over: "is over already: check this machine's clock, then check in again",
    older: 'is older than the one that is held: check in again, and use the newest response',
  };
  return `The license document can't be trusted and was not stored: it ${because[reason]}.`;
}
