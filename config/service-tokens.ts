import { readSeeds, type Seeds } from './keys.ts';
import type { Settings } from './settings.ts';

/**
 * What proves a server's rights to other cloud services: the services that a token can be for, by the names that they
 * check, and the keys that sign; the first is current, the others still verify.
 */
export type ServiceTokenConfig = { audiences: ReadonlySet<string>; keys: Seeds };

/** SERVICE_AUDIENCES: names with commas between, none unless set. SERVICE_KEYS, 32 bytes each: needed where there are any, unless a start provides them. */
export function readServiceTokens(settings: Settings, areProvided = false): ServiceTokenConfig {
  const { text, mistake } = settings;
  const names = text('SERVICE_AUDIENCES')?.split(',') ?? [];
  const audiences = new Set(names.map((name) => readAudience(settings, name.trim())));
  const value = text('SERVICE_KEYS') ?? '';
  if (audiences.size > 0 && !value && !areProvided)
    mistake(
      'SERVICE_KEYS is missing, which SERVICE_AUDIENCES needs: set it like t1:<what `openssl rand -base64 32 | tr +/ -_` prints> (`npm start` provides one by itself).',
    );
  const keys = readSeeds(settings, value, 'SERVICE_KEYS');
  // What is wrong with those is said where they are read.
  const signing = readSeeds({ ...settings, mistake: () => undefined }, text('SIGNING_KEYS') ?? '');
  for (const { seed } of keys)
    if (signing.some((key) => key.seed.equals(seed)))
      mistake('SERVICE_KEYS has a key of SIGNING_KEYS: what signs license documents signs nothing else; make another.');
  return { audiences, keys };
}

function readAudience({ mistake }: Settings, name: string): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(name))
    mistake(`SERVICE_AUDIENCES has "${name}": name services like https://voice.example, with commas between.`);
  return name;
}
