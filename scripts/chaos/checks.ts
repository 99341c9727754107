import type { Client } from './client.ts';
import type { Outcome } from './life.ts';
import { APPLICATIONS, type Application, type PlannedLife, type PlannedOrder } from './plan.ts';
import { mailsAbout, recipientOf } from './unlocking.ts';

type Line = { id: string; application: Application; capacity: number; locked: number; assigned: number; free: number };
type OrderView = {
  number: string;
  status: string;
  stage: string;
  deliveries: { id: string; unlockedAt: string | null; mail: string }[];
  lines: Line[];
  assignments: { line: string; server: string; capacity: number; activatedAt: string | null }[];
};
type ServerView = { state: string; assignments: { application: string; capacity: number }[] };
type JournalItem = { stream: string; seq: number; type: string };

const STAGES = { held: 'locked', 'given-back': 'unlocked', activated: 'activated' } as const;

/** Everything about a customer that is not as it should be, a sentence each. */
export async function violationsOf(client: Client, outcome: Outcome): Promise<string[]> {
  const { life, servers } = outcome;
  const orders = await Promise.all(
    life.orders.map(async (planned) => ({
      planned,
      order: await client.read<OrderView>(`/v1/orders/${planned.number}`),
    })),
  );
  const found = await Promise.all([
    ...orders.map(({ planned, order }) => orderViolations(client, life, planned, order)),
    ...servers.map((server) =>
      serverViolations(
        client,
        server,
        orders.map(({ order }) => order),
      ),
    ),
  ]);
  return found.flat();
}

async function orderViolations(
  client: Client,
  life: PlannedLife,
  { number, sold }: PlannedOrder,
  order: OrderView,
): Promise<string[]> {
  const [mails, journal] = await Promise.all([
    mailsAbout(client, number),
    client.readAll<JournalItem>(`/v1/orders/${number}/events`),
  ]);
  const types = (type: string) => journal.filter((item) => item.type === type).length;
  const recipients = mails.flatMap(({ to }) => to);
  const unlocks = life.ending === 'held' ? 0 : 1;
  return [
    differs(`${number}: status`, order.status, 'open'),
    differs(`${number}: stage`, order.stage, STAGES[life.ending]),
    differs(
      `${number}: deliveries with the state of their e-mail`,
      order.deliveries.map(({ mail }) => mail),
      ['sent'],
    ),
    differs(`${number}: recipients of its e-mails`, recipients, [recipientOf(life)]),
    differs(`${number}: times delivered`, types('delivered'), 1),
    differs(`${number}: times unlocked`, types('unlocked'), unlocks),
    ...APPLICATIONS.map((application) =>
      differs(
        `${number}: ${application} sold`,
        sum(order.lines, (line) => line.application === application),
        sold[application],
      ),
    ),
    ...order.lines.flatMap((line) => lineViolations(life, order, line)),
  ].filter((violation) => violation !== null);
}

function lineViolations({ ending }: PlannedLife, order: OrderView, line: Line): (string | null)[] {
  const name = `${order.number}, line ${line.id}`;
  const { capacity, locked, assigned, free } = line;
  const nothing = { locked: 0, assigned: 0, free: 0 };
  const where = { held: 'locked', 'given-back': 'free', activated: 'assigned' } as const;
  return [
    differs(`${name}: locked + assigned + free`, locked + assigned + free, capacity),
    differs(`${name}: where its capacity is`, { locked, assigned, free }, { ...nothing, [where[ending]]: capacity }),
    differs(
      `${name}: assignments that are listed`,
      sum(order.assignments, (share) => share.line === line.id),
      assigned,
    ),
  ];
}

/** A server's own word, and what the orders say that it holds. */
async function serverViolations(
  client: Client,
  server: Outcome['servers'][number],
  orders: OrderView[],
): Promise<string[]> {
  const { id, name, held } = server;
  const [view, journal] = await Promise.all([
    client.read<ServerView>(`/v1/servers/${id}`),
    client.readAll<JournalItem>(`/v1/servers/${id}/events`),
  ]);
  const types = (type: string) => journal.filter((item) => item.type === type).length;
  return [
    differs(`${name}: state`, view.state, server.isRetired() ? 'retired' : 'activated'),
    differs(`${name}: times registered`, types('registered'), 1),
    differs(`${name}: times retired`, types('retired'), server.isRetired() ? 1 : 0),
    ...APPLICATIONS.flatMap((application) => [
      differs(
        `${name}: ${application} by its own word`,
        sum(view.assignments, (share) => share.application === application),
        held[application],
      ),
      differs(
        `${name}: ${application} by the orders`,
        orders.reduce((units, order) => units + assignedTo(order, id, application), 0),
        held[application],
      ),
    ]),
  ].filter((violation) => violation !== null);
}

function assignedTo({ lines, assignments }: OrderView, server: string, application: Application): number {
  const ids = lines.filter((line) => line.application === application).map(({ id }) => id);
  return sum(assignments, (share) => share.server === server && ids.includes(share.line));
}

function sum<Item extends { capacity: number }>(items: Item[], counts: (item: Item) => boolean): number {
  return items.filter(counts).reduce((units, { capacity }) => units + capacity, 0);
}

function differs(what: string, is: unknown, shouldBe: unknown): string | null {
  const [found, expected] = [JSON.stringify(is), JSON.stringify(shouldBe)];
  return found === expected ? null : `${what} should be ${expected} and is ${found}`;
}
