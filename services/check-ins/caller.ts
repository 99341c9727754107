import type { ServerRecord } from '../../db/queries/servers/servers.ts';
import type { FormerKey } from '../../domain/server/server.ts';
import { STANDBY_ACTS, type StandbyAct } from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';
import { ProblemError, type ProblemCode } from '../problems/problems.ts';
import { isSignedBy, readJws, type Jws } from '../../secrets/jws.ts';
import { instant } from '../orders/view.ts';
import type { SaidByStandby } from './takeovers.ts';

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
export type Act = 'leave' | 'check-in';

/** Who is calling, and what it says of the call. */
export type Caller = { server: ServerRecord; jti: string; presented: string | undefined; said: SaidByStandby };

/**
 * Says which server is calling, by the JWT it signed with its key. A replaced key still proves whose it was, so that its
 * holder hears why it no longer counts. Every refusal carries `serverTime`, as a wrong clock is the likeliest cause.
 */
export function createIdentify(
  { publicUrl, clock }: Pick<Deps, 'publicUrl' | 'clock'>,
  read: (id: string) => Promise<ServerRecord | null>,
) {
  /** Problems: CHECK_IN_NOT_AUTHENTIC, KEY_REPLACED, TOKEN_ROTATED, NOT_ACTIVATED, SERVER_RETIRED. */
  return async function identify(authorization: string | undefined, act: Act = 'check-in'): Promise<Caller> {
    const now = clock();
    const refuse = (code: ProblemCode) => new ProblemError(code, { details: { serverTime: instant(now) } });
    const [, jwt = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const jws = readJws(jwt);
    if (!jws || !isFor(act, jws) || !isInTime(jws.claims, publicUrl, now / 1000))
      throw refuse('CHECK_IN_NOT_AUTHENTIC');
    const server = await read(jws.claims.iss as string);
    if (!server) throw refuse('CHECK_IN_NOT_AUTHENTIC');
    const code = refusalOf(server, jws);
    if (code) throw refuse(code);
    const { jti, chk } = jws.claims;
    return { server, jti: jti as string, presented: chk as string | undefined, said: saidIn(jws) };
  };
}

function refusalOf(server: ServerRecord, jws: Jws): ProblemCode | null {
  if (server.publicKey && isSignedBy(jws, server.publicKey)) {
    if (server.state === 'retired') return 'SERVER_RETIRED';
    // An offline server that has found a network activates with its token.
    return server.mode === 'offline' ? 'NOT_ACTIVATED' : null;
  }
  const former = server.formerKeys.findLast(({ publicKey }) => isSignedBy(jws, publicKey));
  if (!former) return 'CHECK_IN_NOT_AUTHENTIC';
  return server.state === 'retired' ? 'SERVER_RETIRED' : BECAUSE[former.because];
}

/** Whether it was signed for this call; what an AppSuite signs for people to carry has a type of its own. */
function isFor(act: Act, { header, claims }: Jws): boolean {
  const isMeant = act === 'check-in' ? claims.act === undefined || actOf(claims) !== null : claims.act === act;
  return isMeant && (header.typ === undefined || header.typ === 'JWT');
}

/** What a standby says of itself; of a `since` that is no instant it says nothing. */
function saidIn({ claims }: Jws): SaidByStandby {
  const { since } = claims;
  return { act: actOf(claims), since: typeof since === 'number' && Number.isFinite(since) ? since * 1000 : null };
}

function actOf({ act }: Record<string, unknown>): StandbyAct | null {
  return STANDBY_ACTS.find((known) => known === act) ?? null;
}

/** By our clock, from which a server's may differ: neither made too far from now, nor over for longer than that. */
function isInTime(claims: Record<string, unknown>, audience: string, nowSeconds: number): boolean {
  const { iss, aud, iat, exp, jti, chk } = claims;
  return (
    isText(iss) &&
    aud === audience &&
    isText(jti) &&
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
