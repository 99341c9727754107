import Fastify, { type FastifyInstance } from 'fastify';
import type { Deps } from '../../../api/deps.ts';
import { createServices } from '../../../services/services.ts';
import { createReadBatchFile } from '../../../api/batches/files.ts';
import { registerPortal, type PortalDeps } from '../../../portal/app.tsx';
import type { UnlockableOrder } from '../../../portal/unlock/orders.ts';
import { unlockCapability } from '../../../secrets/unlock-link.ts';
import { CATALOGUE } from '../domain/catalogue.ts';

export const UNLOCKED_AT = '2026-11-24T09:30:00.000Z';

const SECRET_KEYS = [{ name: 'k1', key: Buffer.alloc(32, 7) }];

/** An order as the unlock page reads it, with one locked delivery. */
export function unlockableOrder(changes: Partial<UnlockableOrder> = {}): UnlockableOrder {
  return {
    number: 'SO-2026-00117',
    status: 'open',
    customer: { id: 'acme-hotels', name: 'Acme Hotels' },
    reseller: { name: 'Northwind Voice' },
    distributor: null,
    deliveries: [{ id: '1', edition: 1, unlockedAt: null }],
    lines: [
      {
        ...{ id: '1', delivery: '1', application: 'attendant-console', license: 'subscription', capacity: 20 },
        ...{ startsOn: '2026-12-01', endsOn: '2027-11-30', care: { level: 'gold', endsOn: '2027-11-30' } },
      },
      {
        ...{ id: '2', delivery: '1', application: 'digital-fax', license: 'perpetual', capacity: 1_800 },
        ...{ startsOn: '2026-11-24', endsOn: null, care: null },
      },
    ],
    ...changes,
  };
}

/** An error of the API's services, as far as the portal looks at it. */
export function problem(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export type TestPortal = {
  app: FastifyInstance;
  /** The one order there is; a test may change it, or how it is unlocked. */
  order: UnlockableOrder;
  unlock: () => Promise<{ applied: boolean }>;
  unlocks: number;
  /** Which of its links works: 0 for the first. */
  newest: number;
  /** The address of its unlock page. */
  link: string;
};

/** The services of a process whose database cannot be reached: what this portal shows asks them nothing. */
function unreachable(): PortalDeps['services'] {
  const orm = {
    get em(): never {
      throw new Error('This portal has no database');
    },
  };
  return createServices({
    orm,
    secretKeys: SECRET_KEYS,
    publicUrl: 'http://127.0.0.1:3000',
    clock: Date.now,
  } as unknown as Deps);
}

/** The portal over one order in memory. */
export async function openPortal(order: UnlockableOrder, deps: Partial<PortalDeps> = {}): Promise<TestPortal> {
  const portal: TestPortal = {
    app: Fastify({ bodyLimit: 1_048_576 }),
    order,
    async unlock() {
      portal.order.deliveries[0]!.unlockedAt ??= UNLOCKED_AT;
      return { applied: true };
    },
    unlocks: 0,
    newest: 0,
    link: `/unlock/${unlockCapability(SECRET_KEYS, { order: order.number, delivery: '1', generation: 0 })}`,
  };
  await registerPortal(portal.app, {
    em: () => {
      throw new Error('This portal has no database');
    },
    links: {
      async readByLink({ order: number, generation }) {
        if (generation < portal.newest) throw problem('LINK_REPLACED');
        if (number !== portal.order.number) throw problem('NOT_FOUND');
        return portal.order;
      },
      async unlockByLink() {
        portal.unlocks += 1;
        return portal.unlock();
      },
    },
    services: unreachable(),
    provenForMs: 30 * 60_000,
    temporalPages: null,
    secretKeys: SECRET_KEYS,
    mailbox: false,
    publicUrl: 'http://127.0.0.1:3000',
    catalogue: CATALOGUE,
    readBatchFile: createReadBatchFile(),
    clock: Date.now,
    ...deps,
  });
  return portal;
}
