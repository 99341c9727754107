import { Command } from 'commander';
import { activate, DEFAULT_URL, DEFAULT_VERSION } from './activate.ts';
import { checkIn } from './check-in.ts';
import { AppSuiteError, UnreachableError } from './errors.ts';
import { renderStatus, renderWithoutCloud } from './render.ts';
import { readStatus } from './status.ts';

type Folder = { dir: string };

const program = new Command('appsuite').description('The reference AppSuite: one folder is one server.');

command('activate', 'activate this server, or ask again for an answer that was lost')
  .argument('<token...>', 'Activation Token, as the portal shows it')
  .option('--url <url>', `public URL of the cloud (first time: ${DEFAULT_URL})`)
  .option('--version <version>', 'version that this AppSuite says it has', DEFAULT_VERSION)
  .option('--fingerprint <text>', "instead of the machine's own")
  .action((token: string[], options: Folder & { url?: string; version: string; fingerprint?: string }) =>
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

await program.parseAsync();

function command(name: string, description: string): Command {
  return program.command(name).description(description).option('--dir <folder>', 'folder of this server', '.appsuite');
}

/** Prints what a command answers. Exit code 1: refused; 2: the cloud can't be reached, and what still runs is shown. */
async function reporting({ dir }: Folder, run: () => Promise<string>): Promise<void> {
  try {
    console.log(await run());
  } catch (error) {
    if (!(error instanceof AppSuiteError)) throw error;
    const isUnreachable = error instanceof UnreachableError;
    const running = isUnreachable ? renderWithoutCloud(await readStatus({ dir })) : '';
    console.error([error.message, running].filter((text) => text).join('\n\n'));
    process.exitCode = isUnreachable ? 2 : 1;
  }
}
