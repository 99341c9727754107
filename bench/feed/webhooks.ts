import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../../admin/command-line.ts';
import { connect } from '../../db/orm.ts';
import { freePort } from '../../scripts/start/ports.ts';
import { withInstallation, type Installation } from '../installation.ts';

/**
 * Has events delivered to twenty endpoints, of which five fail in five ways, while workers and receivers are killed at random
 * moments, each on its own: how long it takes until the others have all of them. Exits with 1 when anything is missing, has two ids, or was
 * first heard of before what came before it in its stream.
 */
const GOOD = Array.from({ length: 15 }, (_, index) => `/endpoint-${index}`);
const FAILING = ['/error', '/gone', '/redirect', '/reset', '/hangs'];
const STREAMS = 200;
const INSERTED_AT_ONCE = 200;
const WRITE_EVERY_MS = 50;
const LOOK_EVERY_MS = 5_000;
/** As long as each of the two workers, and of the receivers, lives on average from when it is ready. */
const WORKER_LIVES_MS = 3_000;
const RECEIVER_LIVES_MS = 9_000;
const RECEIVERS = 3;
const SAID_EVERY_KILLS = 50;

const { events, kills, over } = commandLine(
  'npm run bench:webhooks',
  'Prints how fast events reach endpoints, also while processes die.',
)
  .option('--events <number>', 'how many events', '10000')
  .option('--kills <number>', 'how often workers and receivers are killed, in all', '20')
  .option('--over <seconds>', 'how long the events take to happen, at least; many kills need it', '0')
  .parse()
  .opts<{ events: string; kills: string; over: string }>();
const many = Number(events);
const folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-webhooks-'));
try {
  await withInstallation((installation) => measure(installation));
} finally {
  await rm(folder, { recursive: true });
}
process.exit();

async function measure(installation: Installation): Promise<void> {
  const ports = await Promise.all(Array.from({ length: RECEIVERS }, () => freePort()));
  const secrets = JSON.stringify(await addWebhooks(installation, ports));
  const file = join(folder, 'received.log');
  const receivers = await Promise.all(
    ports.map((port) => startReceiver(() => installation.run('feed/receiver.ts', `${port}`, file, secrets))),
  );
  const workers = [installation.replaceWorker, await installation.startWorker()];
  const startedAt = Date.now();
  const killed = { workers: 0, receivers: 0 };
  let isWritten = false;
  const seconds = () => (Date.now() - startedAt) / 1000;
  const deaths = () => `${killed.workers} kills of workers and ${killed.receivers} of receivers`;
  const say = (more = '') => console.error(`  ${seconds().toFixed(0)} s, ${deaths()}${more}`);
  const areEnough = () => killed.workers + killed.receivers >= Number(kills);
  const isAllHeard = async () => isWritten && (await heard(file)).length >= many * GOOD.length;
  const dies = async (kind: keyof typeof killed, livesMs: number, replace: () => Promise<void>) => {
    while (!areEnough() && !(await isAllHeard())) {
      await pause(Math.random() * 2 * livesMs);
      if (areEnough()) return;
      killed[kind] += 1;
      if ((killed.workers + killed.receivers) % SAID_EVERY_KILLS === 0) say();
      await replace();
    }
  };
  await Promise.all([
    writeEvents(installation.databaseUrl).then(() => (isWritten = true)),
    ...workers.map((replace) => dies('workers', WORKER_LIVES_MS, replace)),
    ...receivers.map((replace) => dies('receivers', RECEIVER_LIVES_MS, replace)),
  ]);
  for (;;) {
    const lines = await heard(file);
    const missing = many * GOOD.length - new Set(lines.map(({ path, id }) => `${path} ${id}`)).size;
    say(`: ${missing} are missing`);
    if (missing <= 0) return report(lines, seconds(), deaths());
    await pause(LOOK_EVERY_MS);
  }
}

/** Starts a receiver; answers what kills it, and starts another in its place. */
async function startReceiver(run: () => Promise<number>): Promise<() => Promise<void>> {
  let pid = await run();
  return async () => {
    process.kill(pid, 'SIGKILL');
    pid = await run();
  };
}

type Heard = { path: string; id: string; stream: string; seq: number };

/** What the endpoints that do not fail have taken, in order; a line that was cut off by a kill was not taken. */
async function heard(file: string): Promise<Heard[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  return lines.map((line) => {
    const [path, id, stream, seq] = line.split(' ') as [string, string, string, string];
    return { path, id, stream, seq: Number(seq) };
  });
}

function report(lines: Heard[], seconds: number, deaths: string): void {
  const ids = new Map<string, string>();
  const last = new Map<string, number>();
  const [twoIds, disordered] = [new Set<string>(), new Set<string>()];
  const seen = new Set<string>();
  for (const { path, id, stream, seq } of lines) {
    const event = `${stream} ${seq}`;
    if ((ids.get(event) ?? id) !== id) twoIds.add(event);
    ids.set(event, id);
    if (seen.has(`${path} ${id}`)) continue;
    seen.add(`${path} ${id}`);
    if ((last.get(`${path} ${stream}`) ?? 0) > seq) disordered.add(`${path} ${event}`);
    last.set(`${path} ${stream}`, seq);
  }
  const [rate, again] = [Math.round(seen.size / seconds), lines.length - seen.size];
  console.log(
    `${many} events to ${GOOD.length} endpoints beside ${FAILING.length} that fail, ${deaths}: ${seconds.toFixed(0)} s, ` +
      `${rate} deliveries/s, ${again} delivered again; ${twoIds.size} events with two ids, ${disordered.size} out of sequence.`,
  );
  if (twoIds.size + disordered.size > 0) process.exitCode = 1;
}

/** Webhooks of the vendor, which sees everything, at the receivers in turns: their secrets by the path of their endpoint. */
async function addWebhooks({ apiUrl, apiKey }: Installation, ports: number[]): Promise<Record<string, string>> {
  const added: Record<string, string> = {};
  for (const [index, path] of [...GOOD, ...FAILING].entries()) {
    const port = ports[index % ports.length]!;
    const answer = await fetch(`${apiUrl}/v1/accounts/vendor/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: `http://127.0.0.1:${port}${path}`, types: ['account-changed'] }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
    added[path] = ((await answer.json()) as { secret: string }).secret;
  }
  return added;
}

/** Writes what happens to many accounts, in turns, spread over as long as the command line says. */
async function writeEvents(databaseUrl: string): Promise<void> {
  const orm = await connect(databaseUrl, 1);
  await orm.em.fork().execute(
    `insert into accounts (id, kind, name, email, locale, created_at)
     select 'account-' || n, 'customer', 'Account', 'a@example.com', 'en', now() from generate_series(0, ?) n`,
    [STREAMS - 1],
  );
  // Spread over a long time, some happen every second: whoever is killed then has something under way.
  const atOnce = Math.min(INSERTED_AT_ONCE, Math.ceil(many / Math.max(1, Number(over))));
  for (let from = 0; from < many; from += atOnce) {
    await orm.em.fork().execute(
      `insert into journal (stream, seq, type, at, recorded_at, data)
       select 'account/account-' || n % ?, n / ? + 1, 'account-changed', now(), now(),
         jsonb_build_object('by', 'operator', 'fields', '["name"]'::jsonb, 'cause', n::text)
       from generate_series(?::int, ?::int) n`,
      [STREAMS, STREAMS, from, Math.min(from + atOnce, many) - 1],
    );
    await pause(Math.max(WRITE_EVERY_MS, (Number(over) * 1000 * atOnce) / many));
  }
  await orm.close();
}
