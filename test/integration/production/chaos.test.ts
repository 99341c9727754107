import { randomInt } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { runChaos } from '../../../scripts/chaos/run.ts';

const WITHIN_MS = 300_000;

test(
  'orders come out right when worker, API, Temporal and PostgreSQL are killed in the middle of their lives',
  async () => {
    const options = { seed: randomInt(2 ** 32), orders: 4, seconds: 6, agents: 6 };
    const { violations, kills, logs } = await runChaos({
      ...options,
      say: () => undefined,
      signal: new AbortController().signal,
    });
    expect({ ...options, violations, logs }).toEqual({ ...options, violations: [], logs: null });
    expect(Object.keys(kills).filter((service) => kills[service] === 0)).toEqual([]);
  },
  WITHIN_MS,
);
