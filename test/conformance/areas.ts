import { activation } from './activation.ts';
import { capacity } from './capacity.ts';
import { checkIns } from './check-ins.ts';
import { clones } from './clones.ts';
import { licenses } from './licenses.ts';
import { clocks, unreachable } from './unreachable.ts';
import { machines } from './machines.ts';
import { offline } from './offline.ts';
import { standby } from './standby.ts';
import { signingKeys } from './signing-keys.ts';
import type { Area } from './world.ts';

/** The table's parts, in its order, each with the file of this folder that holds its cases. */
export const AREAS: (Area & { file: string })[] = [
  { ...capacity, file: 'capacity.ts' },
  { ...activation, file: 'activation.ts' },
  { ...checkIns, file: 'check-ins.ts' },
  { ...clones, file: 'clones.ts' },
  { ...machines, file: 'machines.ts' },
  { ...licenses, file: 'licenses.ts' },
  { ...unreachable, file: 'unreachable.ts' },
  { ...clocks, file: 'unreachable.ts' },
  { ...offline, file: 'offline.ts' },
  { ...standby, file: 'standby.ts' },
  { ...signingKeys, file: 'signing-keys.ts' },
];
