import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { compose, type Service } from '../../support/build/compose.ts';

const services = Object.entries(compose.services);

const named = (holds: (service: Service) => boolean) => services.filter(([, one]) => holds(one)).map(([name]) => name);

test.each(services)('%s cannot write to its image, gain rights, or keep those of root', (_name, service) => {
  expect(service).toMatchObject({ cap_drop: ['ALL'], read_only: true, security_opt: ['no-new-privileges:true'] });
});

test.each(services)('%s takes no more memory and processes than it is given', (_name, service) => {
  expect(service).toMatchObject({ mem_limit: expect.stringMatching(/^\d+[mg]$/), pids_limit: expect.any(Number) });
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
  ['DATABASE_URL', ['migrate', 'api', 'worker']],
  ['MIGRATION_DATABASE_URL', ['migrate']],
  ['LICENSING_DB_PASSWORD', ['postgres']],
  ['SERVICE_DB_PASSWORD', ['postgres']],
  ['TEMPORAL_DB_PASSWORD', ['postgres', 'temporal-schema', 'temporal']],
  ['POSTGRES_PASSWORD', ['postgres', 'backup']],
])('%s is given to those that need it alone', (secret, processes) => {
  expect(named(({ secrets = [] }) => secrets.includes(secret))).toEqual(processes);
});

test('what is secret is in no environment and no file but its own, which a command makes', () => {
  const names = Object.keys(compose.secrets);
  for (const [, { environment = {}, secrets = [] }] of services) {
    const values = Object.values(environment);
    for (const name of names) expect(values.some((value) => value.includes(`{${name}`))).toBe(false);
    const files = values.flatMap((value) => /^\/run\/secrets\/(.*)$/.exec(value)?.[1] ?? []);
    for (const file of files) expect(secrets).toContain(file);
  }
  const making = readFileSync(join(ROOT, 'deploy', 'make-secrets.sh'), 'utf8');
  for (const name of names) {
    expect(compose.secrets[name]).toEqual({ file: `deploy/secrets/${name}` });
    expect(making).toMatch(new RegExp(`\\b${name}\\b`));
  }
  expect(readFileSync(join(ROOT, '.gitignore'), 'utf8')).toContain('deploy/secrets/\n');
});

test('migrations connect as the owner of the database, and all others as a role that its making makes too', () => {
  const made = readFileSync(join(ROOT, 'deploy', 'postgres-init.sh'), 'utf8');
  const secrets = readFileSync(join(ROOT, 'deploy', 'make-secrets.sh'), 'utf8');
  const userOf = (setting: string) => new RegExp(`^keep ${setting} "postgres://(\\w+):`, 'm').exec(secrets)![1]!;
  const [owner, service] = [userOf('MIGRATION_DATABASE_URL'), userOf('DATABASE_URL')];
  expect(service).not.toBe(owner);
  for (const role of [owner, service]) expect(made).toContain(`('${role}', :'`);
  expect(made).toContain(`('${owner}', '${owner}')`);
});
