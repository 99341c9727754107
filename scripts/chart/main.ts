import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { commandLine } from '../../admin/command-line.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { succeed } from '../run-program.ts';
import { provideSchemas, provideTool } from './tools.ts';

const CHART = join(ROOT, 'deploy', 'helm', 'cloud-licensing');
type Rendered = { kind: string; metadata: { name: string }; spec: { ingress: { from?: unknown }[] } };

const OLDEST = '1.27.0';
const NEWEST = '1.36.0';

/** The least that an operator has to say, and everything that can be switched on. */
const LEAST = {
  publicUrl: 'https://licensing.example.com',
  temporal: { address: 'temporal.example:7233' },
  mail: { from: 'a@example.com' },
};
const ALL = {
  ...LEAST,
  image: { digest: `sha256:${'0'.repeat(64)}`, pullSecrets: [{ name: 'registry' }] },
  catalogue: { configMap: 'catalogue', path: '/catalogue/catalogue.json' },
  api: { extraEnv: [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://collector:4318' }] },
  worker: { autoscaling: { latency: { metric: 'schedule_to_start', matchLabels: { queue: 'cloud-licensing' } } } },
  ingress: { enabled: true, className: 'nginx', annotations: { a: 'b' }, tlsSecret: 'certificate' },
  networkPolicy: {
    ingressFrom: [{ namespaceSelector: {} }],
    metricsFrom: [{ namespaceSelector: {} }],
    postgres: { to: [{ ipBlock: { cidr: '10.1.0.0/16' } }] },
  },
  backup: { enabled: true, storage: { className: 'slow' } },
};
/** Prometheus alone is named: who reaches the product stays everybody. */
const WATCHED = { ...LEAST, networkPolicy: { metricsFrom: [{ namespaceSelector: {} }] } };
const WITHOUT = {
  ...LEAST,
  api: { autoscaling: { enabled: false } },
  worker: { autoscaling: { enabled: false } },
  networkPolicy: { enabled: false },
};

commandLine(
  'npm run check:chart',
  'Lints and renders the chart of Kubernetes, and holds what comes out to the schemas of its objects.',
).parse();
const [helm, kubeconform] = [await provideTool('helm'), await provideTool('kubeconform')];
if (!helm || !kubeconform)
  console.log('Neither are helm and kubeconform here nor Go to build them: nothing was checked.');
else await check(helm, kubeconform);

async function check(helm: string, kubeconform: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-chart-'));
  try {
    for (const [name, values] of Object.entries({ least: LEAST, all: ALL, without: WITHOUT })) {
      const [given, rendered] = [join(folder, `${name}.json`), join(folder, `${name}.yaml`)];
      writeFileSync(given, JSON.stringify(values));
      await succeed(helm, ['lint', '--strict', '--quiet', CHART, '--values', given]);
      for (const version of [OLDEST, NEWEST]) {
        writeFileSync(
          rendered,
          await succeed(helm, ['template', 'licensing', CHART, '--values', given, '--kube-version', version]),
        );
        const where = `${await provideSchemas(version)}/{{.ResourceKind}}{{.KindSuffix}}.json`;
        const said = await succeed(kubeconform, ['-strict', '-summary', '-schema-location', where, rendered]);
        console.log(`${name}, Kubernetes ${version}: ${said}`);
      }
    }
    const drained = JSON.stringify({ ...LEAST, drainSeconds: 60 });
    const refusals = { '{}': 'publicUrl', '{"nobody":1}': 'nobody', [drained]: 'has to be 85 at least' };
    for (const [wrong, why] of Object.entries(refusals)) await refused(helm, join(folder, 'wrong.json'), wrong, why);
    await reached(helm, join(folder, 'watched.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Who may scrape is nobody that keeps others from the api. */
async function reached(helm: string, file: string): Promise<void> {
  writeFileSync(file, JSON.stringify(WATCHED));
  const rendered = await succeed(helm, [
    ...['template', 'licensing', CHART, '--values', file, '--kube-version', NEWEST],
  ]);
  const policies = parseAllDocuments(rendered).map((document) => document.toJS() as Rendered | null);
  const api = policies.find((one) => one?.kind === 'NetworkPolicy' && one.metadata.name === 'licensing-api')!;
  if (api.spec.ingress.some(({ from }) => from)) throw new Error('Whoever may scrape keeps others from the api.');
  console.log('watched: everybody reaches the api');
}

/** Holds the schema of the values to what it refuses. */
async function refused(helm: string, file: string, values: string, why: string): Promise<void> {
  writeFileSync(file, values);
  const args = ['template', 'licensing', CHART, '--values', file, '--kube-version', NEWEST];
  const outcome = await succeed(helm, args).catch((error: Error) => error.message);
  if (!outcome.includes(why)) throw new Error(`Values ${values} were not refused for ${why}: ${outcome.slice(0, 500)}`);
  console.log(`refused: ${values}`);
}
