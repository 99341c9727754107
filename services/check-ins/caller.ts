import type { ServerRecord } from '../../db/queries/servers/servers.ts';
import type { FormerKey } from '../../domain/server/server.ts';
import { STANDBY_ACTS } from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';
import { ProblemError, type ProblemCode } from '../problems/problems.ts';
import { isSignedBy, readJws, type Jws } from '../../secrets/jws.ts';
import { instant } from '../orders/view.ts';
import { unknownHere } from '../servers/unrepaired.ts';

const CLOCKS_DIFFER_SECONDS = 600;
const LONGEST_LIFE_SECONDS = 300;
const LONGEST_TEXT = 200;

const BECAUSE: Record<FormerKey['because'], ProblemCode> = {
  reinstalled: 'KEY_REPLACED',
  moved: 'TOKEN_ROTATED',
  left: 'NOT_ACTIVATED',
};

/**
 * What a JWT was signed for, its claim `act`; that of a check-in has none, or says what a standby does. So what is overheard
 * of one call is no other.
 */
export type Act = 'leave' | 'service-token' | 'wait' | 'check-in';

/** Who is calling, by which of its keys (the JWK's `x`), and what it says of the call; who waits need give no `jti`. */
export type Caller = {
  server: ServerRecord;
  key: string;
  jti: string;
  presented: string | undefined;
  /** All that it claims, of which nothing but the above was judged. */
  claims: Record<string, unknown>;
};

/** Refuses what claims to come from a server, at an instant (epoch milliseconds), and says more with that. */
export type Foresee = (server: string, nowMs: number, details: ReturnType<typeof serverTime>) => void;

/** What a refused server is told of the time, as a wrong clock is the likeliest cause. */
export const serverTime = (nowMs: number) => ({ serverTime: instant(nowMs) });

/**
 * Says which server is calling, by the JWT it signed with its key. A replaced key still proves whose it was, so that its
 * holder hears why it no longer counts. Every refusal carries `serverTime`, as a wrong clock is the likeliest cause.
 */
export function createIdentify(
  { orm, publicUrl, clock }: Pick<Deps, 'orm' | 'publicUrl' | 'clock'>,
  read: (id: string) => Promise<ServerRecord | null>,
) {
  /**
   * `foresee` may refuse whoever it is that claims to be a server, before that is looked at. Problems: its own,
   * CHECK_IN_NOT_AUTHENTIC, KEY_REPLACED, TOKEN_ROTATED, NOT_ACTIVATED, SERVER_NOT_REPAIRED, SERVER_RETIRED.
   */
  return async function identify(
    authorization: string | undefined,
    act: Act = 'check-in',
    foresee?: Foresee,
  ): Promise<Caller> {
    const now = clock();
    const refuse = (code: ProblemCode) => new ProblemError(code, { details: serverTime(now) });
    const jws = readCall(authorization, act, { audience: publicUrl, nowMs: now });
    if (!jws || !isText(jws.claims.iss)) throw refuse('CHECK_IN_NOT_AUTHENTIC');
    const id = jws.claims.iss as string;
    foresee?.(id, now, serverTime(now));
    const server = await read(id);
    const key = server && signerOf(server, jws);
    if (!server || !key) throw refuse(await unknownHere({ orm }, 'CHECK_IN_NOT_AUTHENTIC'));
    const code = refusalOf(server, key);
    if (code) throw refuse(code);
    const { jti, chk } = jws.claims;
    return { server, key, jti: jti as string, presented: chk as string | undefined, claims: jws.claims };
  };
}

/** The key that signed, of those that the server has and had; null where none of them did. */
function signerOf({ publicKey, formerKeys }: ServerRecord, jws: Jws): string | null {
  const former = formerKeys.map((one) => one.publicKey).reverse();
  return [...(publicKey ? [publicKey] : []), ...former].find((key) => isSignedBy(jws, key))?.x ?? null;
}

/** Why whoever holds a key of a server, by the JWK's `x`, is not heard, or no longer; null while it is. */
export function refusalOf(server: ServerRecord, key: string): ProblemCode | null {
  if (server.publicKey?.x === key) {
    if (server.state === 'retired') return 'SERVER_RETIRED';
    // An offline server that has found a network activates with its token.
    return server.mode === 'offline' ? 'NOT_ACTIVATED' : null;
  }
  const former = server.formerKeys.findLast(({ publicKey }) => publicKey.x === key);
  if (!former) return 'CHECK_IN_NOT_AUTHENTIC';
  return server.state === 'retired' ? 'SERVER_RETIRED' : BECAUSE[former.because];
}

/**
 * A JWT that was signed for a call (null: for a pairing, which has no `act`), is in time and tells its call from others; null
 * where it does not. Who signed it is not judged yet.
 */
export function readCall(
  authorization: string | undefined,
  act: Act | null,
  { audience, nowMs }: { audience: string; nowMs: number },
): Jws | null {
  const jws = readBearer(authorization);
  return jws && isFor(act, jws) && isNamed(act, jws) && isInTime(jws.claims, audience, nowMs / 1000) ? jws : null;
}

/** What stands in `Authorization: Bearer`, taken apart; null where that is no JWT. */
function readBearer(authorization: string | undefined): Jws | null {
  const [, jwt = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  return readJws(jwt);
}

/** Whether it was signed for this call; what an AppSuite signs for people to carry has a type of its own. */
function isFor(act: Act | null, { header, claims }: Jws): boolean {
  const isMeant = act === 'check-in' ? isOfCheckIn(claims) : claims.act === (act ?? undefined);
  return isMeant && (header.typ === undefined || header.typ === 'JWT');
}

function isOfCheckIn({ act }: Record<string, unknown>): boolean {
  return act === undefined || STANDBY_ACTS.some((known) => known === act);
}

/** Whether the call has an id by which it is told from others; a wait is told from nothing, and may go without. */
function isNamed(act: Act | null, { claims: { jti } }: Jws): boolean {
  return isText(jti) || (act === 'wait' && jti === undefined);
}

/** By our clock, from which a server's may differ: neither made too far from now, nor over for longer than that. */
function isInTime(claims: Record<string, unknown>, audience: string, nowSeconds: number): boolean {
  const { aud, iat, exp, chk } = claims;
  return (
    aud === audience &&
    (chk === undefined || isText(chk)) &&
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    Math.abs(nowSeconds - iat) <= CLOCKS_DIFFER_SECONDS &&
    exp >= nowSeconds - CLOCKS_DIFFER_SECONDS &&
    exp > iat &&
    exp - iat <= LONGEST_LIFE_SECONDS
  );
}

/** What is remembered of a call has to be bounded, and PostgreSQL keeps neither NUL nor halves of a surrogate pair. */
function isText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= LONGEST_TEXT && /^[^\p{Cc}\p{Cs}]+$/u.test(text);
}
