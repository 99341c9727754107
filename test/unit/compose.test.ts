import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/prepare/binaries.mjs';
import { compose, type Service } from '../support/build/compose.ts';

const services = Object.entries(compose.services);

const named = (holds: (service: Service) => boolean) => services.filter(([, one]) => holds(one)).map(([name]) => name);

test.each(services)('%s cannot write to its image, gain rights, or keep those of root', (_name, service) => {
  expect(service).toMatchObject({ cap_drop: ['ALL'], read_only: true, security_opt: ['no-new-privileges:true'] });
});

test('rights are added only where a program begins as root', () => {
  const added = Object.fromEntries(services.flatMap(([name, { cap_add }]) => (cap_add ? [[name, cap_add]] : [])));
  expect(added).toEqual({
    postgres: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'],
    proxy: ['NET_BIND_SERVICE'],
  });
});

test('whoever is reached from outside reaches neither the database nor Temporal', () => {
  const outside = named(({ ports }) => ports?.some((port) => !port.toString().startsWith('127.0.0.1:')) ?? false);
  expect(outside).toEqual(['proxy']);
  expect(compose.services.proxy!.networks).toEqual(['edge']);
  expect(services.every(([, { networks }]) => (networks?.length ?? 0) > 0)).toBe(true);
  const closed = Object.entries(compose.networks).flatMap(([name, network]) => (network?.internal ? [name] : []));
  expect(closed).toEqual(['back', 'db']);
});

test.each([
  ['SIGNING_KEYS', ['api']],
  ['SIGNING_CERTIFICATES', ['api']],
  ['SERVICE_KEYS', ['api']],
  ['BOOTSTRAP_API_KEY', ['api']],
  ['RESEND_WEBHOOK_SECRET', ['api']],
  ['SECRET_KEYS', ['api', 'worker']],
  ['RESEND_API_KEY', ['api', 'worker']],
  ['LICENSING_DB_PASSWORD', ['postgres', 'migrate']],
  ['SERVICE_DB_PASSWORD', ['postgres', 'migrate', 'api', 'worker']],
  ['TEMPORAL_DB_PASSWORD', ['postgres', 'temporal-schema', 'temporal']],
  ['POSTGRES_PASSWORD', ['postgres']],
])('%s is given to those that need it alone', (secret, processes) => {
  const holds = ({ environment = {} }: Service) =>
    Object.values(environment).some((value) => value.includes(`{${secret}:`));
  expect(named(holds)).toEqual(processes);
});

test('migrations connect as the owner of the database, and all others as a role that its making makes too', () => {
  const made = readFileSync(join(ROOT, 'deploy', 'postgres-init.sh'), 'utf8');
  const userOf = (name: string, setting: string) =>
    /^postgres:\/\/(\w+):/.exec(compose.services[name]!.environment![setting]!)![1]!;
  const [owner, service] = [userOf('migrate', 'MIGRATION_DATABASE_URL'), userOf('migrate', 'DATABASE_URL')];
  expect([userOf('api', 'DATABASE_URL'), userOf('worker', 'DATABASE_URL')]).toEqual([service, service]);
  expect(service).not.toBe(owner);
  for (const role of [owner, service]) expect(made).toContain(`('${role}', :'`);
  expect(made).toContain(`('${owner}', '${owner}')`);
});
