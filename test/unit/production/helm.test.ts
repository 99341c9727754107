import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { compose } from '../../support/build/compose.ts';

type Schema = { description?: string; properties?: Record<string, Schema> };
type Values = { [name: string]: Values | string | number | boolean | unknown[] };
type Given = Record<string, { settings: Record<string, string>; secrets: string[] }>;

const CHART = join(ROOT, 'deploy', 'helm', 'cloud-licensing');
const read = (file: string) => readFileSync(join(CHART, file), 'utf8');
const schema = JSON.parse(read('values.schema.json')) as Schema;
const values = parse(read('values.yaml')) as Values;
const given = parse(read('settings.yaml')) as Given;
const templates = readdirSync(join(CHART, 'templates')).map((file) => read(`templates/${file}`));

/** Every value by its path: what is no group of others. */
function paths(node: Values, before = ''): string[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0
      ? paths(value, `${before}${name}.`)
      : [`${before}${name}`],
  );
}

const described = (path: string) =>
  path.split('.').reduce<Schema | undefined>((at, name) => at?.properties?.[name], schema)?.description;

test('every value of the chart is described, and every description has its value', () => {
  const all = paths(values).map((path) => path.replace(/^(api|worker)\.resources\..*/, '$1.resources'));
  expect(all.filter((path) => !described(path))).toEqual([]);
  const leaves = (at: Schema, before = ''): string[] =>
    Object.entries(at.properties ?? {}).flatMap(([name, one]) =>
      one.properties ? leaves(one, `${before}${name}.`) : [`${before}${name}`],
    );
  expect(leaves(schema).filter((path) => path !== 'global' && !all.includes(path))).toEqual([]);
});

test('every value that a template reads is there', () => {
  const used = templates.flatMap((text) =>
    [...text.matchAll(/\.Values((?:\.\w+)+)/g)].map(([, path]) => path!.slice(1)),
  );
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used)].filter((path) => !described(path))).toEqual([]);
  const settings = Object.values(given).flatMap(({ settings: named }) => Object.values(named));
  expect(settings.filter((path) => !described(path))).toEqual([]);
});

test.each(['api', 'worker', 'migrate'])(
  '%s has the secrets that docker compose gives it, and none of another process',
  (name) => {
    const { secrets } = given[name]!;
    const ofTemporalElsewhere = name === 'migrate' ? [] : ['TEMPORAL_API_KEY'];
    expect([...secrets].sort()).toEqual([...compose.services[name]!.secrets!, ...ofTemporalElsewhere].sort());
  },
);

test('pods give up every right, write to nothing of the image, and are asked before they get requests', () => {
  const pods = templates.filter((text) => /^kind: (Deployment|Job|CronJob)$/m.test(text));
  expect(pods).toHaveLength(4);
  for (const pod of pods) {
    expect(pod).toContain('include "licensing.pod-security"');
    expect(pod).toContain('include "licensing.container-security"');
    expect(pod).toContain('automountServiceAccountToken: false');
    expect(pod).toMatch(/resources:/);
    if (pod.includes('kind: Deployment'))
      expect(pod).toMatch(/startupProbe:[\s\S]+livenessProbe:[\s\S]+readinessProbe:/);
  }
  const security = read('templates/_helpers.tpl');
  for (const word of [
    'runAsNonRoot: true',
    'readOnlyRootFilesystem: true',
    'drop: [ALL]',
    'allowPrivilegeEscalation: false',
  ])
    expect(security).toContain(word);
});
