import type { Status } from '../status/status.ts';
import { instant } from '../status/text.ts';
import { LEVELS, type Level } from './health.ts';

const WEEK_S = 7 * 86_400;

/** What a plugin of Nagios and its likes answers: what people see, what is measured after a bar, and its exit code. */
export type PluginAnswer = { output: string; exitCode: number };

/** The status as such a plugin answers it: the worst in the first line, what else there is in further ones. */
export function nagiosAnswer(status: Status): PluginAnswer {
  const { level, because } = status.health;
  const [first = fine(status), ...others] = because;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return pluginAnswer(level, [first + more, ...others], status.server ? measured(status) : []);
}

/** The answer of a plugin that could not look. */
export function pluginFailure(reason: string): PluginAnswer {
  return pluginAnswer('unknown', [reason], []);
}

function pluginAnswer(level: Level, texts: string[], data: string[]): PluginAnswer {
  const [first, ...others] = texts.map((text) => text.replaceAll('|', '/').replace(/\s+/g, ' '));
  const line = [`APPSUITE ${level.toUpperCase()} - ${first}`, ...(data.length > 0 ? [data.join(' ')] : [])].join(' | ');
  return { output: [line, ...others].join('\n'), exitCode: LEVELS.indexOf(level) };
}

function fine({ applications, lastContactAt, mode }: Status): string {
  const units = applications.map(({ name, capacity, unit }) => `${name} ${capacity}${unit === null ? '' : ` ${unit}`}`);
  const contact = mode === 'offline' ? 'offline' : `last contact ${instant(lastContactAt)}`;
  return `${units.join(', ')}; ${contact}`;
}

/** Units that may be used, those in use where they are known, and the seconds since the last contact. */
function measured({ applications, at, lastContactAt, mode }: Status): string[] {
  const units = applications.flatMap(({ application, capacity, used }) => [
    `'${application}'=${capacity};;;0`,
    ...(used === undefined ? [] : [`'${application} used'=${used};;;0;${capacity}`]),
  ]);
  if (mode === 'offline') return units;
  const silentSeconds = Math.max(0, Math.floor((Date.parse(at) - Date.parse(lastContactAt!)) / 1000));
  return [...units, `'contact'=${silentSeconds}s;${WEEK_S};;0`];
}
