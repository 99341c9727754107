import { Command, InvalidArgumentError } from 'commander';

/**
 * The command line of a program, which knows `--help`. What it does not know is refused with one sentence and exit code 2,
 * before anything is done.
 */
export function commandLine(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(asSentence(text)) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

/** Reads a whole number from 0 on, as an argument or option takes it. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It is no whole number.');
  return Number(value);
}

function asSentence(text: string): string {
  const words = text.trim().replace(/^error: /, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}: --help says what can be given.\n`;
}
