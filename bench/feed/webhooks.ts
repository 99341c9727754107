import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../../admin/command-line.ts';
import { connect } from '../../db/orm.ts';
import { freePort } from '../../scripts/start/ports.ts';
import { withInstallation, type Installation } from '../installation.ts';

/**
 * Has events delivered to twenty endpoints, of which five fail in five ways, while worker and receiver are killed at random
 * moments: how long it takes until the others have all of them. Exits with 1 when anything is missing, has two ids, or was
 * first heard of before what came before it in its stream.
 */
const GOOD = Array.from({ length: 15 }, (_, index) => `/endpoint-${index}`);
const FAILING = ['/error', '/gone', '/redirect', '/reset', '/hangs'];
const STREAMS = 200;
const INSERTED_AT_ONCE = 200;
const WRITE_EVERY_MS = 50;
const LOOK_EVERY_MS = 5_000;
const KILL_EVERY_MS = 3_000;

const { events, kills, over } = commandLine(
  'npm run bench:webhooks',
  'Prints how fast events reach endpoints, also while processes die.',
)
  .option('--events <number>', 'how many events', '10000')
  .option('--kills <number>', 'how often the worker or the receiver is killed', '20')
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
  const port = await freePort();
  const secrets = await addWebhooks(installation, port);
  const file = join(folder, 'received.log');
  const receiver = () => installation.run('feed/receiver.ts', `${port}`, file, JSON.stringify(secrets));
  let receiverPid = await receiver();
  const startedAt = Date.now();
  const writing = writeEvents(installation.databaseUrl);
  // It fails, too, where something else ended the installation under it; that is the error to be told.
  writing.catch(() => {});
  let killed = 0;
  while (killed < Number(kills) && (await heard(file)).length < many * GOOD.length) {
    await pause(Math.random() * 2 * KILL_EVERY_MS);
    killed += 1;
    if (Math.random() < 0.7) await installation.replaceWorker();
    else {
      process.kill(receiverPid, 'SIGKILL');
      receiverPid = await receiver();
    }
  }
  await writing;
  for (;;) {
    const lines = await heard(file);
    const missing = many * GOOD.length - new Set(lines.map(({ path, id }) => `${path} ${id}`)).size;
    const seconds = (Date.now() - startedAt) / 1000;
    console.error(`${seconds.toFixed(0)} s, ${killed} kills: ${missing} are missing`);
    if (missing <= 0) return report(lines, seconds, killed);
    await pause(LOOK_EVERY_MS);
  }
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

function report(lines: Heard[], seconds: number, killed: number): void {
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
    `${many} events to ${GOOD.length} endpoints beside ${FAILING.length} that fail, ${killed} kills: ${seconds.toFixed(0)} s, ` +
      `${rate} deliveries/s, ${again} delivered again; ${twoIds.size} events with two ids, ${disordered.size} out of sequence.`,
  );
  if (twoIds.size + disordered.size > 0) process.exitCode = 1;
}

/** Webhooks of the vendor, which sees everything: their secrets by the path of their endpoint. */
async function addWebhooks({ apiUrl, apiKey }: Installation, port: number): Promise<Record<string, string>> {
  const added: Record<string, string> = {};
  for (const path of [...GOOD, ...FAILING]) {
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
  for (let from = 0; from < many; from += INSERTED_AT_ONCE) {
    await orm.em.fork().execute(
      `insert into journal (stream, seq, type, at, recorded_at, data)
       select 'account/account-' || n % ?, n / ? + 1, 'account-changed', now(), now(),
         jsonb_build_object('by', 'operator', 'fields', '["name"]'::jsonb, 'cause', n::text)
       from generate_series(?::int, ?::int) n`,
      [STREAMS, STREAMS, from, Math.min(from + INSERTED_AT_ONCE, many) - 1],
    );
    await pause(Math.max(WRITE_EVERY_MS, (Number(over) * 1000 * INSERTED_AT_ONCE) / many));
  }
  await orm.close();
}
