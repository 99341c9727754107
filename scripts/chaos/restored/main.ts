import { commandLine, wholeNumber } from '../../../admin/command-line.ts';
import { stopRequest } from '../../start/stop-request.ts';

/** `npm run chaos -- restored`: restores one database of a product of its own to an older moment than the other, both ways, and says whether all came out right. */
export async function main(args: readonly string[]): Promise<void> {
  const { orders, every } = commandLine(
    'npm run chaos -- restored',
    'Restores one database and not the other, and repairs.',
  )
    .option(
      '--orders <number>',
      'how many orders are placed before a backup, after it and after the restore',
      wholeNumber,
      40,
    )
    .option('--every <milliseconds>', 'how often one is', wholeNumber, 200)
    .parse(args, { from: 'user' })
    .opts<{ orders: number; every: number }>();
  const say = (line: string) => console.log(`${seconds().padStart(6)} s  ${line}`);
  const stop = new AbortController();
  void stopRequest(say, () => undefined).then(() => stop.abort());
  const { drill } = await import('./drill.ts');
  const { violations, report, logs } = await drill({ orders, everyMs: every, say, signal: stop.signal });
  console.log(`\nWhat callers saw\n${report.join('\n')}`);
  if (violations.length === 0)
    return console.log(
      '\nEverything that callers were told is so, no number was taken twice, and no e-mail was sent twice.',
    );
  console.error(`\n${violations.length} things are not as they should be:\n`);
  for (const violation of violations) console.error(`  - ${violation}`);
  console.error(`\nLogs: ${logs}`);
  process.exitCode = 1;
}

/** Since this process began. */
function seconds(): string {
  return (performance.now() / 1000).toFixed(1);
}
