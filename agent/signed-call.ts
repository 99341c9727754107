import { randomUUID } from 'node:crypto';
import { signJws } from './documents/jws.ts';
import { heard } from './enforcement/clock.ts';
import { RefusedError } from './errors.ts';
import type { Activation, State } from './folder/state.ts';

const JWT_SECONDS = 120;

/** A server's time that is this far from the clock explains why a JWT was not taken. */
const WRONG_CLOCK_MS = 5 * 60_000;

/**
 * What a call claims beside who calls: what it is for, where it is no check-in, what a standby says of itself (`since` in
 * seconds since the epoch, `for` which server), and what else the server tells.
 */
export type Saying = {
  act?: 'leave' | 'service-token' | 'wait' | 'takeover' | 'standby';
  since?: number;
  for?: string;
  ver?: string;
  host?: string;
  use?: object;
};

/** A state with an activation, an attempt and a clock: what a call to the cloud is signed from. */
export type Calling = State & { activation: Activation } & Required<{
    [Key in 'attempt' | 'clock']: NonNullable<State[Key]>;
  }>;

/**
 * Makes a call that the server signs, with what `saying` claims. Where the cloud refuses the JWT and its clock is far from ours, the call is made
 * once more by the cloud's clock, as another try; `keep` stores the state before that. Refusals: as `call`.
 */
export async function signedCall<Result>(
  state: Calling,
  machineMs: number,
  keep: (state: Calling) => Promise<void>,
  call: (jwt: string, state: Calling) => Promise<Result>,
  saying: Saying = {},
): Promise<Result> {
  try {
    return await call(jwtOf(state, machineMs, saying), state);
  } catch (error) {
    const serverMs = otherClock(error, machineMs);
    if (serverMs === null) throw error;
    const attempt = { jti: randomUUID(), sinceMs: state.attempt.sinceMs };
    const again = { ...state, clock: heard(state.clock, serverMs), attempt };
    await keep(again);
    return call(jwtOf(again, serverMs, saying), again);
  }
}

/** The cloud's time where it refused a JWT and the machine's clock explains that; null else. */
export function otherClock(error: unknown, machineMs: number): number | null {
  if (!(error instanceof RefusedError) || error.code !== 'CHECK_IN_NOT_AUTHENTIC') return null;
  const { serverTimeMs } = error;
  return serverTimeMs !== null && Math.abs(serverTimeMs - machineMs) > WRONG_CLOCK_MS ? serverTimeMs : null;
}

function jwtOf({ url, privateKey, activation, attempt }: Calling, atMs: number, saying: Saying): string {
  const iat = Math.floor(atMs / 1000);
  const { server, checkInNumber } = activation;
  // A token for another service is no contact, and so has no number.
  const number = checkInNumber === null || saying.act === 'service-token' ? {} : { chk: checkInNumber };
  const claims = {
    iss: server,
    aud: url,
    iat,
    exp: iat + JWT_SECONDS,
    jti: attempt.jti,
    ...number,
    ...saying,
  };
  return signJws({ alg: 'EdDSA' }, claims, privateKey);
}
