import { activation } from './activation.ts';
import { capacity } from './capacity.ts';
import { checkIns } from './check-ins.ts';
import { clones } from './clones.ts';
import { licenses } from './licenses.ts';
import { clocks, unreachable } from './unreachable.ts';
import { offline } from './offline.ts';
import { signingKeys } from './signing-keys.ts';
import type { Area } from './world.ts';

/** The table's parts, in its order. */
export const AREAS: Area[] = [
  capacity,
  activation,
  checkIns,
  clones,
  licenses,
  unreachable,
  clocks,
  offline,
  signingKeys,
];
