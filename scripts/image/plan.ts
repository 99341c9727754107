import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../prepare/binaries.mjs';
import { limits } from './engine.ts';

type Healthcheck = { test?: string[]; disable?: boolean };

export type Service = {
  image: string;
  build?: { args?: Record<string, string> };
  profiles?: string[];
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  networks: string[];
  ports?: (string | number)[];
  volumes?: string[];
  tmpfs?: string[];
  cap_add?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  read_only?: boolean;
  init?: boolean;
  pids_limit?: number;
  mem_limit?: string;
  shm_size?: string;
  ulimits?: { nofile?: number };
  healthcheck?: Healthcheck;
  depends_on?: Record<string, { condition: 'service_healthy' | 'service_completed_successfully' }>;
};

export type Compose = {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, null>;
  secrets: Record<string, { file: string }>;
};

/** One container of a service, with its address on each of its networks. */
export type Container = { name: string; service: string; addresses: Record<string, string> };

/** Reads docker-compose.yml with these settings of an operator. */
export function readCompose(settings: Record<string, string>): Compose {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  const filled = text.replace(
    /(?<!\$)\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_, name: string, otherwise = '') => settings[name] || String(otherwise),
  );
  return parse(filled.replaceAll('$$', '$'), { merge: true }) as Compose;
}

/** Networks of addresses that nobody else has here: 10.213.0.0/24, 10.213.1.0/24 and so on, in the order of the file. */
export function subnetOf(compose: Compose, network: string): string {
  return `10.213.${Object.keys(compose.networks).indexOf(network)}`;
}

/** The containers of these services, so many of each, with fixed addresses: not every engine tells names on closed networks. */
export function containersOf(compose: Compose, counts: Record<string, number>, project: string): Container[] {
  const all = Object.keys(compose.services).flatMap((service) =>
    Array.from({ length: counts[service] ?? 1 }, (_, index) => ({
      service,
      name: `${project}-${service}-${index + 1}`,
    })),
  );
  return all.map(({ service, name }, place) => ({
    ...{ name, service },
    addresses: Object.fromEntries(
      compose.services[service]!.networks.map((network) => [network, `${subnetOf(compose, network)}.${place + 10}`]),
    ),
  }));
}

/** The arguments of `create` for a container: what the file says of its service, and where those are that it can reach. */
export function createArguments(
  compose: Compose,
  container: Container,
  all: readonly Container[],
  { project, image, secrets }: { project: string; image: string; secrets: string },
): string[] {
  const service = compose.services[container.service]!;
  const [network] = service.networks;
  const [program, ...first] = service.entrypoint ?? [];
  const each = (option: string, values: readonly string[] = []) => values.flatMap((value) => [option, value]);
  const one = (option: string, value: string | number | undefined) =>
    value === undefined ? [] : [option, String(value)];
  return [
    ...['--name', container.name, '--hostname', container.name, '--network', `${project}-${network}`],
    ...['--ip', container.addresses[network!]!],
    ...each('--add-host', reachable(container, all)),
    ...each('--cap-drop', service.cap_drop),
    ...each('--cap-add', service.cap_add),
    ...each(
      '--security-opt',
      service.security_opt?.map((option) => option.replace(/:true$/, '')),
    ),
    ...(service.read_only ? ['--read-only'] : []),
    ...(service.init ? ['--init'] : []),
    ...each('--tmpfs', service.tmpfs),
    ...one('--pids-limit', service.pids_limit),
    ...one('--memory', service.mem_limit),
    ...one('--shm-size', service.shm_size),
    ...limits(service.ulimits?.nofile),
    ...each(
      '--publish',
      service.ports?.map((port) => published(container.service, String(port))),
    ),
    ...each(
      '--env',
      Object.entries(service.environment ?? {}).map(([name, value]) => `${name}=${value ?? ''}`),
    ),
    ...each(
      '--volume',
      service.volumes?.map((volume) => mounted(volume, project)),
    ),
    ...each(
      '--volume',
      service.secrets?.map((name) => `${join(secrets, name)}:/run/secrets/${name}:ro`),
    ),
    ...one('--entrypoint', program),
    image,
    ...first,
    ...(service.command ?? []),
  ];
}

/** `name:address` of each container that shares a network with this one. */
function reachable(container: Container, all: readonly Container[]): string[] {
  return all
    .filter(({ name }) => name !== container.name)
    .flatMap(({ service, addresses }) => {
      const shared = Object.keys(addresses).find((network) => network in container.addresses);
      return shared === undefined ? [] : [`${service}:${addresses[shared]}`];
    });
}

/** The proxy is where its address says; others, which somebody else's may be in the way of, are at any port. */
function published(service: string, port: string): string {
  return service === 'proxy' ? port : port.replace(/:\d+:/, '::');
}

function mounted(volume: string, project: string): string {
  const [from = '', ...to] = volume.split(':');
  return [from.startsWith('.') ? resolve(ROOT, from) : `${project}-${from}`, ...to].join(':');
}
