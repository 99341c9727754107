import { renderStatus } from '../status/render.ts';
import { readStatus, type Status } from '../status/status.ts';
import { nagiosAnswer, pluginFailure, type PluginAnswer } from './nagios.ts';
import { prometheusText } from './prometheus.ts';

export const FORMATS = ['text', 'json', 'prometheus', 'nagios'] as const;
export type Format = (typeof FORMATS)[number];

/** The status of a folder in a format, with its exit code: only a plugin of Nagios says by that how the server is. */
export async function statusIn(
  format: Format,
  about: { dir: string; nowMs?: number; usageFile?: string },
): Promise<PluginAnswer> {
  if (format === 'nagios') return readStatus(about).then(nagiosAnswer).catch(couldNotLook);
  return { output: WRITERS[format](await readStatus(about)), exitCode: 0 };
}

const WRITERS: Record<Exclude<Format, 'nagios'>, (status: Status) => string> = {
  text: renderStatus,
  json: (status) => JSON.stringify(status, null, 2),
  prometheus: (status) => prometheusText(status).trimEnd(),
};

/** Whatever keeps a plugin from looking is told as unknown, as any other exit code would say how the server is. */
function couldNotLook(error: unknown): PluginAnswer {
  return pluginFailure((error as Error).message);
}
