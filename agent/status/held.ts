import { decodeJwt } from 'jose';
import { asStandby } from '../enforcement/standby.ts';
import type { Activation, State } from '../folder/state.ts';
import type { LicenseClaims } from '../license.ts';

/** What is held, as this machine may run it: a standby's by whether it has taken over. */
export function heldClaims({
  activation,
  takeover,
}: { activation: Activation } & Pick<State, 'takeover'>): LicenseClaims {
  return asStandby(decodeJwt<LicenseClaims>(activation.license), takeover !== null && !takeover.isOver);
}

/** Whether a license document is that of a standby. */
export function isStandby(license: string): boolean {
  return decodeJwt<LicenseClaims>(license).standby === true;
}
