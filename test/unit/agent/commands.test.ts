import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { newFolderAndCloud } from '../../support/agent/appsuite-folder.ts';
import type { FakeCloud } from '../../support/agent/fake-cloud.ts';

let dir: string;
let cloud: FakeCloud;
let cleanUp: () => Promise<void>;

beforeEach(async () => {
  ({ dir, cloud, cleanUp } = await newFolderAndCloud());
});
afterEach(() => cleanUp());

const start = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', 'agent/main.ts', ...args, '--dir', dir]);

/** Runs a command as an administrator does, with this as its input. */
async function appsuite(args: string[], input = ''): Promise<{ exitCode: number; output: string; errors: string }> {
  const child = start(...args);
  child.stdin.end(input);
  const exit = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const [exitCode, output, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { exitCode, output, errors };
}

const activate = () => appsuite(['activate', 'AAAAA', '--url', cloud.url]);

test('the daemon says what runs, and ends well when it is told to', async () => {
  await activate();
  const child = start('run');
  let output = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      if (output.includes('Services:')) resolve();
    });
  });
  child.kill('SIGTERM');
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  expect(exitCode).toBe(0);
  expect(output).toMatch(/Z Digital Fax: active, 28 channels\n/);
  expect(output).toMatch(/Stopped\.\n$/);
});

test('a server that was killed is started again and goes on', async () => {
  await activate();
  const child = start('run');
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  expect(await appsuite(['check-in'])).toMatchObject({ exitCode: 0, errors: '' });
  expect(cloud.alarms).toEqual([]);
});

test('leaving stops everything, and its token works again', async () => {
  await activate();
  expect((await appsuite(['leave'])).output).toMatch('its token can be used again');
  expect(await appsuite(['status', '--format', 'nagios'])).toMatchObject({
    exitCode: 3,
    output: expect.stringMatching('APPSUITE UNKNOWN - This folder is not activated'),
  });
  expect(await appsuite(['run'])).toMatchObject({ exitCode: 1, errors: expect.stringMatching('run activate') });
});

test('offline, the strings are printed alone, and the response is read from the input', async () => {
  const { output } = await appsuite(['offline-request', 'AAAAA', '--url', cloud.url]);
  const { fingerprint } = decodeJwt<{ fingerprint: string }>(output.trim());
  const offline = { mode: 'offline', fingerprint, exp: undefined, services: [], checkInAfterSeconds: null };
  const response = cloud.license(offline);
  const installed = await appsuite(['offline-install'], response.replace(/.{76}/g, '$&\n'));
  expect(installed).toMatchObject({ exitCode: 0, errors: '', output: expect.stringMatching('does not check in') });
  expect(await appsuite(['offline-install', output])).toMatchObject({
    exitCode: 1,
    errors: expect.stringMatching('no response but a request'),
  });
  const proof = await appsuite(['offline-return']);
  expect(decodeJwt(proof.output.trim()).iss).toBe('server-1');
  expect((await appsuite(['offline-return'])).output).toBe(proof.output);
});
