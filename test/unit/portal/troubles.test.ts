import { describe, expect, test } from '@jest/globals';
import type { EventType } from '../../../domain/journal.ts';
import type { JournalEvent, Server } from '../../../portal/services.ts';
import { troublesOf } from '../../../portal/servers/troubles.tsx';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

/** What a server has of an application, all of which runs. */
const has = (application: string, capacity: number, used: number | null = null): Server['assignments'][number] => ({
  ...{ application, capacity, usable: capacity, used, careCondition: null },
  condition: { state: 'active', severity: 'fine', until: null, daysLeft: null, remedy: null, capacity },
});

const server = (changes: Partial<Server> = {}): Server => ({
  ...{ id: 'srv_1', customer: 'acme', name: 'Main', role: 'production', state: 'activated', mode: 'online' },
  ...{ version: '2026.Autumn.1', silent: false, lastCheckInAt: null, nextCheckInAt: null, usedAt: null },
  assignments: [has('digital-fax', 3)],
  conditions: [],
  kept: [],
  ...{ standbyFor: null, takenOverBy: null, testUnits: [] },
  ...changes,
});

/** Events as a page has them: the newest first. */
const life = (...events: (EventType | [EventType, Record<string, unknown>])[]): JournalEvent[] =>
  events.map((event, index) => {
    const [type, data] = typeof event === 'string' ? [event, {}] : event;
    return {
      stream: 'server/srv_1',
      seq: events.length - index,
      type,
      at: `2026-11-${20 - index}T09:00:00.000Z`,
      ...data,
    };
  });
const refused = (code: string): [EventType, Record<string, unknown>] => ['activation-refused', { code }];

test('a server that runs and calls has no troubles', () => {
  expect(troublesOf(server(), life('activated', 'capacity-changed', 'registered'), [], CATALOGUE)).toEqual([]);
});

test('a server that has not called is in trouble', () => {
  expect(troublesOf(server({ silent: true }), [], [], CATALOGUE)).toEqual([{ kind: 'silent' }]);
});

test('the newest refused activation counts, with when it was', () => {
  const events = life(refused('TOKEN_BOUND_ELSEWHERE'), refused('VERSION_TOO_OLD'), 'registered');
  expect(troublesOf(server(), events, [], CATALOGUE)).toEqual([
    { kind: 'refused', code: 'TOKEN_BOUND_ELSEWHERE', at: '2026-11-20T09:00:00.000Z' },
  ]);
});

describe('what came before a remedy is over', () => {
  const remedies: EventType[] = ['activated', 'moved', 'reinstalled', 'rotated', 'deactivated', 'offline-activated'];

  test.each(remedies)('%s', (remedy) => {
    const events = life('seen-again', remedy, refused('TOKEN_ROTATED'), 'clone-suspected', 'snapshot-suspected');
    expect(troublesOf(server(), events, [], CATALOGUE)).toEqual([]);
    expect(troublesOf(server(), life('clone-suspected', remedy, 'clone-suspected'), [], CATALOGUE)).toEqual([
      { kind: 'clone-suspected', at: '2026-11-20T09:00:00.000Z' },
    ]);
  });

  test('but not what was refused again after it, though it is counted with the first of its day', () => {
    const again = { code: 'TOKEN_ROTATED', lastAt: '2026-11-20T11:00:00.000Z', times: 2 };
    const events = life('rotated', ['activation-refused', again]);
    expect(troublesOf(server(), events, [], CATALOGUE)).toEqual([
      { kind: 'refused', code: 'TOKEN_ROTATED', at: again.lastAt },
    ]);
  });

  test('a change of capacity is no remedy', () => {
    expect(troublesOf(server(), life('capacity-changed', refused('NOTHING_ASSIGNED')), [], CATALOGUE)).toHaveLength(1);
  });
});

test('a copied folder is one trouble, though its numbers look like an older state as well', () => {
  const kinds = (...events: EventType[]) =>
    troublesOf(server(), life(...events, 'activated'), [], CATALOGUE).map(({ kind }) => kind);
  expect(kinds('snapshot-suspected', 'clone-suspected', 'clone-suspected')).toEqual(['clone-suspected']);
  expect(kinds('snapshot-suspected')).toEqual(['snapshot-suspected']);
});

test('an application without the one it needs on the same server is named with it', () => {
  const missing = { kind: 'missing-requirement', application: 'screen-recording', required: 'call-recording' };
  const held = (...applications: [string, number][]) =>
    server({ assignments: applications.map((held) => has(...held)) });
  expect(troublesOf(held(['screen-recording', 2]), [], [], CATALOGUE)).toEqual([missing]);
  expect(troublesOf(held(['screen-recording', 2], ['call-recording', 0]), [], [], CATALOGUE)).toEqual([missing]);
  expect(troublesOf(held(['screen-recording', 2], ['call-recording', 1]), [], [], CATALOGUE)).toEqual([]);
  expect(troublesOf(held(['screen-recording', 0]), [], [], CATALOGUE)).toEqual([]);
});

test('each suspended order that the server has something of is named once, those of other servers are not', () => {
  const share = { server: 'srv_1', application: 'digital-fax', capacity: 3 };
  const suspended = [
    { ...share, orders: ['SO-2', 'SO-1'] },
    { ...share, application: 'voicemail', orders: ['SO-2'] },
    { ...share, server: 'srv_2', orders: ['SO-3'] },
  ];
  expect(troublesOf(server(), [], suspended, CATALOGUE)).toEqual([
    { kind: 'suspended', order: 'SO-1' },
    { kind: 'suspended', order: 'SO-2' },
  ]);
});

test('a retired server has no troubles left', () => {
  const suspended = [{ server: 'srv_1', application: 'digital-fax', capacity: 3, orders: ['SO-1'] }];
  const retired = server({ state: 'retired', silent: true });
  expect(troublesOf(retired, life('clone-suspected'), suspended, CATALOGUE)).toEqual([]);
});

test('an application of which more than nine tenths are in use is named with how many, by the one whose capacity counts', () => {
  const using = (...held: [string, number, number | null][]) =>
    troublesOf(server({ assignments: held.map((one) => has(...one)) }), [], [], CATALOGUE);
  expect(using(['digital-fax', 10, null], ['voicemail', 10, 9])).toEqual([]);
  expect(using(['digital-fax', 10, 10])).toEqual([
    { kind: 'nearly-used', application: 'digital-fax', used: 10, assigned: 10 },
  ]);
  expect(using(['advanced-queueing', 20, 3], ['auto-attendant', 1, 19])).toEqual([
    { kind: 'nearly-used', application: 'advanced-queueing', used: 19, assigned: 20 },
  ]);
});
