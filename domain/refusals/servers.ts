import type { RefusalKind } from './kind.ts';

/** Refusals about servers and the capacity that they are assigned. */
export const SERVERS_REFUSALS = {
  CHANGED_MEANWHILE: {
    status: 412,
    title: 'Somebody changed it in the meantime',
    detail: 'Read it again, and decide anew. `changedBy` says who it was, `changedAt` when.',
  },
  CHANGE_IN_PROGRESS: {
    status: 409,
    title: 'Other changes of this server are under way',
    detail: 'A server changes one thing at a time, and enough wait already. Send the same request again.',
    retryAfterSeconds: 2,
  },
  INSUFFICIENT_CAPACITY: {
    status: 409,
    title: 'Not enough capacity is free',
    detail: 'Ask for at most what this server holds and `free` together, or order an expansion.',
  },
  NOTHING_ASSIGNED: {
    status: 409,
    title: 'Nothing is assigned to this server',
    detail: 'Assign capacity of an application to the server first.',
  },
  ONLINE_REQUIRED: {
    status: 409,
    title: 'A connection is required',
    detail: 'Subscriptions and the applications named run only on a server that is activated online.',
  },
  ORDER_NOT_ANSWERING: {
    status: 503,
    title: 'An order does not answer',
    detail: 'Nothing was changed. Send the request again, under a new Idempotency-Key.',
    retryAfterSeconds: 5,
  },
  ROLLING_OVER: {
    status: 503,
    title: 'The server cannot take a change at this moment',
    detail: 'Nothing was changed. Send the same request again.',
    retryAfterSeconds: 1,
  },
  SERVER_RETIRED: { status: 410, title: 'The server was retired', detail: 'Register a new server.' },
  STANDBY_HOLDS_NOTHING: {
    status: 409,
    title: 'A standby holds no capacity of its own',
    detail:
      'It runs what the server that it stands by for is licensed for. Make it a server of its own first: `standbyFor` null.',
  },
  STANDBY_OF_STANDBY: {
    status: 409,
    title: 'A standby has no standby',
    detail: 'Name a server that stands by for no other one, and to be a standby a server must have none.',
  },
  STANDBY_ROLE: {
    status: 409,
    title: 'Only a server for redundancy can be a standby',
    detail: 'Give it the role `redundancy` with the same request, or `standbyFor` null with another role.',
  },
  STANDBY_TAKEN: {
    status: 409,
    title: 'The server has another standby',
    detail: 'A server has one standby, which `standby` names. Set its `standbyFor` to null first.',
  },
  STILL_ASSIGNED: {
    status: 409,
    title: 'The server still holds capacity',
    detail: 'Set the capacity of each of its applications to 0 first.',
  },
  TEST_ROLE: {
    status: 409,
    title: 'Only a server for tests uses what is free for tests',
    detail: 'Give it the role `test` with the same request, or `testUnits` of no application.',
  },
  TEST_UNITS_TAKEN: {
    status: 409,
    title: 'Another server uses what is free for tests',
    detail:
      'Units are free for tests once per customer and application, and `server` has those of `application`. Take them from its `testUnits` first.',
  },
} satisfies Record<string, RefusalKind>;
