import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { numberForActivation, numberForCheckIn, type NumberChain } from '../../../domain/server/check-in-number.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-12-01T09:00:00Z');

/** What a machine holds of a server's identity; a snapshot or a clone is a copy of it. */
type Machine = { number: string | undefined };

/** A server's number as the cloud keeps it, and the machines that claim to be that server. */
function aServer() {
  let chain: NumberChain | null = null;
  let made = 0;
  let now = START_MS;
  const suspicions: string[] = [];
  const random = () => `random-${(made += 1)}`;
  return {
    suspicions,
    chain: () => chain!,
    pass: (ms: number) => (now += ms),
    activate(machine: Machine, key = 'key') {
      chain = numberForActivation(chain, key, random());
      machine.number = chain.current;
    },
    /** Without `heard` the answer is lost; with `jti` the very same request is sent again. */
    checkIn(machine: Machine, { heard = true, jti = random(), key = 'key' } = {}) {
      const call = { key, jti, presented: machine.number, random: random() };
      const numbered = numberForCheckIn(chain, call, now);
      chain = numbered.chain;
      if (numbered.suspicion) suspicions.push(numbered.suspicion);
      if (heard) machine.number = chain.current;
    },
  };
}

/** `A`, `B` check in; `a`, `b` do and lose the answer; `+` is an activation of A; `B=A` copies what A holds; `0` waits a day. */
const SEQUENCES: [what: string, sequence: string, suspicions: string[]][] = [
  ['a machine that checks in day by day', '+ A 0 A 0 A', []],
  ['a first answer that was lost', 'a A A', []],
  ['several first answers that were lost', 'a a a A A', []],
  ['an activation whose answer was lost and repeated', '+ + A A', []],
  ['a repeated activation between check-ins', '+ A A + A A', []],
  ['a lost answer', '+ A a A A', []],
  ['several lost answers in a row', '+ A a a a A A', []],
  ['a lost answer after another that was heard', '+ A a A a A', []],
  ['a clone, once both have called', '+ A B=A A B A', ['clone-suspected']],
  ['a clone that calls first', '+ A B=A B A B', ['clone-suspected']],
  ['a clone that calls day by day, said once a day', '+ A B=A A B 0 A B 0 A B', Array(2).fill('clone-suspected')],
  ['a clone of a machine whose answer was lost', '+ A a B=A A B A', ['clone-suspected']],
  ['a snapshot that is restored', '+ A B=A A A A=B A A A', ['snapshot-suspected']],
  ['a snapshot of long ago', `+ A B=A ${'A '.repeat(60)}A=B A A`, ['snapshot-suspected']],
  ['a snapshot of before the last call alone, as a lost answer looks', '+ A B=A A A=B A A', []],
  ['a snapshot of before the first answer', '+ B= A A A=B A A', ['snapshot-suspected']],
  ['a snapshot restored twice within a day, said once', '+ A B=A A A A=B A A A=B A', ['snapshot-suspected']],
  ['a snapshot that runs beside the original', '+ A B=A A A B A B', ['snapshot-suspected', 'clone-suspected']],
];

describe('check-in numbers tell apart', () => {
  test.each(SEQUENCES)('%s: %s', (_what, sequence, suspicions) => {
    const server = aServer();
    const machines: Record<string, Machine> = { A: { number: undefined }, B: { number: undefined } };
    for (const step of sequence.split(' ').filter((text) => text)) {
      const [to, from] = step.split('=');
      if (step === '+') server.activate(machines.A!);
      else if (step === '0') server.pass(DAY_MS);
      else if (from !== undefined) machines[to!]!.number = machines[from]?.number;
      else server.checkIn(machines[step.toUpperCase()]!, { heard: step === step.toUpperCase() });
    }
    expect(server.suspicions).toEqual(suspicions);
  });

  test('the very same request again within half an hour is answered with the same number, and is no lost answer', () => {
    const server = aServer();
    const machine: Machine = { number: undefined };
    server.activate(machine);
    server.checkIn(machine, { jti: 'one', heard: false });
    const given = server.chain().current;
    server.pass(29 * MINUTE_MS);
    server.checkIn(machine, { jti: 'one' });
    expect(machine.number).toBe(given);
    server.pass(MINUTE_MS);
    server.checkIn(machine, { jti: 'one' });
    expect(machine.number).not.toBe(given);
  });

  test('a number that the cloud has forgotten, as its database was restored, is no suspicion', () => {
    const machine: Machine = { number: '7.given before the crash' };
    const server = aServer();
    server.activate({ number: undefined });
    server.checkIn(machine);
    server.checkIn(machine);
    expect(server.suspicions).toEqual([]);
  });

  test('text that never was a number of ours is taken for an old one', () => {
    const server = aServer();
    server.activate({ number: undefined });
    server.checkIn({ number: 'no number' });
    expect(server.suspicions).toEqual(['snapshot-suspected']);
  });

  test('a new key begins anew, and no number of the key before it counts', () => {
    const server = aServer();
    const [old, reinstalled]: Machine[] = [{ number: undefined }, { number: undefined }];
    server.activate(old!);
    server.checkIn(old!);
    server.activate(reinstalled!, 'new key');
    server.checkIn(reinstalled!, { key: 'new key' });
    expect(server.suspicions).toEqual([]);
    expect(new Set([old!.number, reinstalled!.number]).size).toBe(2);
  });

  test('whatever a single machine hears or does not hear, it is never suspected', () => {
    const step = fc.record({ heard: fc.boolean(), again: fc.boolean(), activates: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = aServer();
        const machine: Machine = { number: undefined };
        server.activate(machine);
        steps.forEach(({ heard, again, activates }, index) => {
          if (activates) server.activate(machine);
          server.checkIn(machine, { heard: heard && !again, jti: `${index}` });
          if (again) server.checkIn(machine, { heard, jti: `${index}` });
        });
        expect(server.suspicions).toEqual([]);
      }),
    );
  });

  test('what is remembered of a server stays small, however often it calls', () => {
    const server = aServer();
    const machine: Machine = { number: undefined };
    for (let call = 0; call < 500; call++) server.checkIn(machine, { heard: call % 3 === 0 });
    expect(JSON.stringify(server.chain()).length).toBeLessThan(2_000);
  });
});
