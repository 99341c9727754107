import { setTimeout as wait } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../prepare/binaries.mjs';
import type { Engine } from './engine.ts';
import { containersOf, createArguments, subnetOf, type Compose, type Container } from './plan.ts';

const READY_WITHIN_MS = 180_000;
const LOOK_AGAIN_AFTER_MS = 1_000;

export type Up = {
  containers: Container[];
  /** Runs a service of a profile once, to its end, and answers what it printed. */
  once: (service: string) => Promise<string>;
  logs: (name: string) => Promise<string>;
  /** Stops and removes everything that was made. */
  down: () => Promise<void>;
};

type Options = {
  project: string;
  counts: Record<string, number>;
  /** The image of a service. */
  imageOf: (service: string) => string;
  /** The folder of the secrets. */
  secrets: string;
  tell: (line: string) => void;
};

/** Starts the services of the compose file one after the other, each when what it depends on is there; those of profiles are not. */
export async function up(engine: Engine, compose: Compose, options: Options): Promise<Up> {
  const { project, counts, imageOf, secrets, tell } = options;
  const containers = containersOf(compose, counts, project);
  const made: Container[] = [];
  const state = { containers, once, logs: (name: string) => engine.run('logs', name), down };
  try {
    for (const [network, how] of Object.entries(compose.networks)) {
      const closed = how?.internal ? ['--internal'] : [];
      await engine.run(
        'network',
        'create',
        ...closed,
        '--subnet',
        `${subnetOf(compose, network)}.0/24`,
        `${project}-${network}`,
      );
    }
    for (const volume of Object.keys(compose.volumes)) await engine.run('volume', 'create', `${project}-${volume}`);
    for (const container of containers) {
      if (compose.services[container.service]!.profiles) continue;
      await start(container);
      tell(`${container.name} runs`);
    }
    return state;
  } catch (error) {
    for (const { name } of made)
      tell(`--- ${name}\n${(await engine.attempt('logs', '--tail', '5', name)).output.slice(-2_000)}`);
    await down();
    throw error;
  }

  async function create(container: Container): Promise<void> {
    const image = imageOf(container.service);
    made.push(container);
    await engine.run('create', ...createArguments(compose, container, containers, { project, image, secrets }));
    for (const [network, address] of Object.entries(container.addresses).slice(1))
      await engine.run('network', 'connect', '--ip', address, `${project}-${network}`, container.name);
  }

  async function start(container: Container): Promise<void> {
    for (const [needed, { condition }] of Object.entries(compose.services[container.service]!.depends_on ?? {}))
      for (const { name } of containers.filter(({ service }) => service === needed))
        await (condition === 'service_healthy' ? healthy(needed, name) : completed(name));
    await create(container);
    await engine.run('start', container.name);
  }

  async function once(service: string): Promise<string> {
    const container = containers.find((one) => one.service === service)!;
    await start(container);
    await completed(container.name);
    return engine.run('logs', container.name);
  }

  async function healthy(service: string, name: string): Promise<void> {
    const test = compose.services[service]!.healthcheck?.test?.slice(1) ?? healthcheckOfImage();
    await until(`${name} is healthy`, async () => {
      const { code, output } = await engine.attempt('exec', name, ...test);
      if (code !== 0 && (await stateOf(name)).startsWith('exited')) throw new Error(`${name} has ended: ${output}`);
      return code === 0;
    });
  }

  async function completed(name: string): Promise<void> {
    await until(`${name} has ended`, async () => (await stateOf(name)).startsWith('exited'));
    const ended = await stateOf(name);
    if (ended !== 'exited 0') throw new Error(`${name} failed: ${ended}`);
  }

  function stateOf(name: string): Promise<string> {
    return engine.run('inspect', '--format', '{{.State.Status}} {{.State.ExitCode}}', name);
  }

  async function down(): Promise<void> {
    for (const { name } of [...made].reverse()) {
      await engine.attempt('stop', '--time', '30', name);
      await engine.attempt('rm', '--force', '--volumes', name);
    }
    for (const network of Object.keys(compose.networks)) await engine.attempt('network', 'rm', `${project}-${network}`);
    for (const volume of Object.keys(compose.volumes)) await engine.attempt('volume', 'rm', `${project}-${volume}`);
  }
}

/** Asks until it is so. Fails with what is waited for. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not within ${READY_WITHIN_MS / 1000} s: ${what}`);
    await wait(LOOK_AGAIN_AFTER_MS);
  }
}

/** What the image itself says of its health. */
function healthcheckOfImage(): string[] {
  const [, command] = /^HEALTHCHECK [\s\S]*?CMD (\[.*\])$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))!;
  return JSON.parse(command!) as string[];
}
