import { fork, type ChildProcess } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { AppSuiteError } from '../../../agent/errors.ts';
import { withLock } from '../../../agent/folder/lock.ts';
import { readState, writeState } from '../../../agent/folder/store.ts';
import { newFolderAndCloud } from '../../support/agent/appsuite-folder.ts';
import type { FakeCloud } from '../../support/agent/fake-cloud.ts';

let dir: string;
let cloud: FakeCloud;
let cleanUp: () => Promise<void>;

beforeEach(async () => {
  ({ dir, cloud, cleanUp } = await newFolderAndCloud());
  await activate({ dir, token: 'AAAAA', url: cloud.url });
});
afterEach(() => cleanUp());

test('commands in one folder come one after the other', async () => {
  let working = 0;
  const work = () =>
    withLock(dir, async () => {
      working += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const together = working;
      working -= 1;
      return together;
    });
  expect(await Promise.all([work(), work(), work(), work()])).toEqual([1, 1, 1, 1]);
  expect(await readdir(dir)).toEqual(['state.json']);
});

test('a folder that can’t be made is refused with a sentence, and what fails inside is passed on as it is', async () => {
  await writeFile(join(dir, 'file'), '');
  const refused = withLock(join(dir, 'file', 'server'), () => Promise.resolve());
  await expect(refused).rejects.toThrow(AppSuiteError);
  await expect(refused).rejects.toThrow(/server can't be written \(ENOTDIR.*\): make room or give the right to\.$/);
  const failure = Object.assign(new Error('mine'), { code: 'ENOSPC' });
  await expect(withLock(dir, () => Promise.reject(failure))).rejects.toBe(failure);
});

test('a lock whose process is gone, and one that is none, are in nobody’s way', async () => {
  for (const left of [JSON.stringify({ pid: 2 ** 22 + 1, boot: '' }), JSON.stringify({ pid: process.pid }), 'x']) {
    await writeFile(join(dir, 'lock'), left);
    await writeFile(join(dir, 'lock.breaking'), left);
    await writeFile(join(dir, 'state.json.1.tmp'), '{"cut');
    expect((await checkIn({ dir })).status.server).toBe('server-1');
    expect(await readdir(dir)).toEqual(['state.json']);
  }
});

test('a command that was paused until its lock was broken writes over nothing, and leaves the lock of the next alone', async () => {
  const held = withLock(dir, async () => {
    const before = await readState(dir);
    await writeFile(join(dir, 'lock'), JSON.stringify({ pid: 1, boot: 'another', mark: 'the next one' }));
    await writeState(dir, before!);
  });
  await expect(held).rejects.toThrow(/was paused for so long that another one worked in .*: run it again\.$/);
  expect(JSON.parse(await readFile(join(dir, 'lock'), 'utf8'))).toMatchObject({ mark: 'the next one' });
});

test('twelve check-ins at once, of two programs, leave one whole state and no number out of turn', async () => {
  const programs = [checkingIn(), checkingIn()];
  await Promise.all(Array.from({ length: 6 }, () => checkIn({ dir })));
  await Promise.all(programs.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  expect(cloud.alarms).toEqual([]);
  expect((await readState(dir))!.trouble).toBeNull();
});

test('killed at any moment the AppSuite comes back with a whole state, and is never taken for a clone', async () => {
  for (let kills = 0; kills < 12; kills++) {
    const child = checkingIn();
    await new Promise((resolve) => child.once('message', resolve));
    await new Promise((resolve) => setTimeout(resolve, kills * 7));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect((await readState(dir))!.activation!.server).toBe('server-1');
  }
  expect((await checkIn({ dir })).status.warnings).toEqual([]);
  expect(cloud.alarms).toEqual([]);
  expect(await readdir(dir)).toEqual(['state.json']);
});

/** A program of its own that checks in three times, and says when it begins. */
function checkingIn(): ChildProcess {
  return fork('test/support/agent/checking-in.ts', [dir, '20'], { execArgv: ['--import', 'tsx'] });
}
