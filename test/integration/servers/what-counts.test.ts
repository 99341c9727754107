import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { IntakeEntity } from '../../../db/entities/orders/intake.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { publishServer } from '../../../db/queries/publishing/publish-server.ts';
import { heldShares, readServer, type HeldShare } from '../../../db/queries/servers/servers.ts';
import { acceptOrder } from '../../../domain/order/arriving/accept.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import { POLICY } from '../../../domain/policy.ts';
import type { Caller } from '../../../domain/people/permissions.ts';
import { handle } from '../../../domain/server/handle.ts';
import { openServer, type Share } from '../../../domain/server/server.ts';
import { DAY_MS, live } from '../../support/domain/any-history.ts';
import { anyOrderLife, SERVERS, type OrderLife } from '../../support/domain/any-order.ts';
import { handleMove, OPENING, type OrderMove } from '../../support/domain/order-language.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';
import { postedOrder } from '../../support/api/delivered-order.ts';

const VENDOR: Caller = { by: 'key/1', account: { id: 'vendor', kind: 'vendor' }, role: 'administrator', scopes: null };

let api: TestApi;
let now = 0;
let lives = 0;

beforeAll(async () => {
  api = await openApi({ clock: () => now });
});
afterAll(() => api.close());

const em = () => api.database.orm.em.fork();

/** An order as it was lived, with the servers as their last finished changes left them; both are published. */
async function publish(life: OrderLife): Promise<{ order: Order; servers: string[] }> {
  const mark = `${(lives += 1)}`;
  const { timeZone, delivery, steps } = JSON.parse(
    JSON.stringify(life).replaceAll('"srv-', `"srv-${mark}-`),
  ) as OrderLife;
  const [number, customerId] = [`SO-${mark}`, `acme-${mark}`];
  const open = openOrder({ ...OPENING, number, customerId, timeZone });
  const atOnce = (command: OrderMove) => ({ command, atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt });
  const servers = SERVERS.map((id) => id.replace('srv-', `srv-${mark}-`));
  // Something is assigned from the beginning, so that most of what happens concerns it.
  const taken = servers.map((server): OrderMove => {
    return { type: 'take', server, number: 1, shares: [{ line: '1', capacity: 1 }], activatedAt: null };
  });
  // Another customer's has no servers here.
  const own = steps.filter(({ command: { type } }) => type !== 'transfer');
  const later = own.map(({ command, ...step }) => ({
    ...step,
    command: 'number' in command ? { ...command, number: command.number + 10 } : command,
  }));
  const history = live({ open, handle: handleMove, evolve }, [
    ...[delivery, { type: 'unlock' } as const, ...taken].map(atOnce),
    ...later,
  ]);
  const order = history.at(-1)!.after;

  const customer = { id: customerId, name: 'Acme Hotels', email: 'it@acme.example', timeZone };
  const content = acceptOrder(postedOrder(number, { customer }), 'key/1', OPENING.acceptedAt);
  const at = new Date(OPENING.acceptedAt);
  await em().insert(AccountEntity, { ...customer, kind: 'customer', locale: 'en', createdAt: at });
  await em().insert(IntakeEntity, { number, content, contentHash: '', receivedAt: at });
  const events = history.flatMap((step) => step.events);
  await publishOrder(em(), order, events);

  for (const id of servers) {
    const heard = history.filter(({ command, refused }) => 'server' in command && command.server === id && !refused);
    const given = heard.at(-1)?.after.assignments.filter(({ server }) => server === id) ?? [];
    const shares = given.map(({ line, capacity }): Share => {
      const { application } = order.lines.find((sold) => sold.id === line)!;
      return { order: number, line, application, capacity };
    });
    const opening = { id, customerId, name: id, role: 'production', registeredAt: OPENING.acceptedAt } as const;
    const opened = openServer({ ...opening, silentDays: POLICY.silentDays });
    const registered = handle(opened, { type: 'register' }, OPENING.acceptedAt, now);
    await publishServer(em(), { ...registered.server, shares }, registered.events, () => ({
      hash: '',
      firstGroup: '',
    }));
    // What is asked where a server's own word is newer says the same, where it is not.
    const asked = await heldShares(em(), { id, customerId }, shares);
    const record = await readServer(em(), id);
    const units = (held: readonly HeldShare[]) => held.map(({ capacity }) => capacity).sort();
    expect(units(asked.filter(({ capacity }) => capacity > 0))).toEqual(units(record!.shares));
  }
  return { order, servers };
}

type Counted = Record<string, number>;

/** Sums units under a name, leaving out what sums to nothing. */
function sum(shares: { name: string; capacity: number }[]): Counted {
  const sums: Counted = {};
  for (const { name, capacity } of shares) sums[name] = (sums[name] ?? 0) + capacity;
  return Object.fromEntries(Object.entries(sums).filter(([, units]) => units > 0));
}

test('whatever happened to an order, the order, its servers and the rows of licenses say the same of what is assigned, and of what is kept', async () => {
  let assigned = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(anyOrderLife, fc.integer({ min: 0, max: 900 }), async (life, days) => {
      now = OPENING.acceptedAt;
      const { order, servers } = await publish(life);
      now = order.lastAt + days * DAY_MS;
      const answer = await api.services.orders.readOrder(VENDOR, order.number);
      const rows = (await api.services.accounts.listLicenses(VENDOR, order.customerId, { limit: 50 })).items;
      const seen = await Promise.all(servers.map((id) => api.services.servers.readServer(id)));
      const applicationOf = (line: string) => answer.lines.find(({ id }) => id === line)!.application;
      for (const what of ['assignments', 'kept'] as const) {
        const byOrder = sum(
          answer[what].map(({ line, server, capacity }) => ({ name: `${server} ${applicationOf(line)}`, capacity })),
        );
        const byServers = sum(
          seen.flatMap(({ view }) =>
            view[what].map(({ application, capacity }) => ({ name: `${view.id} ${application}`, capacity })),
          ),
        );
        expect(byServers).toEqual(byOrder);
        if (what === 'kept') kept += answer.kept.length;
      }
      const byRows = sum(rows.map((row) => ({ name: row.application, capacity: row.assigned })));
      const all = answer.assignments.map(({ line, capacity }) => ({ name: applicationOf(line), capacity }));
      expect(byRows).toEqual(sum(all));
      assigned += all.length;
    }),
    // The same lives in every run, so that both occur in each.
    { numRuns: 60, seed: 1 },
  );
  // Both occurred, or nothing was compared.
  expect(assigned).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);
});
