import { activation } from './activation.ts';
import { advisories } from './advisories.ts';
import { capacity } from './capacity.ts';
import { checkIns } from './check-ins.ts';
import { clones } from './clones.ts';
import { licenses } from './licenses.ts';
import { clocks, unreachable } from './unreachable.ts';
import { machines } from './machines.ts';
import { monitoring } from './monitoring.ts';
import { networks } from './networks.ts';
import { offline } from './offline.ts';
import { saying } from './saying.ts';
import { pairing } from './pairing.ts';
import { serviceTokens } from './service-tokens.ts';
import { standby } from './standby.ts';
import { testUnits } from './test-units.ts';
import { signingKeys } from './signing-keys.ts';
import { waits } from './waits.ts';
import type { Area } from './world.ts';

/** The table's parts, in its order, each with the file of this folder that holds its cases. */
export const AREAS: (Area & { file: string })[] = [
  { ...capacity, file: 'capacity.ts' },
  { ...activation, file: 'activation.ts' },
  { ...checkIns, file: 'check-ins.ts' },
  { ...waits, file: 'waits.ts' },
  { ...clones, file: 'clones.ts' },
  { ...machines, file: 'machines.ts' },
  { ...licenses, file: 'licenses.ts' },
  { ...unreachable, file: 'unreachable.ts' },
  { ...clocks, file: 'unreachable.ts' },
  { ...offline, file: 'offline.ts' },
  { ...standby, file: 'standby.ts' },
  { ...testUnits, file: 'test-units.ts' },
  { ...signingKeys, file: 'signing-keys.ts' },
  { ...saying, file: 'saying.ts' },
  { ...advisories, file: 'advisories.ts' },
  { ...pairing, file: 'pairing.ts' },
  { ...serviceTokens, file: 'service-tokens.ts' },
  { ...networks, file: 'networks.ts' },
  { ...monitoring, file: 'monitoring.ts' },
];
