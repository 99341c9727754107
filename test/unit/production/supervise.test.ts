import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { launch, whenReady } from '../../../scripts/start/child.ts';
import { freePort, onFreePorts, requireFree } from '../../../scripts/start/ports.ts';
import { isOurs } from '../../../scripts/start/processes.ts';
import { SERVICES, takeDataFolder, type ServiceName } from '../../../scripts/start/run-file.ts';
import { createSupervisor, type Service } from '../../../scripts/start/supervise.ts';
import { until } from '../../support/until.ts';

let folder: string;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-supervise-'));
  said = [];
});

afterEach(() => rm(folder, { recursive: true }));

const say = (line: string) => void said.push(line);

/** A marker for each service that only the processes of this test carry. */
const markers = () =>
  Object.fromEntries(SERVICES.map((name) => [name, join(folder, name)])) as Record<ServiceName, string>;

/** A service that says `ready` and waits, or runs the code given instead. */
function service(name: ServiceName, code = `console.log('ready'); setInterval(() => {}, 1000)`): Service {
  return {
    name,
    launch: () =>
      launch({
        command: process.execPath,
        args: ['-e', code, markers()[name]],
        log: join(folder, `${name}.log`),
      }),
    ready: (child) => whenReady(name, child, () => child.output().includes('ready')),
  };
}

function pids(): Partial<Record<ServiceName, number>> {
  return JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
}

async function supervised() {
  const runFile = await takeDataFolder(folder, markers(), say);
  return { runFile, supervisor: createSupervisor(SERVICES, runFile, say) };
}

test('run.json names what runs, and everything ends in order: the api first, the database last', async () => {
  const { runFile, supervisor } = await supervised();
  for (const name of SERVICES) await supervisor.start(service(name));
  const running = pids();
  expect(Object.keys(running).sort()).toEqual([...SERVICES].sort());
  await supervisor.stop();
  runFile.remove();
  expect(said).toEqual(['api stopped.', 'worker stopped.', 'temporal stopped.', 'postgres stopped.']);
  expect(SERVICES.filter((name) => isOurs(running[name]!, markers()[name]))).toEqual([]);
  expect(existsSync(join(folder, 'run.json'))).toBe(false);
});

test('a process that dies is started again, with a line that says so, and run.json names the new one', async () => {
  const { supervisor } = await supervised();
  await supervisor.start(service('worker'));
  const first = pids().worker!;
  process.kill(first, 'SIGKILL');
  await until(() => (pids().worker ?? first) !== first);
  await supervisor.stop();
  expect(said[0]).toBe('worker ended (SIGKILL); it is started again in 0.2 s.');
});

test('a first start that fails says how the process ended, with its last lines as the cause', async () => {
  const { supervisor } = await supervised();
  const failing = service('api', `console.error('no such setting'); process.exitCode = 3`);
  await expect(supervisor.start(failing)).rejects.toMatchObject({
    message: 'api ended while it started (code 3).',
    cause: 'no such setting',
  });
  await supervisor.stop();
  expect(pids()).toEqual({});
});

test('nothing is launched any more once a stop was asked for', async () => {
  const { supervisor } = await supervised();
  const starting = supervisor.start(service('api'));
  await Promise.all([supervisor.stop(), expect(starting).rejects.toThrow()]);
  await expect(supervisor.start(service('worker'))).rejects.toThrow();
  expect(pids()).toEqual({});
});

test('what a killed start left running is ended by the next one', async () => {
  const left = await service('temporal').launch();
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ temporal: left.pid }));
  await takeDataFolder(folder, markers(), say);
  expect(await left.exited).toBe('SIGTERM');
  expect(said).toEqual([`Ended temporal (${left.pid}), left over from a start that was killed.`]);
});

test('a process of another program that has the number of ours by now is left alone', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(stranger, 'spawn');
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ temporal: stranger.pid }));
  await takeDataFolder(folder, markers(), say);
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
  stranger.kill();
  await once(stranger, 'exit');
});

test('a data folder that another start has is refused, naming its process', async () => {
  const code = `console.log('ready'); setInterval(() => {}, 1000)`;
  const other = spawn(process.execPath, ['-e', code, 'scripts/start/main.ts']);
  // Its command line can be read a moment later than it is there.
  await once(other.stdout, 'data');
  writeFileSync(join(folder, 'start.pid'), String(other.pid));
  await expect(takeDataFolder(folder, markers(), say)).rejects.toThrow(`process ${other.pid}: stop that one`);
  other.kill();
  await once(other, 'exit');
});

test('a port in use is refused with the setting to change', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(requireFree('TEMPORAL_UI_PORT', port)).rejects.toThrow(
    new RegExp(`^Port ${port} is in use .* set TEMPORAL_UI_PORT to another port`),
  );
  server.close();
  await once(server, 'close');
  await requireFree('TEMPORAL_UI_PORT', port);
});

test('a server that ends while it starts is started on other ports, three times at most', async () => {
  const starting = (failures: number) => {
    let started = 0;
    return () =>
      (started += 1) > failures ? Promise.resolve(started) : Promise.reject(new Error(`Start ${started}.`));
  };
  expect(await Promise.all([0, 1, 2].map((failures) => onFreePorts(starting(failures))))).toEqual([1, 2, 3]);
  await expect(onFreePorts(starting(3))).rejects.toThrow('Start 3.');
});
