import type { DestinationStream } from 'pino';

const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'WARN', 50: 'ERROR', 60: 'FATAL' };

/** Writes the lines of a logger for people: what a development machine shows. Production has them as JSON. */
export function readable(out: { write: (text: string) => unknown }): DestinationStream {
  return { write: (line) => void out.write(inWords(JSON.parse(line) as Line)) };
}

type Line = { level: number; time: string; msg?: string; err?: { stack?: string } } & Record<string, unknown>;

/** `12:03:11.554 info  answered method=GET route=/healthz`, in the zone that the line has; an error's stack stands below. */
function inWords({ level, time, pid, hostname, msg = '', err, ...about }: Line): string {
  void [pid, hostname];
  const said = Object.entries(about).map(([name, value]) => `${name}=${inShort(value)}`);
  const first = [time.slice(11, 23), (LEVELS[level] ?? String(level)).padEnd(5), msg, ...said].join(' ');
  return err ? `${first}\n${(err.stack ?? JSON.stringify(err)).replace(/^/gm, '  ')}\n` : `${first}\n`;
}

/** A list without brackets, a text without quotation marks where it needs none. */
function inShort(value: unknown): string {
  if (Array.isArray(value)) return value.map(inShort).join(',');
  return typeof value === 'string' && /^\S+$/.test(value) ? value : JSON.stringify(value);
}
