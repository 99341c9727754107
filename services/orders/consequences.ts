import type { OrderView } from './view.ts';

/** What a change of an order brings to those who use it, beside what its events say. */
export const CONSEQUENCES = ['loses', 'gets-back', 'will-lose', 'stops', 'goes-on', 'reads-no-more'] as const;

/**
 * `loses` and `gets-back`: units of an application that a server has no more, or again. `will-lose`: on the day `on` a line is
 * reduced to `capacity` units, 0 where it is canceled, and `assigned` units of it are on servers now. `stops` and `goes-on`:
 * so many servers may no longer, or may again, use what they hold of the order. `reads-no-more`: the account is no party
 * of the order any more.
 */
export type Consequence =
  | { type: 'loses' | 'gets-back'; server: string; application: string; from: number; to: number }
  | { type: 'will-lose'; line: string; application: string; assigned: number; capacity: number; on: string }
  | { type: 'stops' | 'goes-on'; servers: number }
  | { type: 'reads-no-more'; account: string; name: string };

/** What differs for servers and parties between an order as it is and as it would be, as one reader sees both. */
export function consequencesOf(before: OrderView, after: OrderView): Consequence[] {
  return [
    ...suspensionOf(before, after),
    ...sharesOf(before, after),
    ...plansOf(before, after),
    ...partiesOf(before, after),
  ];
}

function suspensionOf(before: OrderView, after: OrderView): Consequence[] {
  const [was, is] = [before, after].map(({ status }) => status === 'suspended');
  const servers = new Set(after.assignments.map(({ server }) => server)).size;
  return was === is || servers === 0 ? [] : [{ type: is ? 'stops' : 'goes-on', servers }];
}

function sharesOf(before: OrderView, after: OrderView): Consequence[] {
  const [had, has] = [unitsIn(before), unitsIn(after)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((share) => {
    const [server, application] = JSON.parse(share) as [string, string];
    const [from, to] = [had.get(share) ?? 0, has.get(share) ?? 0];
    return from === to ? [] : [{ type: to < from ? 'loses' : 'gets-back', server, application, from, to } as const];
  });
}

/** Units that count, by server and application. */
function unitsIn({ assignments, lines }: OrderView): ReadonlyMap<string, number> {
  const applications = new Map(lines.map(({ id, application }) => [id, application]));
  const units = new Map<string, number>();
  for (const { line, server, capacity } of assignments) {
    const share = JSON.stringify([server, applications.get(line)!]);
    units.set(share, (units.get(share) ?? 0) + capacity);
  }
  return units;
}

/** What is newly planned for lines of which servers have more than will be left. */
function plansOf(before: OrderView, after: OrderView): Consequence[] {
  const known = new Set(before.lines.flatMap(({ planned }) => planned.map(({ id }) => id)));
  return after.lines.flatMap(({ id: line, application, assigned, planned }) =>
    planned.flatMap(({ id, on, capacity = 0 }) =>
      known.has(id) || assigned <= capacity
        ? []
        : [{ type: 'will-lose' as const, line, application, assigned, capacity, on }],
    ),
  );
}

function partiesOf(before: OrderView, after: OrderView): Consequence[] {
  const stay = new Set(accountsIn(after).map(({ id }) => id));
  return accountsIn(before).flatMap(({ id: account, name }) =>
    stay.has(account) ? [] : [{ type: 'reads-no-more' as const, account, name }],
  );
}

function accountsIn({ customer, reseller, distributor }: OrderView) {
  return [customer, reseller, distributor].flatMap((party) => (party ? [party] : []));
}
