import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';

export type Service = {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  networks?: string[];
  ports?: string[];
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  read_only?: boolean;
  pids_limit?: number;
  mem_limit?: string;
  stop_grace_period?: string;
};

type Compose = {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  secrets: Record<string, { file: string }>;
};

/** docker-compose.yml with its anchors resolved, and `${NAME}` as it stands. */
export const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;

/**
 * What a service finds in its environment when these are the operator's settings; an empty one counts as not set. What it
 * finds in a file of a secret stands under the setting's own name.
 */
export function environmentOf(service: string, settings: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(compose.services[service]!.environment ?? {}).map(([name, value]) => {
      const secret = /^\/run\/secrets\/(\w+)$/.exec(value)?.[1];
      return secret === undefined
        ? [name, value.replace(/\$\{(\w+)[^}]*\}/g, (_, setting: string) => settings[setting] ?? '')]
        : [name.replace(/_FILE$/, ''), settings[secret] ?? ''];
    }),
  );
}
