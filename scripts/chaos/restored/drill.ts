import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../../db/orm.ts';
import { atMostAtOnce } from '../../../services/at-once.ts';
import { removeDataFolder } from '../../start/data-folder.ts';
import { temporalDatabase } from '../../start/services.ts';
import { createClient } from '../client.ts';
import { journalGaps } from '../journal.ts';
import { startProduct, type Product } from '../product.ts';
import { stuckWorkflows } from '../stuck.ts';
import { mailsAbout } from '../unlocking.ts';
import { backUp } from './backup.ts';
import { lookedAt, operate, type CommandResult } from './command.ts';
import { createLoad, type Load, type Told } from './load.ts';

export type DrillOptions = {
  /** How many orders are placed before the backup, after it, and after the restore. */
  orders: number;
  everyMs: number;
  say: (line: string) => void;
  signal: AbortSignal;
};

export type DrillResult = { violations: string[]; report: string[]; logs: string | null };

/** A repair is killed when it has begun to work. */
const KILLED_AFTER_MS = 1_500;
const SETTLED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 1_000;
const ASKED_AT_ONCE = 8;

/** Restores the product's database to an older moment than Temporal's, then Temporal's to an older one than the product's, and repairs both. */
export async function drill(options: DrillOptions): Promise<DrillResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-licensing-restored-'));
  const logs = join(dataDir, 'logs');
  const place: Place = { dataDir, logs, product: await startProduct(dataDir, logs), violations: [], report: [] };
  try {
    options.say(`The product runs at ${place.product.url}.`);
    await productOlder(place, options);
    await temporalOlder(place, options);
  } finally {
    await place.product.stop();
    if (place.violations.length === 0 || options.signal.aborted) removeDataFolder(dataDir);
  }
  const { violations, report } = place;
  return { violations, report, logs: violations.length === 0 ? null : logs };
}

type Place = { dataDir: string; logs: string; product: Product; violations: string[]; report: string[] };

/** Under a steady load the tables go back to how they were, at once and unannounced; Temporal goes on. */
async function productOlder(place: Place, { orders, everyMs, say, signal }: DrillOptions): Promise<void> {
  const load = createLoad({ url: () => place.product.url, apiKey: place.product.apiKey }, 'OLD', signal);
  const orm = await connect(place.product.databaseUrl, 1);
  try {
    await load.place(orders, everyMs);
    const backup = await backUp((sql) => orm.em.getConnection().execute(sql), 'backup');
    const saved = load.told.length;
    say(`Backed up with ${saved} orders.`);
    await load.place(orders, everyMs);
    const mailed = await mailCounts(place, load.told.slice(saved), signal);
    await backup.restore();
    say(`Restored the product's database; ${load.told.length - saved} orders are only in Temporal.`);
    const lost = load.told.slice(saved);
    const later = load.place(orders, everyMs);
    expectExit(place, await command(place, ['feed:restored']), [0]);
    for (const { number, body } of lost.slice(0, 10)) {
      await load.ask('a lost order, before its repair', 'GET', `/v1/orders/${number}`);
      const other = { ...body, lines: [{ application: 'digital-fax', capacity: 9, license: 'perpetual' }] };
      const { status } = await load.ask('its number with another content', 'POST', '/v1/orders', other);
      if (status < 400) place.violations.push(`${number} was taken a second time, with another content`);
    }
    await later;
    await repaired(place, say, lost.length);
    for (const { body } of lost) await load.ask('a lost order, posted again', 'POST', '/v1/orders', body);
    place.violations.push(...(await twiceMailed(place, load.told, mailed, signal)));
    await hold(place, load, signal);
    place.report.push('Product older than Temporal:', ...inLines(load.answers));
  } finally {
    await orm.close();
  }
}

/** Everything is stopped, Temporal's file goes back to how it was, and everything is started again. */
async function temporalOlder(place: Place, { orders, everyMs, say, signal }: DrillOptions): Promise<void> {
  const load = createLoad({ url: () => place.product.url, apiKey: place.product.apiKey }, 'NEW', signal);
  await load.place(orders, everyMs);
  await place.product.stop();
  const file = temporalDatabase(place.dataDir);
  const parts = ['', '-wal', '-shm'].filter((part) => existsSync(`${file}${part}`));
  for (const part of parts) copyFileSync(`${file}${part}`, `${file}.kept${part}`);
  say(`Copied Temporal's database with ${load.told.length} orders.`);
  place.product = await startProduct(place.dataDir, place.logs);
  const saved = load.told.filter(({ isUnlocked }) => !isUnlocked);
  await load.place(orders, everyMs);
  for (const about of saved)
    about.isUnlocked = (await load.ask('unlock', 'POST', `/v1/orders/${about.number}/unlock`)).status < 300;
  await place.product.stop();
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  for (const part of parts) copyFileSync(`${file}.kept${part}`, `${file}${part}`);
  say(
    `Restored Temporal's database; ${load.told.length - orders} orders and ${saved.length} unlocks are only in the product's.`,
  );
  place.product = await startProduct(place.dataDir, place.logs);
  await repaired(place, say, 1);
  for (const about of load.told.filter(({ isUnlocked }) => !isUnlocked))
    about.isUnlocked =
      (await load.ask('unlock after the repair', 'POST', `/v1/orders/${about.number}/unlock`)).status < 300;
  place.violations.push(...(await twiceMailed(place, load.told, new Map(), signal)));
  await hold(place, load, signal);
  place.report.push('Temporal older than the product:', ...inLines(load.answers));
}

