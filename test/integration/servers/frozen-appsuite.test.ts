import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  heard,
  openWorld,
  perpetual,
  running,
  runningAfter,
  said,
  subscription,
  type AppSuite,
  type World,
} from '../../conformance/world.ts';
import { readState } from '../../fixtures/appsuite-2026/agent/folder/store.ts';
import { aMachine } from '../../support/api/servers.ts';
import { FROZEN } from '../../support/agent/appsuites.ts';
import { certifiedKey, foreignKey } from '../../support/domain/roots.ts';

const FOLDER = 'test/fixtures/appsuite-2026';
const FAX = 'digital-fax';

let world: World;

const documentOf = async ({ dir }: AppSuite) => (await readState(dir))!.activation!.license;

beforeAll(async () => {
  world = await openWorld(FROZEN);
});
beforeEach(() => world.begin());
afterAll(() => world.close());

test('the AppSuite of 2026 is the one that is in the field: none of its files was changed', () => {
  const hash = createHash('sha256');
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|json)$/.test(name));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(FOLDER, file)));
  expect(hash.digest('hex')).toBe('9cdefe976412127cc31845103630c80d65532eba1865f5a73a6601284c55bca7');
});

test('it runs what is free for tests like any subscription, until it is given back, or no word comes for 30 days', async () => {
  const { customer } = await world.holding([subscription('voicemail', 10)], {});
  const body = { name: 'Tests', role: 'test' };
  const id = (await world.api.call('POST', `/v1/accounts/${customer}/servers`, body)).body.id as string;
  const testing = (testUnits: string[]) => world.api.call('PATCH', `/v1/servers/${id}`, { testUnits });
  await testing(['voicemail']);
  const suite = world.appSuite();
  expect(running(await suite.activate(await world.tokenOf(id)))).toBe('Voicemail: active, 5; no services');
  expect(await runningAfter(suite, () => testing([]))).toBe('nothing');
  expect(await runningAfter(suite, () => testing(['voicemail']))).toBe('Voicemail: active, 5; no services');
  world.reach(false);
  world.pass(31);
  expect(running(await suite.status())).toBe('Voicemail: lease over, 0; no services');
  world.reach(true);
});

test('it activates, is told of changes of capacity, hears when there are none, and moves to another machine', async () => {
  const { id } = await world.holding([subscription('voicemail', 10), perpetual(FAX, 8)], { voicemail: 10, [FAX]: 5 });
  const suite = world.appSuite('rack-1');
  expect(running(await suite.activate(await world.tokenOf(id)))).toBe(
    'Digital Fax: active, 5; Voicemail: active, 10; services',
  );
  const held = await documentOf(suite);
  await suite.checkIn();
  expect(await documentOf(suite)).toBe(held);

  expect(await runningAfter(suite, () => world.assign(id, FAX, 8))).toContain('Digital Fax: active, 8');
  world.pass(1);
  await suite.checkIn();
  const renewed = await documentOf(suite);
  expect(renewed).not.toBe(held);

  const { body } = await world.api.call('POST', `/v1/servers/${id}/token/rotations`);
  const other = world.appSuite('rack-2');
  expect(running(await other.activate(body.token as string))).toContain('Digital Fax: active, 8');
  expect(await heard(suite.checkIn())).toBe('refused: `TOKEN_ROTATED`');
  expect(await world.eventsOf(id)).not.toContain('clone-suspected');

  await other.leave();
  for (const application of [FAX, 'voicemail']) await world.assign(id, application, 0);
  expect(said(await world.api.call('DELETE', `/v1/servers/${id}`))).toBe('204');
  expect(await heard(other.activate(body.token as string))).toBe('refused: `SERVER_RETIRED`');
});

test('it goes offline and gives back what it held, which another customer then runs by a transfer of the order', async () => {
  const { id, customer, order } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const suite = world.appSuite();
  const request = await suite.offlineRequest(await world.tokenOf(id));
  const { body } = await world.api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
  expect(running(await suite.offlineInstall(body.response as string))).toBe('Digital Fax: active, 5; no services');
  world.pass(3_653);
  expect(running(await suite.status())).toBe('Digital Fax: active, 5; no services');
  world.pass(-3_653);

  const proof = await suite.offlineReturn();
  expect(running(await suite.status())).toBe('nothing');
  expect(said(await world.api.call('POST', `/v1/servers/${id}/offline-returns`, { proof }))).toBe('201');
  await world.assign(id, FAX, 0);

  const heir = { id: `${customer}-heir`, name: 'Heir', email: 'it@heir.example' };
  const transfer = { reference: 'T-1', customer: heir };
  expect(said(await world.api.call('POST', `/v1/orders/${order.number}/transfer`, transfer))).toBe('202');
  const other = await world.another({ customer: heir.id });
  await world.assign(other, FAX, 8);
  expect(running(await world.appSuite().activate(await world.tokenOf(other)))).toBe('Digital Fax: active, 8; services');
});

