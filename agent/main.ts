import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { activate, DEFAULT_URL } from './activate.ts';
import { checkIn } from './check-in.ts';
import { publicUrl } from './cloud/requests.ts';
import { examine } from './doctor/examine.ts';
import { renderFindings } from './doctor/render.ts';
import { networkEnvironment } from './environment.ts';
import { AppSuiteError, UnreachableError } from './errors.ts';
import { readState } from './folder/store.ts';
import { leave } from './leave.ts';
import { readNetwork, type Network, type NetworkOptions } from './network/settings.ts';
import { useNetwork } from './network/use.ts';
import { offlineReturn } from './offline/give-back.ts';
import { offlineInstall } from './offline/install.ts';
import { offlineRequest } from './offline/request.ts';
import { FORMATS, statusIn, type Format } from './monitoring/formats.ts';
import { renderStatus, renderWithoutCloud } from './status/render.ts';
import { pair } from './pair.ts';
import { run } from './run.ts';
import { serviceToken } from './service-token.ts';
import { readStatus } from './status/status.ts';
import { readToken } from './token.ts';
import { givenUsed } from './usage.ts';
import { DEFAULT_VERSION } from './version.ts';
import { standBy, takeOver, type TakeoverOutcome } from './takeover.ts';

type Folder = { dir: string };
type Online = Folder & NetworkOptions;
type Saying = { version?: string; usageFile?: string };
type Identity = Folder & { tokenFile?: string; url?: string; version: string; root?: string; fingerprint?: string };

const program = new Command('appsuite').description('The reference AppSuite: one folder is one server.');

withNetwork(withIdentity(command('activate', 'activate this server, or ask again for an answer that was lost'))).action(
  (words: string[], options: Identity & Online) =>
    online(options, async () =>
      renderStatus(await activate({ ...options, token: await readToken(words, options.tokenFile) })),
    ),
);

withNetwork(aboutIdentity(command('pair', 'activate this server by a code that somebody enters in the portal'))).action(
  (options: Identity & Online) =>
    online(options, async () => {
      const say = (line: string) => console.log(line);
      return renderStatus(await pair({ ...options, say, sleep: (ms) => delay(ms) }));
    }),
);

withNetwork(withSaying(command('check-in', 'ask the cloud for the current license document')))
  .option('--use <application=units>', 'what is in use, beside what the file says; can be repeated', together, [])
  .action((options: Online & Saying & { use: string[] }) =>
    online(options, async () => {
      const { use, ...rest } = options;
      const { changed, status } = await checkIn({ ...rest, ...(use.length > 0 && { used: givenUsed(use) }) });
      const news = changed ? 'A new license document was stored.' : 'Nothing has changed.';
      return `${news}\n\n${renderStatus(status)}`;
    }),
  );

withNetwork(command('takeover', 'let this standby run what the other server was to run')).action((options: Online) =>
  online(options, async () => {
    return sayTakeover(await takeOver(options), 'This standby has taken over.');
  }),
);

withNetwork(command('standby', 'let this standby stand by again: what it runs stops')).action((options: Online) =>
  online(options, async () => {
    return sayTakeover(await standBy(options), 'This standby runs nothing.');
  }),
);

command('status', 'show what this server may run, without asking the cloud')
  .addOption(new Option('--format <format>', 'how it is written').choices(FORMATS).default('text'))
  .addOption(new Option('--json', 'as --format json').implies({ format: 'json' }).hideHelp())
  .addOption(usageOption())
  .action((options: Folder & Pick<Saying, 'usageFile'> & { format: Format }) =>
    reporting(options, async () => {
      const { output, exitCode } = await statusIn(options.format, options);
      process.exitCode = exitCode;
      return output;
    }),
  );

withNetwork(withSaying(command('run', 'check in by itself and pass every boundary, until it is stopped')))
  .option('--takeover', 'let this standby run what the other server was to run')
  .action(({ takeover, ...options }: Online & Saying & { takeover?: true }) =>
    online(options, async () => {
      if (takeover) console.log(sayTakeover(await takeOver(options), 'This standby has taken over.'));
      const stop = new AbortController();
      for (const name of ['SIGINT', 'SIGTERM'] as const) void once(process, name).then(() => stop.abort());
      const sleep = (ms: number) => delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);
      const say = (line: string) => console.log(line);
      await run({ ...options, say, signal: stop.signal, clock: Date.now, random: Math.random, sleep });
      return 'Stopped.';
    }),
  );

withNetwork(command('service-token', 'make a token by which another cloud service knows what this server may use'))
  .argument('<audience>', 'that service, as it names itself')
  .action((audience: string, options: Online) =>
    online(options, async () => {
      const { token, expiresAt } = await serviceToken({ dir: options.dir, audience });
      console.error(`It counts until ${expiresAt}.`);
      return token;
    }),
  );

withNetwork(command('leave', 'take this server out of service: its token works again on any machine')).action(
  (options: Online) =>
    online(options, async () => {
      await leave(options);
      return 'This server has left: nothing runs here any more, and its token can be used again.';
    }),
);

withNetwork(command('doctor', 'try the way to the cloud step by step, and say what is in the way'))
  .option('--url <url>', `public URL of the cloud (else that of the folder, else ${DEFAULT_URL})`)
  .action((options: Online & { url?: string }) =>
    online(options, async (network) => {
      const url = publicUrl(options.url ?? (await readState(options.dir))?.url ?? DEFAULT_URL);
      const findings = await examine({ url, network, clock: Date.now });
      if (findings.some(({ outcome }) => outcome === 'failed')) process.exitCode = 2;
      return renderFindings(url, findings);
    }),
  );

withIdentity(command('offline-request', 'make the string that is handed in at the portal, without a network')).action(
  (words: string[], options: Identity) =>
    reporting(options, async () => offlineRequest({ ...options, token: await readToken(words, options.tokenFile) })),
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
  return aboutIdentity(
    chosen
      .argument('[token...]', 'Activation Token, as the portal shows it')
      .option('--token-file <file>', 'read the token from a file, so that no list of processes shows it'),
  );
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

function withNetwork(chosen: Command): Command {
  return chosen
    .option('--proxy <url>', 'proxy on the way to the cloud (else HTTPS_PROXY; NO_PROXY says what is reached without)')
    .option('--proxy-credentials <file>', 'file with user:password for the proxy, on one line')
    .option('--ca <file>', "authorities (PEM) that are trusted beside the system's");
}

/** Prints what a command answers that reaches the cloud: first the network is entered as its options and the environment say. */
function online(options: Online, work: (network: Network) => Promise<string>): Promise<void> {
  return reporting(options, async () => {
    const network = await readNetwork(options, networkEnvironment());
    useNetwork(network);
    return work(network);
  });
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
