import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ENDED_WITHIN_MS } from '../../../api/stopping.ts';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { compose } from '../../support/build/compose.ts';

const CHART = 'deploy/helm/cloud-licensing';
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const values = parse(read(`${CHART}/values.yaml`)) as {
  drainSeconds: number;
  api: { terminationGracePeriodSeconds: number };
};

/** Between the last that an api does by itself and the moment at which it is killed, in seconds. */
const SPARE_SECONDS = 5;
const BESIDE_DRAINING_SECONDS = ENDED_WITHIN_MS / 1000 + SPARE_SECONDS;

/** What `${NAME:-value}` is where the operator says nothing. */
const fallbackOf = (text: string) => Number(/^\$\{\w+:-(\d+)s?\}$/.exec(text)![1]);

test('docker compose kills an api later than it ends by itself, and both can be set side by side', () => {
  const { environment, stop_grace_period: grace } = compose.services.api!;
  const drain = environment!.DRAIN_SECONDS!;
  expect(fallbackOf(grace!)).toBeGreaterThanOrEqual(fallbackOf(drain) + BESIDE_DRAINING_SECONDS);
  const example = Object.fromEntries(
    [...read('deploy/example.env').matchAll(/^(\w+)=(\d+)s?$/gm)].map(([, name, value]) => [name, Number(value)]),
  );
  expect(example.API_STOP_GRACE).toBe(fallbackOf(grace!));
  expect(example.API_STOP_GRACE).toBeGreaterThanOrEqual(example.DRAIN_SECONDS! + BESIDE_DRAINING_SECONDS);
});

test('the chart kills an api later than it ends by itself, and refuses values by which it would not', () => {
  const { drainSeconds, api } = values;
  expect(api.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(drainSeconds + BESIDE_DRAINING_SECONDS);
  const [, least] = /\$least := add \.Values\.drainSeconds (\d+)/.exec(read(`${CHART}/templates/api.yaml`))!;
  expect(Number(least)).toBe(BESIDE_DRAINING_SECONDS);
});

test('what operators are told to leave an api is what it takes', () => {
  expect(read('docs/operations.md')).toContain(`\`DRAIN_SECONDS\` + ${BESIDE_DRAINING_SECONDS} s`);
});
