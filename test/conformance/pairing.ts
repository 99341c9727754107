import { AppSuiteError } from '../../agent/errors.ts';
import { createPairings } from '../support/api/pairings.ts';
import { signInAs } from '../support/api/people.ts';
import { aMachine } from '../support/api/servers.ts';
import type { Machine } from '../support/api/servers.ts';
import { heard, perpetual, running, said, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

let networks = 0;

/** A server with capacity whose customer has somebody that says of machines which server they are. */
async function paired(world: World) {
  const server = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const { begin, ask, asking } = createPairings(() => world.api, world.now);
  const { person, ...someone } = await signInAs(world.api.deps.orm.em.fork(), server.customer);
  const account = { id: server.customer, kind: 'customer' as const };
  const caller = {
    ...{ by: `person/${person}` as const, role: 'administrator' as const, scopes: null, account },
    person: { id: person },
  };
  const { approvals } = world.api.services;
  /** A machine that waits, whose code somebody has entered. */
  const waits = async (machine: Machine = aMachine()) => {
    const { body } = await begin(machine, { from: `198.51.100.${(networks += 1)}` });
    const { deviceCode, userCode } = body as { deviceCode: string; userCode: string };
    const enter = async () => (await approvals.enter(person, userCode))!;
    return { machine, deviceCode, userCode, enter, ask: (...about: object[]) => ask(deviceCode, machine, ...about) };
  };
  const approve = (pairing: string, replaces = false) =>
    approvals.approve(caller, pairing, { server: server.id, replaces });
  return {
    ...server,
    ...someone,
    person,
    waits,
    approve,
    asking,
    refuse: (id: string) => approvals.refuse(person, id),
  };
}

export const pairing: Area = {
  title: 'Pairing',
  cases: [
    {
      name: 'a code that is entered and approved',
      run: async (world) => {
        const { waits, approve } = await paired(world);
        const { ask, enter } = await waits();
        const before = said(await ask());
        await approve(await enter());
        const { status, body, headers } = await ask();
        const carries = ['etag', 'check-in-number'].every((name) => name in headers) ? 'with' : 'without';
        const fields = ['server', 'license', 'checkInAfterSeconds'].every((name) => name in body);
        return `${before} before; then ${status}, ${fields ? 'as an activation' : 'something else'}, ${carries} its headers`;
      },
    },
    {
      name: 'asked again after the answer (it was lost), and ten minutes later',
      run: async (world) => {
        const { waits, approve, id } = await paired(world);
        const { ask, enter } = await waits();
        await approve(await enter());
        const [first, again] = [await ask(), await ask()];
        const times = (await world.eventsOf(id)).filter((type) => type === 'activated').length;
        world.pass(10.5 / 1440);
        return `${first.status}, ${again.status}; the server's events say it ${times === 1 ? 'once' : `${times} times`}; then ${said(await ask())}`;
      },
    },
    {
      name: 'asked twice within the interval',
      run: async (world) => {
        const { ask } = await (await paired(world)).waits();
        const [first, second] = [await ask(), await ask()];
        return `${said(first)} with \`Retry-After\` ${String(first.headers['retry-after'])}, then ${said(second)}`;
      },
    },
    {
      name: 'nobody enters the code within ten minutes',
      run: async (world) => {
        const { ask } = await (await paired(world)).waits();
        world.pass(10.5 / 1440);
        return said(await ask());
      },
    },
    {
      name: 'whoever entered the code refuses the machine',
      run: async (world) => {
        const { waits, refuse } = await paired(world);
        const { ask, enter } = await waits();
        await refuse(await enter());
        return said(await ask());
      },
    },
    {
      name: 'a device code that the cloud never gave; one that is asked for with another key; without one',
      run: async (world) => {
        const { waits, asking } = await paired(world);
        const { ask, deviceCode } = await waits();
        const unknown = await ask({ deviceCode: 'never' });
        const authorization = `Bearer ${await asking(deviceCode, aMachine())}`;
        const other = await world.api.call('POST', '/v1/pairings/token', undefined, { authorization });
        const without = await ask({ deviceCode: undefined });
        return [unknown, other, without].map(said).join(', ');
      },
    },
    {
      name: 'a JWT of 11 minutes ago, one for another audience, one with `act`',
      run: async (world) => {
        const { ask } = await (await paired(world)).waits();
        const iat = Math.floor(world.now() / 1000);
        const old = await ask({ iat: iat - 660, exp: iat - 540 });
        const answers = [old, await ask({ aud: 'https://elsewhere.example' }), await ask({ act: 'leave' })];
        return `${answers.map(said).join(', ')}; ${old.body.serverTime ? 'with' : 'without'} \`serverTime\``;
      },
    },
    {
      name: 'a version that is too old',
      run: async (world) => {
        const { begin } = createPairings(() => world.api, world.now);
        return said(await begin(aMachine(), { from: '198.51.100.251', version: '2019.Autumn.9' }));
      },
    },
    {
      name: 'an eleventh machine that waits at one network address',
      run: async (world) => {
        const { begin } = createPairings(() => world.api, world.now);
        const answers = [];
        for (let asked = 0; asked < 11; asked += 1) answers.push(await begin(aMachine(), { from: '198.51.100.252' }));
        const taken = answers.filter(({ status }) => status === 201).length;
        return `${taken} × 201, then ${said(answers.at(-1)!)}`;
      },
    },
    {
      name: 'approved, but nothing is assigned any more when the machine asks',
      run: async (world) => {
        const { waits, approve, id } = await paired(world);
        const { ask, enter } = await waits();
        await approve(await enter());
        await world.assign(id, FAX, 0);
        const refused = said(await ask());
        await world.assign(id, FAX, 2);
        return `${refused}; once something is, ${(await ask()).status}`;
      },
    },
    {
      name: 'replacing the machine of an activated server',
      run: async (world) => {
        const { waits, approve, id } = await paired(world);
        const before = aMachine();
        await world.activate(await world.tokenOf(id), before);
        const { ask, enter } = await waits();
        const entered = await enter();
        const unmeant = await approve(entered).then(
          () => 'taken',
          (error: { code: string }) => `\`${error.code}\``,
        );
        await approve(entered, true);
        const now = await ask();
        return `refused where it was not meant (${unmeant}); else ${now.status}, and the machine before hears ${said(await world.checkIn(id, before))}`;
      },
    },
    {
      name: 'no worker runs when the machine asks',
      run: async (world) => {
        const { waits, approve, id } = await paired(world);
        const { ask, enter } = await waits();
        await approve(await enter());
        const away = await world.withoutWorker(ask);
        const back = await ask();
        const times = (await world.eventsOf(id)).filter((type) => type === 'activated').length;
        return `${said(away)}; then ${back.status}, activated ${times === 1 ? 'once' : `${times} times`}`;
      },
    },
    {
      name: 'the reference AppSuite pairs, its answer being lost once, with a clock that is an hour behind',
      run: async (world) => {
        const { approve, person } = await paired(world);
        const suite = world.appSuite();
        const shown: string[] = [];
        let lost = 0;
        const waiting = suite.pair(-3_600_000, {
          say: (line) => void shown.push(line),
          sleep: async () => {
            world.loseAnswers(lost === 1);
            lost += 1;
            const code = /[A-Z]{4}-[A-Z]{4}$/.exec(shown[0]!)![0];
            if (lost === 1) await approve((await world.api.services.approvals.enter(person, code))!);
            world.pass(6 / 86_400);
          },
        });
        const outcome = await heard(waiting);
        return `${outcome}; ${running(await suite.status())}`;
      },
    },
    {
      name: 'the reference AppSuite is stopped while it shows its code, and started again',
      run: async (world) => {
        const { approve, person } = await paired(world);
        const suite = world.appSuite();
        const shown: string[] = [];
        const say = (line: string) => void shown.push(line);
        const stop = () => Promise.reject(new AppSuiteError('stopped'));
        const first = await heard(suite.pair(0, { say, sleep: stop }));
        const sleep = async () => {
          const code = /[A-Z]{4}-[A-Z]{4}$/.exec(shown[0]!)![0];
          await approve((await world.api.services.approvals.enter(person, code))!);
          world.pass(6 / 86_400);
        };
        world.pass(6 / 86_400);
        const second = await heard(suite.pair(0, { say, sleep }));
        const same = shown[0] === shown[1] ? 'the same code' : 'another code';
        return `${first}; ${same}, ${second}; ${running(await suite.status())}`;
      },
    },
    {
      name: 'the machine of a server is paired with it again, its folder being lost',
      run: async (world) => {
        const { waits, approve, id } = await paired(world);
        const before = aMachine();
        await world.activate(await world.tokenOf(id), before);
        const { ask, enter } = await waits(aMachine(before.fingerprint));
        await approve(await enter(), true);
        const { status } = await ask();
        const journaled = await world.journaled(id, 'reinstalled');
        return `${status}, ${journaled}; the old key hears ${said(await world.checkIn(id, before))}`;
      },
    },
    {
      name: 'the same request to begin, repeated with its `Idempotency-Key`',
      run: async (world) => {
        const { begin } = createPairings(() => world.api, world.now);
        const [machine, from] = [aMachine(), '198.51.100.253'];
        const headers = { 'idempotency-key': `pair-${world.now()}` };
        const [first, again] = [await begin(machine, { from, headers }), await begin(machine, { from, headers })];
        return `${first.status}, ${again.status}, ${first.body.userCode === again.body.userCode ? 'the same code' : 'another code'}`;
      },
    },
  ],
};
