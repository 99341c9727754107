import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { activate, DEFAULT_URL } from './activate.ts';
import { checkIn } from './check-in.ts';
import { AppSuiteError, UnreachableError } from './errors.ts';
import { leave } from './leave.ts';
import { offlineReturn } from './offline/give-back.ts';
import { offlineInstall } from './offline/install.ts';
import { offlineRequest } from './offline/request.ts';
import { renderStatus, renderWithoutCloud } from './render.ts';
import { pair } from './pair.ts';
import { run } from './run.ts';
import { serviceToken } from './service-token.ts';
import { readStatus } from './status.ts';
import { givenUsed } from './usage.ts';
import { DEFAULT_VERSION } from './version.ts';

type Folder = { dir: string };
type Saying = { version?: string; usageFile?: string };
type Identity = Folder & { url?: string; version: string; root?: string; fingerprint?: string };

const program = new Command('appsuite').description('The reference AppSuite: one folder is one server.');

withIdentity(command('activate', 'activate this server, or ask again for an answer that was lost')).action(
  (token: string[], options: Identity) =>
    reporting(options, async () => renderStatus(await activate({ ...options, token: token.join(' ') }))),
);

aboutIdentity(command('pair', 'activate this server by a code that somebody enters in the portal')).action(
  (options: Identity) =>
    reporting(options, async () => {
      const say = (line: string) => console.log(line);
      return renderStatus(await pair({ ...options, say, sleep: (ms) => delay(ms) }));
    }),
);

withSaying(command('check-in', 'ask the cloud for the current license document'))
  .option('--use <application=units>', 'what is in use, beside what the file says; can be repeated', together, [])
  .action((options: Folder & Saying & { use: string[] }) =>
    reporting(options, async () => {
      const { use, ...rest } = options;
      const { changed, status } = await checkIn({ ...rest, ...(use.length > 0 && { used: givenUsed(use) }) });
      const news = changed ? 'A new license document was stored.' : 'Nothing has changed.';
      return `${news}\n\n${renderStatus(status)}`;
    }),
  );

command('status', 'show what this server may run, without asking the cloud')
  .option('--json', 'as JSON')
  .addOption(usageOption())
  .action((options: Folder & Pick<Saying, 'usageFile'> & { json?: true }) =>
    reporting(options, async () => {
      const status = await readStatus(options);
      return options.json ? JSON.stringify(status, null, 2) : renderStatus(status);
    }),
  );

withSaying(command('run', 'check in by itself and pass every boundary, until it is stopped')).action(
  (options: Folder & Saying) =>
    reporting(options, async () => {
      const stop = new AbortController();
      for (const name of ['SIGINT', 'SIGTERM'] as const) void once(process, name).then(() => stop.abort());
      const sleep = (ms: number) => delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);
      const say = (line: string) => console.log(line);
      await run({ ...options, say, signal: stop.signal, clock: Date.now, random: Math.random, sleep });
      return 'Stopped.';
    }),
);

command('service-token', 'make a token by which another cloud service knows what this server may use')
  .argument('<audience>', 'that service, as it names itself')
  .action((audience: string, { dir }: Folder) =>
    reporting({ dir }, async () => {
      const { token, expiresAt } = await serviceToken({ dir, audience });
      console.error(`It counts until ${expiresAt}.`);
      return token;
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

function command(name: string, description: string): Command {
  return program.command(name).description(description).option('--dir <folder>', 'folder of this server', '.appsuite');
}

function withIdentity(chosen: Command): Command {
  return aboutIdentity(chosen.argument('<token...>', 'Activation Token, as the portal shows it'));
}

function aboutIdentity(chosen: Command): Command {
  return chosen
    .option('--url <url>', `public URL of the cloud (first time: ${DEFAULT_URL})`)
    .addOption(rootOption())
    .option('--version <version>', 'version that this AppSuite says it has', DEFAULT_VERSION)
    .addOption(new Option('--fingerprint <text>', "instead of the machine's own").env('APPSUITE_FINGERPRINT'));
}

function withSaying(chosen: Command): Command {
  const about = 'version that this AppSuite has now, instead of the one that it said last';
  return chosen.addOption(new Option('--version <version>', about).env('APPSUITE_VERSION')).addOption(usageOption());
}

function usageOption(): Option {
  const about = 'what applications write their units in use into, instead of usage.json of the folder';
  return new Option('--usage-file <file>', about).env('APPSUITE_USAGE_FILE');
}

function together(value: string, before: string[]): string[] {
  return [...before, value];
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
