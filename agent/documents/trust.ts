import { AppSuiteError } from '../errors.ts';
import type { State, TrustedRoot } from '../folder/state.ts';
import { ROOTS } from '../roots.ts';
import { publicKeyOf, thumbprint } from './certificate.ts';
import { bytesOf } from './jws.ts';

const RELEASED = ROOTS.map(thumbprint);

/** The thumbprints of the roots that are trusted; null where the first one that is seen will be. */
export function trustedRoots({ root }: Pick<State, 'root'>, released: readonly string[] = RELEASED): string[] | null {
  if (released.length > 0) return [...released];
  return root ? [root.thumbprint] : null;
}

/** What is remembered of the root of a document that was taken; nothing in a release, which knows its own. */
export function rootAfter({ root }: Pick<State, 'root'>, seen: string, released = RELEASED): TrustedRoot | null {
  return released.length > 0 ? null : (root ?? { thumbprint: seen, because: 'first-use' });
}

/** Reads a root as an administrator gives it: its public half as a JWK, or its thumbprint. A release refuses any. */
export function givenRoot(text: string, released: readonly string[] = RELEASED): TrustedRoot {
  if (released.length > 0)
    throw new AppSuiteError("This release trusts its vendor's roots alone: leave out --root and APPSUITE_ROOT.");
  const given = text.trim();
  const jwk = publicKeyOf(parsed(given));
  if (jwk) return { thumbprint: thumbprint(jwk), because: 'given' };
  if (bytesOf(given)?.length === 32) return { thumbprint: given, because: 'given' };
  throw new AppSuiteError(
    `${given} is no root: give the public half of the vendor's root as a JWK, or its thumbprint.`,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
