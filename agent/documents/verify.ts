import type { JSONWebKeySet } from 'jose';
import { AppSuiteError } from '../errors.ts';
import { judge, type Expected, type Judgment, type Reason } from './verdict.ts';

/** A document that holds, and the signing keys that it was verified with. */
export type Verified = Extract<Judgment, { verdict: 'good' }> & { keys: JSONWebKeySet };

/**
 * Refuses a license document that does not hold, with what to do about it. `keys` are those that the folder has; they are
 * asked for anew when the document names one that is not among them.
 */
export async function verifyLicense(
  license: string,
  expected: Omit<Expected, 'keys'> & { keys: JSONWebKeySet | null },
  requestKeys: () => Promise<JSONWebKeySet>,
): Promise<Verified> {
  const known = expected.keys;
  const first = known && judge(license, { ...expected, keys: known });
  if (first?.verdict === 'good') return { ...first, keys: known! };
  if (first && first.verdict !== 'unknown-key')
    throw new AppSuiteError(sentence(first.verdict, first.issuer, expected));
  const keys = await requestKeys();
  const second = judge(license, { ...expected, keys });
  if (second.verdict === 'good') return { ...second, keys };
  throw new AppSuiteError(sentence(second.verdict, second.issuer, expected));
}

/** Why a document is not stored and what to do, in a sentence. */
function sentence(reason: Reason, issuer: string | null, { url, server }: Omit<Expected, 'keys'>): string {
  const cloud = url ?? 'the address given';
  const because: Record<Reason, string> = {
    malformed: `can't be read: check that ${cloud} is your vendor's cloud`,
    'wrong-type': `is no license: check that ${cloud} is your vendor's cloud`,
    'unknown-key': `is signed with a key that ${cloud} does not publish: check that it is your vendor's cloud`,
    'bad-signature': `was changed on its way: check that ${cloud} is your vendor's cloud`,
    'wrong-issuer': `comes from a cloud that calls itself ${issuer}: activate with that address`,
    'wrong-server': `is that of another server than ${server}: activate that one from a folder of its own`,
    'wrong-mode': 'comes another way than such a document does: activate again',
    'wrong-machine': 'was made for another machine: make a request on this one and use its response',
    over: "is over already: check this machine's clock, then check in again",
    older: 'is older than the one that is held: check in again, and use the newest response',
  };
  return `The license document can't be trusted and was not stored: it ${because[reason]}.`;
}
