import { expect, test } from '@jest/globals';
import { handle } from '../../../domain/server/handle.ts';
import { refuseMeanwhile } from '../../../domain/server/meanwhile.ts';
import { openServer } from '../../../domain/server/server.ts';

const AT = Date.parse('2026-11-24T09:00:00Z');
const SERVER = openServer({
  ...{ id: 'srv_1', customerId: 'acme', name: 'PBX', role: 'test' },
  ...{ registeredAt: AT, silentDays: 7 },
});

test('a change for a place that has passed, or never was, is refused with the present one', () => {
  const { server } = handle(SERVER, { type: 'register' }, AT, AT);
  expect(() => refuseMeanwhile(server, [0])).toThrow(
    expect.objectContaining({ code: 'CHANGED_MEANWHILE', details: { seq: 1 } }),
  );
  expect(() => refuseMeanwhile(server, [])).toThrow();
  expect(() => refuseMeanwhile(server, [0, 1])).not.toThrow();
  expect(() => refuseMeanwhile(server, undefined)).not.toThrow();
});

test('what somebody had happen says who, and what an AppSuite did does not', () => {
  const registered = handle(SERVER, { type: 'register', by: 'person/1' }, AT, AT);
  expect(registered.events).toEqual([expect.objectContaining({ type: 'registered', by: 'person/1' })]);
  const { events } = handle(SERVER, { type: 'register', by: undefined }, AT, AT);
  expect(Object.keys(events[0]!)).not.toContain('by');
});
