import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../db/orm.ts';
import { launch, whenReady, type Child } from '../../scripts/start/child.ts';
import { freePort } from '../../scripts/start/ports.ts';
import { compose, environmentOf } from '../support/build/compose.ts';
import { buildImage, environmentOfImage } from '../support/build/image.ts';
import { certificateOf } from '../support/domain/roots.ts';

const SETTINGS = {
  PUBLIC_URL: 'https://licensing.example.com',
  MAIL_FROM: 'Licensing <licensing@example.com>',
  RESEND_API_KEY: 're_123',
  SECRET_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64url')}`,
  SIGNING_KEYS: `s1:${Buffer.alloc(32, 2).toString('base64url')}`,
  SIGNING_CERTIFICATES: certificateOf(Buffer.alloc(32, 2)),
};

let folder: string;
let app: string;
let url: string;
/** Where the parts of the test are, instead of those that docker-compose.yml starts. */
let here: Record<string, string>;
const running: Child[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-image-'));
  app = await buildImage(folder);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  here = {
    ...{ HOST: '127.0.0.1', PORT: String(port), WORKER_PORT: String(await freePort()), PATH: process.env.PATH! },
    ...{ TEMPORAL_ADDRESS: process.env.TEST_TEMPORAL_ADDRESS!, TEMPORAL_NAMESPACE: 'default' },
    ...(await emptyDatabase()),
  };
}, 120_000);
afterAll(async () => {
  await Promise.all(running.map((child) => child.stop()));
  rmSync(folder, { recursive: true });
});

/** An empty one, for the image to migrate, by its addresses for the owner and for the service. */
async function emptyDatabase(): Promise<Record<string, string>> {
  const address = new URL(process.env.TEST_DATABASE_URL!);
  const orm = await connect(address.href, 1);
  address.pathname = `/image_${randomUUID().replaceAll('-', '')}`;
  await orm.em.getConnection().execute(`create database ${address.pathname.slice(1)}`);
  await orm.close();
  const owner = address.href;
  address.username = 'image_service';
  return { MIGRATION_DATABASE_URL: owner, DATABASE_URL: address.href };
}

/** Starts a service as docker-compose.yml does, with the settings that it is given there and no others. */
async function start(service: string): Promise<Child> {
  const [, program, ...args] = compose.services[service]!.command!;
  const given = environmentOf(service, SETTINGS);
  const places = Object.entries(here).filter(
    ([name]) => !/^(DATABASE|MIGRATION|TEMPORAL)_/.test(name) || name in given,
  );
  const child = await launch({
    command: process.execPath,
    args: [join(app, program!), ...args],
    log: join(folder, `${service}.log`),
    env: { ...environmentOfImage(), ...given, ...Object.fromEntries(places) },
  });
  running.push(child);
  return child;
}

test('the image has its workflows in one script: no worker has to make it', () => {
  const script = readFileSync(join(app, 'dist/workflows.bundle.js'), 'utf8');
  expect(['order', 'server', 'sweeping'].filter((name) => !script.includes(`async function ${name}(`))).toEqual([]);
});

test('the image has a list of its parts, without what only developers need, and no maps', () => {
  const { bomFormat, components } = JSON.parse(readFileSync(join(app, 'dist/sbom.cdx.json'), 'utf8')) as {
    bomFormat: string;
    components: { name: string; version: string; purl: string }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const listed = new Map(components.map(({ purl, version }) => [decodeURIComponent(purl), version]));
  const unlisted = Object.entries(dependencies!).filter(([name, version]) => !listed.has(`pkg:npm/${name}@${version}`));
  expect(unlisted).toEqual([]);
  expect(listed.has(`pkg:npm/jest@${devDependencies!.jest}`)).toBe(false);
  expect(readdirSync(join(app, 'dist'), { recursive: true }).filter((file) => String(file).endsWith('.map'))).toEqual(
    [],
  );
});

test('what is in the image migrates, prepares, works and answers, each process with its own settings alone', async () => {
  const [migrations, namespace] = [await start('migrate'), await start('temporal-namespace')];
  expect([await migrations.exited, await namespace.exited]).toEqual(['code 0', 'code 0']);
  expect(migrations.output()).toMatch(/^[1-9]\d* migrations applied$/m);

  const [worker, api] = [await start('worker'), await start('api')];
  await Promise.all([
    whenReady('The worker', worker, () => worker.output().includes('worker ready')),
    whenReady('The api', api, () =>
      fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  ]);

  const watched = await fetch(`http://127.0.0.1:${here.WORKER_PORT}/readyz`);
  expect([watched.status, await watched.json()]).toEqual([200, expect.objectContaining({ ready: true })]);
  const page = await fetch(`${url}/sign-in`);
  const html = await page.text();
  expect(page.status).toBe(200);
  const styles = [...html.matchAll(/<link [^>]*rel="stylesheet"[^>]*>/g)].map(
    ([link]) => /href="([^"]+)"/.exec(link)![1]!,
  );
  expect(styles).not.toEqual([]);
  for (const style of styles) {
    const sheet = await fetch(new URL(style, url));
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/css')]);
  }
  const openapi = await fetch(`${url}/openapi.json`);
  expect(await openapi.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
});
