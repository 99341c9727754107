import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose';
import { AppSuiteError } from './errors.ts';

/**
 * Refuses a license document that was not signed by the cloud, or was not meant for this server: the algorithm, the
 * type, the key, the issuer, the subject and the end all have to hold.
 */
export async function verifyLicense(
  license: string,
  keys: JSONWebKeySet,
  { url, server, nowMs }: { url: string; server: string; nowMs: number },
): Promise<void> {
  const expected = { algorithms: ['EdDSA'], typ: 'license+jwt', issuer: url, subject: server };
  try {
    await jwtVerify(license, createLocalJWKSet(keys), { ...expected, currentDate: new Date(nowMs) });
  } catch (error) {
    throw new AppSuiteError(whyNot(error, url));
  }
}

function whyNot(error: unknown, url: string): string {
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss')
    return `The cloud at ${url} calls itself ${error.payload.iss}: activate with that address.`;
  return `The license document can't be trusted (${(error as Error).message}) and was not stored: check the clock and that ${url} is your vendor's cloud.`;
}
