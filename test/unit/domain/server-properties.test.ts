import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evolve } from '../../../domain/server/evolve.ts';
import { handle } from '../../../domain/server/handle.ts';
import {
  openServer,
  type Server,
  type ServerCommand,
  type ServerEvent,
  type Share,
} from '../../../domain/server/server.ts';
import {
  anySteps,
  DAY_MS,
  expectRepeatsChangeNothing,
  expectSoundJournal,
  live,
  type Lived,
  type Step,
} from '../../support/domain/any-history.ts';
import { activate, changeCapacity, publicKey, SERVER, share } from '../../support/domain/server-language.ts';

const anyShares: fc.Arbitrary<Share[]> = fc
  .uniqueArray(fc.record({ order: fc.constantFrom('SO-1', 'SO-2'), capacity: fc.integer({ min: 1, max: 3 }) }), {
    selector: ({ order }) => order,
  })
  .map((drawn) => drawn.map(({ order, capacity }) => share(capacity, { order })));

const anyActivation: fc.Arbitrary<ServerCommand> = fc
  .record({
    machine: fc.constantFrom('machine-1', 'machine-2', 'machine-3'),
    tokenVersion: fc.constantFrom(1, 1, 1, 2, 2, 3),
    key: fc.constantFrom('key 1', 'key 2'),
    version: fc.constantFrom(...Array<string>(9).fill('2026.Autumn.1'), '2019.Autumn.1'),
  })
  .map(({ machine, tokenVersion, key, version }) =>
    activate(machine, { tokenVersion, version, publicKey: publicKey(`${key} of ${machine}`) }),
  );

const anyRotation: fc.Arbitrary<ServerCommand> = fc.record({
  type: fc.constant('rotate' as const),
  tokenKey: fc.constantFrom('secret-1', 'secret-2'),
  byVendor: fc.boolean(),
});

const anyCommand: fc.Arbitrary<ServerCommand> = fc.oneof(
  { weight: 4, arbitrary: anyShares.map((shares) => changeCapacity(...shares)) },
  { weight: 16, arbitrary: anyActivation },
  { weight: 8, arbitrary: fc.constant({ type: 'leave' as const }) },
  { weight: 3, arbitrary: anyRotation },
  { weight: 1, arbitrary: fc.constantFrom(0, 5, 5, 5).map((assigned) => ({ type: 'retire' as const, assigned })) },
);

const rules = { open: openServer(SERVER), handle, evolve };
type History = Lived<Server, ServerCommand, ServerEvent>[];

/** Every server is registered before anything else happens to it, and is given some capacity. */
function always(holds: (history: History) => void): void {
  const at = { atMs: SERVER.registeredAt, nowMs: SERVER.registeredAt };
  const first: Step<ServerCommand>[] = [
    { command: { type: 'register' }, ...at },
    { command: changeCapacity(share(2)), ...at },
  ];
  fc.assert(
    fc.property(anySteps(anyCommand, SERVER.registeredAt), (steps) =>
      holds(live<Server, ServerCommand, ServerEvent>(rules, [...first, ...steps])),
    ),
    { numRuns: 300 },
  );
}

describe('whatever happens to a server, in whatever sequence and however late', () => {
  test('its journal has no gaps, never goes back in time, and replayed gives the same server', () => {
    always((history) => expectSoundJournal(rules, history));
  });

  test('a command that is repeated changes nothing, but for a rotation, which is another one', () => {
    always((history) =>
      expectRepeatsChangeNothing(
        rules,
        history.filter(({ command }) => command.type !== 'rotate'),
      ),
    );
  });

  test('it has a token from its first capacity on, whose version only a rotation raises, by one', () => {
    always((history) => {
      for (const { before, after, events } of history) {
        if (after.shares.length > 0) expect(after.token).not.toBeNull();
        const raised = (after.token?.version ?? 1) - (before.token?.version ?? 1);
        expect(raised).toBe(events.filter(({ type }) => type === 'rotated').length);
      }
    });
  });

  test('the key that counts is never among those that no longer do, of which each is remembered once', () => {
    always((history) => {
      for (const { after } of history) {
        const former = after.formerKeys.map(({ publicKey: { x } }) => x);
        expect(former).not.toContain(after.activation?.publicKey.x);
        expect(new Set(former).size).toBe(former.length);
      }
    });
  });

  test('only what activates, or makes it leave, changes the machine it is bound to', () => {
    always((history) => {
      for (const { command, before, after } of history)
        if (!['activate', 'leave'].includes(command.type)) expect(after.activation).toEqual(before.activation);
    });
  });

  test('in 90 days it is on another machine three times at most, unless the vendor rotates its token', () => {
    always((history) => {
      let machine: string | null = null;
      let changes: number[] = [];
      for (const event of history.flatMap(({ events }) => events)) {
        if (event.type === 'rotated' && event.byVendor) changes = [];
        if (!('fingerprint' in event)) continue;
        if (machine !== null && event.fingerprint !== machine) changes.push(event.at);
        machine = event.fingerprint;
        expect(changes.filter((at) => at > event.at - 90 * DAY_MS).length).toBeLessThanOrEqual(3);
      }
    });
  });

  test('once retired, nothing changes any more', () => {
    always((history) => {
      for (const { before, after } of history) if (before.retiredAt !== null) expect(after).toBe(before);
    });
  });
});
