import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { activate, DEFAULT_URL, DEFAULT_VERSION } from './activate.ts';
import { checkIn } from './check-in.ts';
import { AppSuiteError, UnreachableError } from './errors.ts';
import { leave } from './leave.ts';
import { offlineReturn } from './offline/give-back.ts';
import { offlineInstall } from './offline/install.ts';
import { offlineRequest } from './offline/request.ts';
import { renderStatus, renderWithoutCloud } from './render.ts';
import { run } from './run.ts';
import { readStatus } from './status.ts';
import { standBy, takeOver, type TakeoverOutcome } from './takeover.ts';

type Folder = { dir: string };
type Identity = Folder & { url?: string; version: string; root?: string; fingerprint?: string };

const program = new Command('appsuite').description('The reference AppSuite: one folder is one server.');

withIdentity(command('activate', 'activate this server, or ask again for an answer that was lost')).action(
  (token: string[], options: Identity) =>
    reporting(options, async () => renderStatus(await activate({ ...options, token: token.join(' ') }))),
);

command('check-in', 'ask the cloud for the current license document').action((options: Folder) =>
  reporting(options, async () => {
    const { changed, status } = await checkIn(options);
    const news = changed ? 'A new license document was stored.' : 'Nothing has changed.';
    return `${news}\n\n${renderStatus(status)}`;
  }),
);

command('status', 'show what this server may run, without asking the cloud')
  .option('--json', 'as JSON')
  .action((options: Folder & { json?: true }) =>
    reporting(options, async () => {
      const status = await readStatus(options);
      return options.json ? JSON.stringify(status, null, 2) : renderStatus(status);
    }),
  );

command('takeover', 'let this standby run what the other server was to run').action((options: Folder) =>
  reporting(options, async () => sayTakeover(await takeOver(options), 'This standby has taken over.')),
);

command('standby', 'let this standby stand by again: what it runs stops').action((options: Folder) =>
  reporting(options, async () => sayTakeover(await standBy(options), 'This standby runs nothing.')),
);

command('run', 'check in by itself and pass every boundary, until it is stopped')
  .option('--takeover', 'let this standby run what the other server was to run')
  .action(({ dir, takeover }: Folder & { takeover?: true }) =>
    reporting({ dir }, async () => {
      if (takeover) console.log(sayTakeover(await takeOver({ dir }), 'This standby has taken over.'));
      const stop = new AbortController();
      for (const name of ['SIGINT', 'SIGTERM'] as const) void once(process, name).then(() => stop.abort());
      const sleep = (ms: number) => delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);
      const say = (line: string) => console.log(line);
      await run({ dir, say, signal: stop.signal, clock: Date.now, random: Math.random, sleep });
      return 'Stopped.';
    }),
  );

command('leave', 'take this server out of service: its token works again on any machine').action((options: Folder) =>
  reporting(options, async () => {
    await leave(options);
    return 'This server has left: nothing runs here any more, and its token can be used again.';
  }),
);

withIdentity(command('offline-request', 'make the string that is handed in at the portal, without a network')).action(
  (token: string[], options: Identity) =>
    reporting(options, () => offlineRequest({ ...options, token: token.join(' ') })),
);

command('offline-install', 'install the response that the portal gave; without one it is read from the input')
  .argument('[response...]', 'response string')
  .addOption(rootOption())
  .action((pasted: string[], options: Folder & { root?: string }) =>
    reporting(options, async () => {
      const response = pasted.length > 0 ? pasted.join('\n') : await text(process.stdin);
      return renderStatus(await offlineInstall({ ...options, response }));
    }),
  );

command('offline-return', 'stop for good what runs offline, and make the string that proves it').action(
  (options: Folder) => reporting(options, () => offlineReturn(options)),
);

await program.parseAsync();

function sayTakeover({ isTold, status }: TakeoverOutcome, what: string): string {
  const told = isTold ? 'The cloud knows.' : 'The cloud is not reached, and is told at the next contact.';
  return `${what} ${told}\n\n${renderStatus(status)}`;
}

function command(name: string, description: string): Command {
  return program.command(name).description(description).option('--dir <folder>', 'folder of this server', '.appsuite');
}

function withIdentity(chosen: Command): Command {
  return chosen
    .argument('<token...>', 'Activation Token, as the portal shows it')
    .option('--url <url>', `public URL of the cloud (first time: ${DEFAULT_URL})`)
    .addOption(rootOption())
    .option('--version <version>', 'version that this AppSuite says it has', DEFAULT_VERSION)
    .addOption(new Option('--fingerprint <text>', "instead of the machine's own").env('APPSUITE_FINGERPRINT'));
}

function rootOption(): Option {
  const about = "in development the vendor's root to trust, a JWK or its thumbprint";
  return new Option('--root <root>', about).env('APPSUITE_ROOT');
}

/** Prints what a command answers. Exit code 1: refused; 2: the cloud can't be reached, and what still runs is shown. */
async function reporting({ dir }: Folder, work: () => Promise<string>): Promise<void> {
  try {
    console.log(await work());
  } catch (error) {
    if (!(error instanceof AppSuiteError)) throw error;
    const isUnreachable = error instanceof UnreachableError;
    const running = isUnreachable ? renderWithoutCloud(await readStatus({ dir })) : '';
    console.error([error.message, running].filter((part) => part).join('\n\n'));
    process.exitCode = isUnreachable ? 2 : 1;
  }
}
