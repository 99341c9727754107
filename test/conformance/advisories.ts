import { decodeJwt } from 'jose';
import type { Answer } from '../support/api/api.ts';
import { aMachine } from '../support/api/servers.ts';
import { perpetual, running, said, type Area, type World } from './world.ts';

let made = 0;

/** While an advisory about versions before 2026.Winter.3 is open: its id, and who is affected by it. */
async function advising(world: World, work: (id: string, affected: Affected) => Promise<string>): Promise<string> {
  const id = `ADV-${(made += 1)}`;
  const about = { id, title: 'Calls can be overheard', severity: 'high', affects: '<2026.Winter.3' };
  const published = { ...about, url: `https://vendor.example/${id}`, fixedIn: '2026.Winter.3' };
  await world.api.call('POST', '/v1/advisories', published);
  try {
    return await work(id, async (server) => {
      const { body } = await world.api.call('GET', `/v1/advisories/${id}/servers?limit=100`);
      const found = (body.items as { id: string; toldAt: string | null }[]).find((one) => one.id === server);
      return found ? (found.toldAt ? 'told' : 'not told') : 'not affected';
    });
  } finally {
    await withdraw(world, id);
  }
}

/** Whether a server is affected, and whether it was told. */
type Affected = (server: string) => Promise<string>;

const withdraw = (world: World, id: string) => world.api.call('DELETE', `/v1/advisories/${id}`);

/** An answer with what its document names. */
function named({ status, body }: Answer): string {
  if (status !== 200) return said({ status, body, headers: {} });
  const { advisories } = decodeJwt<{ advisories?: unknown[] }>(body as string);
  return `200 ${advisories ? `with ${advisories.length} advisory` : 'without advisories'}`;
}

const etagOf = ({ headers }: Answer) => headers.etag as string;

export const advisories: Area = {
  title: 'Advisories',
  cases: [
    {
      name: 'one that concerns the server’s version',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const before = await world.checkIn(id, machine, undefined, { ver: '2026.Winter.2' });
        return advising(world, async () => named(await world.checkIn(id, machine, etagOf(before))));
      },
    },
    {
      name: 'one that does not',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const before = await world.checkIn(id, machine, undefined, { ver: '2026.Winter.3' });
        return advising(world, async () => named(await world.checkIn(id, machine, etagOf(before))));
      },
    },
    {
      name: 'one that concerns the version of the activation, where the AppSuite says none since',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        return advising(world, async (_id, affected) => {
          const answer = named(await world.checkIn(id, machine));
          return `${answer}; ${await affected(id)}`;
        });
      },
    },
    {
      name: 'a build of an affected version',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const ver = '2026.Winter.2-hotfix3';
        return advising(world, async () => named(await world.checkIn(id, machine, undefined, { ver })));
      },
    },
    {
      name: 'updated out of the affected versions, and back',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const unadvised = await world.checkIn(id, machine, undefined, { ver: '2026.Winter.2' });
        return advising(world, async () => {
          const first = await world.checkIn(id, machine, etagOf(unadvised));
          const updated = await world.checkIn(id, machine, etagOf(first), { ver: '2026.Winter.3' });
          const back = await world.checkIn(id, machine, etagOf(updated), { ver: '2026.Winter.2' });
          const asBefore = etagOf(updated) === etagOf(unadvised) ? 'its ETag that of before' : 'another ETag';
          return `${named(first)} → ${named(updated)}, ${asBefore} → ${named(back)}`;
        });
      },
    },
    {
      name: 'a server is told when it presents the ETag of the document',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        return advising(world, async (_id, affected) => {
          const steps = [await affected(id)];
          const answer = await world.checkIn(id, machine);
          steps.push(await affected(id));
          await world.checkIn(id, machine, '*');
          steps.push(await affected(id));
          await world.checkIn(id, machine, etagOf(answer));
          return [...steps, await affected(id)].join(' → ');
        });
      },
    },
    {
      name: 'or the number of the answer that brought it, and not that of an answer before',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        return advising(world, async (_id, affected) => {
          const first = await world.checkIn(id, machine);
          const second = await world.checkIn(id, machine);
          const present = ({ headers }: Answer) =>
            world.checkIn(id, machine, undefined, { chk: headers['check-in-number'] });
          await present(first);
          const steps = [await affected(id)];
          await present(await present(second));
          return [...steps, await affected(id)].join(' → ');
        });
      },
    },
    {
      name: 'withdrawn',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        return advising(world, async (advisory) => {
          const answer = await world.checkIn(id, machine);
          await withdraw(world, advisory);
          return `${named(answer)} → ${named(await world.checkIn(id, machine, etagOf(answer)))}`;
        });
      },
    },
    {
      name: 'of a server without a network',
      run: async (world) => {
        const { id } = await world.holding([perpetual('digital-fax', 8)], { 'digital-fax': 5 });
        return advising(world, async (_id, affected) => {
          const claims = { version: '2026.Winter.2' };
          const request = await world.offlineRequest(await world.tokenOf(id), aMachine(), claims);
          const { body } = await world.api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
          const names = 'advisories' in decodeJwt(body.response) ? 'advisories' : 'no advisories';
          return `its response has ${names}; the vendor sees it as affected, ${await affected(id)}`;
        });
      },
    },
    {
      name: 'at the reference AppSuite',
      run: async (world) => {
        const { id } = await world.holding([perpetual('digital-fax', 8)], { 'digital-fax': 5 });
        const suite = world.appSuite();
        await suite.activate(await world.tokenOf(id), 0, '2026.Winter.2');
        return advising(world, async (advisory, affected) => {
          const status = await suite.checkIn();
          const [warning = ''] = status.warnings.filter((text) => text.includes(advisory));
          await suite.checkIn();
          const sentence = warning.replaceAll(advisory, 'ADV');
          return `${running(status)}, as before; ${sentence} At the next check-in: ${await affected(id)}`;
        });
      },
    },
  ],
};
