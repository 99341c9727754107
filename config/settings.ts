import { readFileSync } from 'node:fs';

/** The settings are wrong; the message lists every mistake and what to do about it. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  constructor(mistakes: readonly string[]) {
    super(['The configuration cannot be used:', ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'));
  }
}

export type Env = Record<string, string | undefined>;

/** The settings as they are read, and where a mistake in one is told. */
export type Settings = {
  env: Env;
  mistake: (sentence: string) => undefined;
  /** The value of a setting, else what the file holds that `<name>_FILE` names; an empty one counts as not set. */
  text: (name: string) => string | undefined;
};

/** Reads settings, and throws one {@link ConfigError} that names every mistake. */
export function readAll<T>(env: Env, read: (settings: Settings) => T): T {
  // A setting that several parts are made from is read more than once, and a mistake in it told once.
  const mistakes = new Set<string>();
  const mistake = (sentence: string) => void mistakes.add(sentence);
  const config = read({ env, mistake, text: (name) => readText(env, name, mistake) });
  if (mistakes.size > 0) throw new ConfigError([...mistakes]);
  return config;
}

function readText(env: Env, name: string, mistake: Settings['mistake']): string | undefined {
  const value = env[name]?.trim();
  const file = env[`${name}_FILE`]?.trim();
  if (!file) return value || undefined;
  if (value) {
    mistake(`${name} and ${name}_FILE exclude each other: remove the one that is not meant.`);
    return value;
  }
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return mistake(`${name}_FILE is "${file}", which cannot be read: name a file that this process may read.`);
  }
}

/** A port from 1 to 65535. */
export function readPort({ text, mistake }: Settings, name: string, fallback: number): number {
  const value = text(name);
  if (value === undefined) return fallback;
  const port = Number(value);
  const valid = /^\d+$/.test(value) && port >= 1 && port <= 65_535;
  if (!valid) mistake(`${name} is "${value}": set it to a port, a whole number from 1 to 65535.`);
  return port;
}

/** A whole number within bounds. */
export function readNumber(
  { text, mistake }: Settings,
  name: string,
  { fallback, from, to }: { fallback: number; from: number; to: number },
): number {
  const value = text(name) ?? String(fallback);
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < from || number > to)
    mistake(`${name} is "${value}": set it to a whole number from ${from} to ${to}.`);
  return number;
}

/** True or false. */
export function readFlag({ text, mistake }: Settings, name: string, fallback: boolean): boolean {
  const value = text(name) ?? String(fallback);
  if (value !== 'true' && value !== 'false') mistake(`${name} is "${value}": set it to true or false.`);
  return value === 'true';
}

/** An http or https address without query, user or slash at its end; undefined where none is set. */
export function readUrl({ text, mistake }: Settings, name: string): string | undefined {
  const value = text(name);
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    return mistake(`${name} is "${value}": set it to an address like https://licensing.example.com.`);
  }
  return url.href.replace(/\/+$/, '');
}
