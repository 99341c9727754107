import { randomUUID } from 'node:crypto';
import { signJws } from '../documents/jws.ts';
import { heard } from '../enforcement/clock.ts';
import { RefusedError } from '../errors.ts';
import type { Activation, State } from '../folder/state.ts';

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
 * Makes a call that the server signs, with what `saying` claims; where it is made once more by the cloud's clock, that is
 * another try, and `keep` stores the state before it. Refusals: as `call`.
 */
export function signedCall<Result>(
  state: Calling,
  machineMs: number,
  keep: (state: Calling) => Promise<void>,
  call: (jwt: string, state: Calling) => Promise<Result>,
  saying: Saying = {},
): Promise<Result> {
  return byEitherClock(
    machineMs,
    () => call(jwtOf(state, machineMs, saying), state),
    async (cloudMs) => {
      const attempt = { jti: randomUUID(), sinceMs: state.attempt.sinceMs };
      const again = { ...state, clock: heard(state.clock, cloudMs), attempt };
      await keep(again);
      return call(jwtOf(again, cloudMs, saying), again);
    },
  );
}

/**
 * Makes a call that is signed by the machine's clock. Where the cloud refuses its JWT and has a clock that is far from that
 * one, `again` makes it once more by the cloud's (epoch milliseconds). Refusals: as the calls.
 */
export async function byEitherClock<Result>(
  machineMs: number,
  call: () => Promise<Result>,
  again: (cloudMs: number) => Promise<Result>,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const cloudMs = otherClock(error, machineMs);
    if (cloudMs === null) throw error;
    return again(cloudMs);
  }
}

/** The JWT that authenticates a call by the key of a folder: made at an instant (epoch milliseconds), with what it claims. */
export function callJwt(
  { url, privateKey }: State,
  atMs: number,
  claims: { jti: string; [claim: string]: unknown },
): string {
  const iat = Math.floor(atMs / 1000);
  return signJws({ alg: 'EdDSA' }, { aud: url, iat, exp: iat + JWT_SECONDS, ...claims }, privateKey);
}

/** The cloud's time where it refused a JWT and the machine's clock explains that; null else. */
function otherClock(error: unknown, machineMs: number): number | null {
  if (!(error instanceof RefusedError) || error.code !== 'CHECK_IN_NOT_AUTHENTIC') return null;
  const { serverTimeMs } = error;
  return serverTimeMs !== null && Math.abs(serverTimeMs - machineMs) > WRONG_CLOCK_MS ? serverTimeMs : null;
}

function jwtOf(state: Calling, atMs: number, saying: Saying): string {
  const { server, checkInNumber } = state.activation;
  // A token for another service is no contact, and so has no number.
  const number = checkInNumber === null || saying.act === 'service-token' ? {} : { chk: checkInNumber };
  return callJwt(state, atMs, { iss: server, jti: state.attempt.jti, ...number, ...saying });
}