/** A check that finds something, a repair that is killed, one that comes to its end, and one that finds nothing. */
async function repaired(place: Place, say: (line: string) => void, atLeast: number): Promise<void> {
  const check = await command(place, ['repair', '--check']);
  expectExit(place, check, [1]);
  // More are counted than are named.
  const found = Number(/: (\d+) differed,/.exec(check.output)?.[1] ?? 0);
  if (found < atLeast) place.violations.push(`A check found ${found} differences of at least ${atLeast}`);
  say(`A check found ${found} streams that differ, and ended with 1.`);
  await command(place, ['repair'], KILLED_AFTER_MS);
  say('Killed a repair.');
  const whole = await command(place, ['repair']);
  expectExit(place, whole, [0, 3]);
  const again = await command(place, ['repair']);
  expectExit(place, again, [0, 3]);
  if (!again.output.includes('nothing differed'))
    place.violations.push(`A second repair still found something:\n${again.output}`);
  say(
    `Repaired: ${lookedAt(whole)}, ${whole.seconds.toFixed(1)} s with its start. Again: ${lookedAt(again)}, nothing differed.`,
  );
}

function command({ dataDir, product }: Place, args: string[], killAfterMs?: number): Promise<CommandResult> {
  return operate(dataDir, product.ports, args, killAfterMs);
}

function expectExit(place: Place, { exitCode, output }: CommandResult, expected: readonly number[]): void {
  if (exitCode === null || !expected.includes(exitCode))
    place.violations.push(
      `A command ended with ${exitCode} instead of ${expected.join(' or ')}:\n${output.slice(-2_000)}`,
    );
}

const aClient = ({ product }: Place, signal: AbortSignal) =>
  createClient({ ...product, disturbedUntil: Date.now(), signal, repeated: () => undefined });

async function mailCounts(place: Place, told: readonly Told[], signal: AbortSignal): Promise<Map<string, number>> {
  const client = aClient(place, signal);
  // Each reads all that was sent: all at once would ask more of the product than its callers do.
  const count = async ({ number }: Told) => [number, (await mailsAbout(client, number)).length] as const;
  return new Map(await atMostAtOnce(ASKED_AT_ONCE, told, count));
}

/** The mailbox is in the database: what is there now comes beside what was there of an order that a restore took away. */
async function twiceMailed(
  place: Place,
  told: readonly Told[],
  taken: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<string[]> {
  return [...(await mailCounts(place, told, signal))].flatMap(([number, there]) => {
    const mails = there + (taken.get(number) ?? 0);
    return mails > 1 ? [`${number} was told by ${mails} e-mails`] : [];
  });
}

/** Everything that a caller was told is so, in journals and workflows too. */
async function hold(place: Place, load: Load, signal: AbortSignal): Promise<void> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; ;) {
    const found = await wrong();
    if (found.length === 0) return;
    if (Date.now() > deadline) return void place.violations.push(...found);
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }

  async function wrong(): Promise<string[]> {
    const found = await journalGaps(place.product.databaseUrl);
    // A workflow that goes on from its journal has ended the one that was behind.
    const stuck = await stuckWorkflows(place.product.temporalAddress);
    found.push(...stuck.filter((sentence) => !sentence.endsWith('TERMINATED')));
    for (const { number, isUnlocked } of load.told) {
      const { status, body } = await load.ask('an order, at last', 'GET', `/v1/orders/${number}`);
      if (status !== 200) found.push(`${number} is answered ${status} ${body.code ?? ''}`);
      else if (isUnlocked && !body.deliveries?.[0]?.unlockedAt) found.push(`${number} was unlocked and is not`);
    }
    return found;
  }
}

function inLines(answers: Record<string, number>): string[] {
  return Object.entries(answers).map(([what, times]) => `  ${what}: ${times}`);
}