test('it follows the vendor from one signing key to the next, and believes no key of another root', async () => {
  const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  world.pass(1);
  expect(await world.signingWith(certifiedKey('next', { serial: 2, least: 2 }), () => heard(suite.checkIn()))).toBe(
    'answered',
  );
  world.pass(1);
  for (const [key, reason] of [
    [certifiedKey('stolen', { serial: 1 }), 'a key that your vendor has withdrawn'],
    [foreignKey(), 'which is not trusted here'],
  ] as const)
    expect(await world.signingWith(key, () => heard(suite.checkIn()))).toContain(reason);
  expect(running(await suite.status())).toBe('Digital Fax: active, 5; services');
});

test('it runs nothing while a standby that it does not know of has taken over, is none itself, and runs again after', async () => {
  const { id, customer } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const suite = world.appSuite('rack-1');
  await suite.activate(await world.tokenOf(id));
  const spare = { name: 'Spare', role: 'redundancy', standbyFor: id };
  const { body } = await world.api.call('POST', `/v1/accounts/${customer}/servers`, spare);
  const former = world.appSuite('rack-2');
  expect(running(await former.activate(await world.tokenOf(body.id as string)))).toContain('Digital Fax: suspended, 0');

  const machine = aMachine('rack-3');
  const { body: rotated } = await world.api.call('POST', `/v1/servers/${body.id}/token/rotations`);
  await world.activate(rotated.token as string, machine);
  const says = (act: string) => () => world.checkIn(body.id as string, machine, undefined, { act });
  expect(await runningAfter(suite, says('takeover'))).toBe('nothing');
  expect(await runningAfter(suite, says('standby'))).toBe('Digital Fax: active, 5; services');
});

test('it goes on beside what the vendor advises and what an emergency gives, of which it knows nothing, for as long as that lasts', async () => {
  const { id, customer } = await world.holding([perpetual(FAX, 8)], { [FAX]: 8 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  const advisory = { id: 'ADV-FROZEN', title: 'Calls can be overheard', severity: 'high', affects: '>2000.Winter.1' };
  await world.api.call('POST', '/v1/advisories', { ...advisory, url: 'https://vendor.example/a' });
  const before = await documentOf(suite);
  expect(running(await suite.checkIn())).toBe('Digital Fax: active, 8; services');
  expect(await documentOf(suite)).not.toBe(before);
  await world.api.call('DELETE', `/v1/advisories/${advisory.id}`);

  const emergency = { application: FAX, capacity: 16, reason: 'The other site burns.' };
  const declare = async () => {
    expect(said(await world.api.call('POST', `/v1/accounts/${customer}/emergencies`, emergency))).toBe('201');
    await world.assign(id, FAX, 24);
  };
  expect(await runningAfter(suite, declare)).toBe('Digital Fax: active, 24; services');
  world.reach(false);
  world.pass(6);
  expect(running(await suite.status())).toBe('Digital Fax: active, 8; services');
  world.reach(true);
});

test('it stops and goes on with what an order says, through suspension, grace and expiry, and is never stranded by a cloud that is away', async () => {
  const { id, order } = await world.holding([subscription('voicemail', 10)], { voicemail: 10 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  const path = `/v1/orders/${order.number}/suspension`;
  const suspend = () => world.api.call('PUT', path, { reason: 'unpaid' });
  expect(await runningAfter(suite, suspend)).toContain('Voicemail: suspended, 0');
  expect(await runningAfter(suite, () => world.api.call('DELETE', path))).toContain('Voicemail: active, 10');
  world.reach(false);
  expect(await heard(suite.checkIn())).toBe('not reached');
  expect(running(await suite.status())).toContain('Voicemail: active, 10');
  world.reach(true);
  world.pass(302);
  expect(await heard(suite.checkIn())).toBe('answered');
  expect(running(await suite.status())).toContain('Voicemail: grace, 10');
  world.pass(30);
  await suite.checkIn();
  expect(running(await suite.status())).toBe('nothing');
});
