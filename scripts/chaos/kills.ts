import { setTimeout as delay } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '../start/run-file.ts';
import type { Product } from './product.ts';
import type { Random } from './random.ts';

/** What is killed, and when, in milliseconds from the beginning. */
export type Kill = { service: ServiceName; afterMs: number };

/** Often enough to hit every step, and seldom enough for steps to be taken between. */
const ONE_EVERY_MS = 4_000;
const LOOK_EVERY_MS = 50;

/** The worker and the API die more often than what they stand on. */
const VICTIMS: readonly ServiceName[] = ['worker', 'api', 'worker', 'api', 'worker', 'api', 'temporal', 'postgres'];

/** Kills at random moments of so many milliseconds: every kind of process at least once. */
export function planKills(random: Random, forMs: number): Kill[] {
  const more = Math.max(0, Math.round(forMs / ONE_EVERY_MS) - SERVICES.length);
  const services = [...SERVICES, ...Array.from({ length: more }, () => random.pick(VICTIMS))];
  return services
    .map((service) => ({ service, afterMs: random.between(0, forMs) }))
    .sort((one, other) => one.afterMs - other.afterMs);
}

/** Kills what was planned, what is just being started again as soon as it runs; `killed` hears of each. */
export async function carryOut(
  kills: readonly Kill[],
  product: Pick<Product, 'kill'>,
  signal: AbortSignal,
  killed: (service: ServiceName) => void,
): Promise<void> {
  const beginning = Date.now();
  for (const { service, afterMs } of kills) {
    await delay(Math.max(0, beginning + afterMs - Date.now()), undefined, { signal });
    while (!product.kill(service)) await delay(LOOK_EVERY_MS, undefined, { signal });
    killed(service);
  }
}
