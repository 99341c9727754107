import { CONSOLE, FAX, type ServerName } from './cast.ts';
import {
  amend,
  cancel,
  changeSeller,
  convert,
  expand,
  lock,
  moveTo,
  renew,
  resume,
  suspend,
  transfer,
  unlock,
  withdraw,
  withdrawPlan,
  type Saying,
} from './facts.ts';
import type { Want } from './servers.ts';

/** Where an exploration begins, and what can happen in it. */
export type Scene = {
  name: string;
  servers: readonly [ServerName, ServerName, ServerName];
  /** What has happened before, in this sequence, without trouble. */
  before: (Saying | { server: ServerName; want: Want } | { until: string })[];
  /** What can be said, each once. */
  sayings: Saying[];
  wants: Want[];
  /** How often a server's capacity can be changed, in all. */
  changes: number;
  /** How often anything goes wrong: messages lost, repeated or late, a crash, facts that wait. */
  troubles: number;
  /** Whether the projection can lag behind the orders. */
  isLagging?: boolean;
  /** Whether servers activate, leave and retire. */
  isLiving?: boolean;
};

const ACME = ['acme-a', 'acme-b', 'acme-c'] as const;
const WITH_BETA = ['acme-a', 'acme-b', 'beta-a'] as const;

const consoles = (capacity: number): Want => ({ application: CONSOLE, capacity });
const faxes = (capacity: number): Want => ({ application: FAX, capacity });

const IN_USE: Scene['before'] = [
  unlock(0, '1'),
  unlock(1, '1'),
  { server: 'acme-a', want: consoles(2) },
  { server: 'acme-b', want: consoles(1) },
];

const WITHDRAWALS = [
  withdraw(0, 'renewal', 'R1'),
  withdraw(0, 'renewal', 'R2'),
  withdraw(0, 'cancellation', 'C1'),
  withdraw(0, 'cancellation', 'C2'),
  withdraw(0, 'cancellation', 'C3'),
];

const ENDINGS = [
  renew(0, 'R1', 31, [{ line: '1', capacity: 1 }]),
  renew(0, 'R2', 59),
  cancel(0, 'C1', { lines: ['1'] }),
  cancel(0, 'C2', { lines: ['1'], on: '2026-12-28' }),
  cancel(0, 'C3'),
  ...WITHDRAWALS,
  withdrawPlan(0, '1'),
];

const MOVES = [
  moveTo(0, 'America/New_York'),
  transfer(0),
  transfer(0, 'acme-hotels'),
  convert(0, '1', 'perpetual'),
  convert(1, '2', 'subscription'),
  lock(0, '1'),
  unlock(0, '1'),
  changeSeller(0),
];

/** One world is all that can happen from the beginning; the others begin where it gets only much later, with what matters there. */
export const SCENES: Scene[] = [
  {
    name: 'everything',
    servers: WITH_BETA,
    before: [],
    sayings: [
      ...[unlock(0, '1'), unlock(0, '2'), unlock(1, '1'), expand(0), amend(0), suspend(0), resume(0)],
      ...ENDINGS,
      ...MOVES.filter(({ name }) => name !== unlock(0, '1').name),
    ],
    wants: [consoles(0), consoles(1), consoles(3), faxes(1)],
    changes: 4,
    troubles: 2,
  },
  {
    name: 'beginnings',
    servers: ACME,
    before: [],
    sayings: [
      ...[unlock(0, '1'), unlock(0, '2'), unlock(1, '1'), expand(0), amend(0), changeSeller(0)],
      ...[lock(0, '1'), lock(0, '1', 'L2'), lock(0, '2', 'L3'), unlock(0, '1', ' once more')],
      ...[cancel(0, 'C1', { lines: ['1'] }), withdraw(0, 'cancellation', 'C1')],
    ],
    wants: [consoles(0), consoles(2), consoles(4)],
    changes: 3,
    troubles: 3,
  },
  {
    name: 'endings',
    servers: ACME,
    before: IN_USE,
    sayings: ENDINGS,
    wants: [consoles(0), consoles(1), consoles(3)],
    changes: 3,
    troubles: 1,
  },
  {
    name: 'late',
    servers: ACME,
    before: [...IN_USE, renew(0, 'R1', 31, [{ line: '1', capacity: 1 }]), { until: '2026-12-30' }],
    sayings: [
      renew(0, 'R2', 59, [{ line: '1', capacity: 1 }]),
      ...ENDINGS.filter(({ name }) => !name.includes('R2') && !name.includes('(R1)')),
    ],
    wants: [consoles(0), consoles(2), consoles(3)],
    changes: 3,
    troubles: 1,
  },
  {
    name: 'moves',
    servers: WITH_BETA,
    before: IN_USE,
    sayings: [...MOVES, ...ENDINGS.filter(({ name }) => /\((R1|C1|C2)\)|R1|C1|C2/.test(name))],
    wants: [consoles(0), consoles(2)],
    changes: 4,
    troubles: 1,
  },
  {
    name: 'handover',
    servers: WITH_BETA,
    before: [unlock(0, '1'), unlock(1, '1'), { server: 'acme-a', want: faxes(1) }],
    sayings: [
      ...[transfer(1), transfer(1, 'acme-hotels'), lock(1, '1'), unlock(1, '1'), moveTo(1, 'America/New_York')],
      ...[cancel(1, 'C1', { lines: ['2'] }), withdraw(1, 'cancellation', 'C1'), convert(1, '2', 'subscription')],
    ],
    wants: [consoles(0), consoles(4), faxes(0), faxes(1)],
    changes: 4,
    troubles: 2,
  },
  {
    name: 'messages',
    servers: ACME,
    before: IN_USE,
    sayings: [cancel(0, 'C1', { lines: ['1'] }), withdraw(0, 'cancellation', 'C1')],
    wants: [consoles(0), consoles(1), consoles(3)],
    changes: 4,
    troubles: 4,
    isLagging: true,
    isLiving: true,
  },
];
