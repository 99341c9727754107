import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';

export type Alert = {
  alert: string;
  expr: string;
  labels: Record<string, string>;
  annotations: { summary: string; runbook: string };
};

type Panel = { title: string; type: string; targets?: { expr: string }[] };

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Every alert of deploy/prometheus/alerts.yml. */
export function alerts(): Alert[] {
  const { groups } = parse(read('deploy/prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

/** Every panel of deploy/grafana/cloud-licensing.json that shows something. */
export function panels(): Panel[] {
  const dashboard = JSON.parse(read('deploy/grafana/cloud-licensing.json')) as { panels: Panel[] };
  return dashboard.panels.filter(({ type }) => type !== 'row');
}

/** All that is asked of Prometheus, by whom. */
export function expressions(): { from: string; expression: string }[] {
  return [
    ...alerts().map(({ alert, expr }) => ({ from: alert, expression: expr })),
    ...panels().flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ from: title, expression: expr }))),
  ];
}
