import type { PairingRow } from '../../db/entities/servers/pairing.ts';
import { PAIRING_SECONDS } from '../../domain/pairing.ts';

/** Until when something can become of a pairing, in epoch milliseconds: ten minutes from its newest step. */
export function endOf({ createdAt, decidedAt, activatedAt }: PairingRow): number {
  return (activatedAt ?? decidedAt ?? createdAt).getTime() + PAIRING_SECONDS * 1000;
}
