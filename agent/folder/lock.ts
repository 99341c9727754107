import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppSuiteError } from '../errors.ts';
import { hold, isHeld, letGo } from './held.ts';
import { removeLeftovers } from './store.ts';
import { writing } from './unwritable.ts';

const PAUSE_MS = 25;
/** Longer than a command that holds the lock waits for the cloud. */
const PATIENCE_MS = 90_000;
/** No command works this long: whoever held the lock is gone, even if its process id lives on in another program. */
const STALE_AFTER_MS = 5 * 60_000;

/** A process, and the start of the machine that its id belongs to. */
type Holder = { pid: number; boot: string };

/** Of this process, what works in a folder or waits for it: the last one of each lock. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs a function while nobody else works in the folder. Refuses after a minute and a half of waiting, and where the
 * folder can't be written.
 */
export async function withLock<Result>(dir: string, work: () => Promise<Result>): Promise<Result> {
  const path = await writing(dir, async () => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return join(await realpath(dir), 'lock');
  });
  const before = queues.get(path);
  const mine = Promise.resolve(before).then(() => lockAndRun(dir, path, work));
  const settled = mine.catch(() => undefined);
  queues.set(path, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(path) === settled) queues.delete(path);
  }
}

async function lockAndRun<Result>(dir: string, path: string, work: () => Promise<Result>): Promise<Result> {
  hold(dir, path, await writing(dir, () => take(path, dir)));
  try {
    await writing(dir, () => removeLeftovers(dir));
    return await work();
  } finally {
    if (await isHeld(dir)) await writing(dir, () => rm(path, { force: true }));
    letGo(dir);
  }
}

/** Makes the lock as soon as nobody has it; answers what stands in it. */
async function take(path: string, dir: string): Promise<string> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const mark = await create(path);
    if (mark !== null) return mark;
    if (await isAbandoned(path)) await breakLock(path);
    else if (performance.now() > giveUpAt)
      throw new AppSuiteError(`Another command works in ${dir}: wait until it ends, or remove ${path} if none runs.`);
    else await delay(PAUSE_MS);
  }
}

/** Makes the lock, whole, unless there is one: a link to a file either comes into being or does not. Answers what stands in it. */
async function create(path: string): Promise<string | null> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const holder = { pid: process.pid, boot: await boot(), mark: randomUUID() } satisfies Holder & { mark: string };
  try {
    await writeFile(temporary, JSON.stringify(holder), { mode: 0o600 });
    await link(temporary, path);
    return JSON.stringify(holder);
  } catch (error) {
    // Without the file, whoever held the lock took it for a leftover: the next try makes another.
    if (['EEXIST', 'ENOENT'].includes(`${(error as NodeJS.ErrnoException).code}`)) return null;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Of several that find a lock abandoned, the one that can make a second lock looks once more and removes the first. */
async function breakLock(path: string): Promise<void> {
  const breaking = `${path}.breaking`;
  if ((await create(breaking)) === null) {
    if (await isAbandoned(breaking)) await rm(breaking, { force: true });
    await delay(PAUSE_MS);
    return;
  }
  try {
    if (await isAbandoned(path)) await rm(path, { force: true });
  } finally {
    await rm(breaking, { force: true });
  }
}

/** Whether nobody holds a lock: this process has one holder at a time, so its own id is that of a predecessor. */
async function isAbandoned(path: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const holder = JSON.parse(text) as Holder;
    const isGone = holder.pid === process.pid || holder.boot !== (await boot()) || !isAlive(holder.pid);
    return isGone || Math.abs(Date.now() - mtimeMs) > STALE_AFTER_MS;
  } catch (error) {
    // Whoever held it has just removed it; what is no lock at all is in the way of everybody.
    return error instanceof SyntaxError;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Names the start of this machine, where that has a name: after another one a process id means nothing. */
async function boot(): Promise<string> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
}
