import Type from 'typebox';
import { UNITS } from '../../../domain/catalogue/catalogue.ts';
import { MOST_CELLS, MOST_NEW_SERVERS } from '../../../domain/assigning.ts';
import { SERVER_ROLES, SERVER_STATES } from '../../../domain/server/server.ts';
import { LICENSE_KINDS } from '../../../domain/catalogue/terms.ts';
import { CELL_OUTCOMES } from '../../../services/assignments/setting.ts';
import { Capacity, Closed, Id, Instant, Nullable, OneOf, Page, Paging, Text, Units } from '../common.ts';

const Held = Type.Integer({ minimum: 0, maximum: 1_000_000 });

const Ref = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$', description: 'A name within this request' });

export const AssignableQuery = Closed({ ...Paging, application: Type.Optional(Id), server: Type.Optional(Id) });

const AssignableServer = Type.Object({
  ...{ server: Id, name: Text, role: OneOf(SERVER_ROLES), state: OneOf(SERVER_STATES) },
  standbyFor: Type.Unsafe<string | null>({
    ...Nullable(Id),
    description: 'The server that it stands by for: a standby is given nothing',
  }),
  assignments: Type.Array(Type.Object({ application: Type.String(), capacity: Units })),
});

export const AssignableView = Type.Object({
  applications: Type.Array(
    Type.Object({
      ...{ application: Type.String(), name: Type.String(), unit: Nullable(OneOf(UNITS)) },
      licenses: Type.Array(OneOf(LICENSE_KINDS)),
      usable: Type.Unsafe<number>({ ...Units, description: 'What is owned and not locked' }),
      ...{ assigned: Units, free: Units },
    }),
    { description: 'All of them, on every page' },
  ),
  ...Page(AssignableServer).properties,
});

export const NewAssignments = Closed({
  servers: Type.Optional(
    Type.Array(Closed({ ref: Ref, name: Text, role: OneOf(SERVER_ROLES) }), {
      maxItems: MOST_NEW_SERVERS,
      description: 'Servers to be registered; items name them by `ref`',
    }),
  ),
  items: Type.Array(
    Closed({
      server: Type.Unsafe<string>({ ...Id, description: 'A server’s id, or the `ref` of one in `servers`' }),
      application: Id,
      capacity: Held,
      expected: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 1_000_000,
          description: 'What it has been seen to have; else 412 of its item',
        }),
      ),
    }),
    { maxItems: MOST_CELLS },
  ),
});

/** Why one of many was refused, or is not known yet; null where it was done. */
export const ItemProblem = Nullable(
  Type.Object(
    { code: Type.String(), detail: Type.String() },
    { additionalProperties: true, description: 'What the single call would have answered' },
  ),
);

export const AssignmentsView = Type.Object({
  servers: Type.Array(
    Type.Object({
      ...{ ref: Ref, server: Nullable(Id), name: Text },
      ...{ outcome: OneOf(['registered', 'refused', 'waiting']), problem: ItemProblem },
    }),
  ),
  items: Type.Array(
    Type.Object({
      ...{ server: Id, application: Type.String(), capacity: Held },
      outcome: Type.Unsafe<(typeof CELL_OUTCOMES)[number]>({
        ...OneOf(CELL_OUTCOMES),
        description: '`unchanged`: somebody else has made it that already. `waiting`: the same request hears it',
      }),
      problem: ItemProblem,
    }),
  ),
});

const End = Closed({
  server: Id,
  capacity: Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'What it has been seen to have' }),
});

export const NewMove = Closed({ application: Id, units: Capacity, from: End, to: End });

export const MoveView = Type.Object({
  ...{ application: Type.String(), units: Capacity },
  ...{ from: Type.Object({ server: Id, capacity: Held }), to: Type.Object({ server: Id, capacity: Held }) },
});

export const WaitingToken = Type.Object({
  ...{ server: Id, name: Text, token: Type.String(), version: Type.Integer(), issuedAt: Instant },
});
