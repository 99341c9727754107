import { describe, expect, test } from '@jest/globals';
import { licenseOf } from '../../../domain/catalogue/license.ts';
import { decide } from '../../../domain/server/decide.ts';
import { evolve } from '../../../domain/server/evolve.ts';
import {
  openServer,
  serverState,
  type Server,
  type ServerCommand,
  type ServerRole,
} from '../../../domain/server/server.ts';
import { testable, testShares } from '../../../domain/server/test-units.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const VOICEMAIL = 'voicemail';

const aServer = (role: ServerRole): Server =>
  openServer({ ...{ id: 'srv_1', customerId: 'acme', name: 'Tests', role }, registeredAt: NOW, silentDays: 7 });
const change = (server: Server, about: Omit<ServerCommand & { type: 'change' }, 'type'>): Server =>
  decide(server, { type: 'change', tokenKey: 'k1', ...about }, NOW).reduce(
    (before, event) => evolve(before, { ...event, seq: before.seq + 1, at: NOW, recordedAt: NOW }),
    server,
  );

describe('a server for tests', () => {
  test('has a token for what is free for tests, keeps it when it gives that back, and says each thing once', () => {
    const testing = change(aServer('test'), { testUnits: [VOICEMAIL, 'digital-fax', VOICEMAIL] });
    expect(testing.testUnits).toEqual(['digital-fax', VOICEMAIL]);
    expect([testing.token?.version, serverState(testing)]).toEqual([1, 'waiting']);
    expect(change(testing, { testUnits: [VOICEMAIL, 'digital-fax'] })).toEqual(testing);
    expect(change(testing, { name: 'Other' }).testUnits).toEqual(testing.testUnits);
    const ended = change(testing, { testUnits: [] });
    expect([ended.testUnits, ended.token, serverState(ended)]).toEqual([undefined, testing.token, 'registered']);
  });

  test('gives back what is free for tests with its role, and no other role is given any', () => {
    const testing = change(aServer('test'), { testUnits: [VOICEMAIL] });
    expect(change(testing, { role: 'production' })).not.toHaveProperty('testUnits');
    expect(change(aServer('production'), { role: 'test', testUnits: [VOICEMAIL] }).testUnits).toEqual([VOICEMAIL]);
    for (const [server, role] of [
      [testing, 'production'],
      [testing, 'redundancy'],
      [aServer('production'), undefined],
    ] as const)
      expect(() => change(server, { role, testUnits: [VOICEMAIL] })).toThrow('TEST_ROLE');
  });
});

describe('a document', () => {
  const about = { jti: 'd1', issuer: 'https://licensing.example', id: 'srv_1', customer: 'acme' };
  const claimed = (...applications: string[]) => applications.map((application) => ({ application, since: NOW }));
  const listed = (shares: ReturnType<typeof testShares>, atMs: number) =>
    licenseOf(about, shares, atMs, CATALOGUE).claims.applications.map(({ application, capacity, state }) => ({
      ...{ application, capacity, state },
    }));

  test('lists as many units as the catalogue calls free, for ever and without services, and none that it does not', () => {
    expect(testable(CATALOGUE)).toEqual([VOICEMAIL]);
    const shares = testShares(claimed(VOICEMAIL, 'digital-fax', 'sold-no-more'), CATALOGUE);
    const tenYears = 3_650 * 86_400_000;
    for (const atMs of [NOW, NOW + tenYears])
      expect(listed(shares, atMs)).toEqual([{ application: VOICEMAIL, capacity: 5, state: 'active' }]);
    expect(licenseOf(about, shares, NOW, CATALOGUE).claims.services).toEqual([]);
  });
});
