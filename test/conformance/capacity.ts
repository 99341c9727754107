import { perpetual, said, type Area } from './world.ts';
import { until } from '../support/until.ts';

const FAX = 'digital-fax';

export const capacity: Area = {
  title: 'Capacity',
  cases: [
    {
      name: 'exceeded by one',
      run: async (world) => {
        const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
        const refused = await world.assign(id, FAX, 9);
        const { body } = await world.api.call('GET', `/v1/servers/${id}`);
        return `${said(refused)} with \`free\` ${refused.body.free}; the server keeps ${body.assignments[0].capacity}`;
      },
    },
    {
      name: 'the last unit, asked for by 20 servers at once',
      run: async (world) => {
        const first = await world.aServer([perpetual(FAX, 1)]);
        const others = await Promise.all(Array.from({ length: 19 }, () => world.another(first)));
        const answers = await Promise.all(
          [first.id, ...others].map((id) => untilKnown(() => world.assign(id, FAX, 1))),
        );
        const { body } = await world.api.call('GET', `/v1/orders/${first.order.number}`);
        return `${counted(answers.map(said))}; ${body.lines[0].assigned} is assigned, ${body.lines[0].free} is free`;
      },
    },
    {
      name: 'locked',
      run: async (world) => {
        const { id, customer } = await world.aServer([perpetual(FAX, 1)]);
        const locked = { application: 'voicemail', capacity: 5, license: 'perpetual' };
        await world.api.call('POST', '/v1/orders', {
          ...{ number: `LOCKED-${id}`, customer: { id: customer, name: 'Acme', email: 'it@acme.example' } },
          ...{ reseller: { id: 'northwind-voice', name: 'Northwind', email: 'o@northwind.example' }, lines: [locked] },
        });
        const refused = await world.assign(id, 'voicemail', 1);
        return `${said(refused)} with \`free\` ${refused.body.free}`;
      },
    },
  ],
};

/** Asks again while the outcome is unknown, as a caller does. */
async function untilKnown(ask: () => Promise<{ status: number; body: { code?: string } & object }>) {
  let answer = await ask();
  await until(async () => answer.status !== 503 || (answer = await ask()).status !== 503);
  return { ...answer, headers: {} };
}

function counted(answers: string[]): string {
  const kinds = [...new Set(answers)].sort();
  return kinds.map((kind) => `${answers.filter((answer) => answer === kind).length} × ${kind}`).join(', ');
}
