import { randomUUID } from 'node:crypto';
import { isSoldTo } from '../../db/queries/orders/ledgers.ts';
import { latestToken } from '../../db/queries/servers/tokens.ts';
import {
  positionAfter,
  readJournal,
  readJournalItem,
  takenFrom,
  type JournalItem,
  type JournalPosition,
} from '../../db/queries/read-journal.ts';
import {
  hasServerReached,
  heldShares,
  listServers,
  readServer as readRecord,
  type ServerPosition,
  type ServerRecord,
} from '../../db/queries/servers/servers.ts';
import type { By } from '../../domain/permissions.ts';
import { POLICY } from '../../domain/policy.ts';
import { openServer, type Server, type ServerRole, type Token } from '../../domain/server/server.ts';
import { tokenOf } from '../../secrets/activation-token.ts';
import {
  changeUpdate,
  retireUpdate,
  rotateUpdate,
  serverQuery,
  serverWorkflowId,
  setCapacityUpdate,
  type ServerAnswer,
  type ServerWorkflow,
} from '../../temporal/contract.ts';
import { refusedActivations } from '../../db/queries/servers/refused-activations.ts';
import type { Asked } from '../asked.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { hashOfJson } from '../canonical.ts';
import { presentEvent } from '../event-view.ts';
import { instant } from '../orders/view.ts';
import { reached } from '../reached.ts';
import { createNames } from './names.ts';
import { presentServer, type SeenServer } from './view.ts';
import { query, start, update } from '../../temporal/calls.ts';
import { started, updated } from '../outcomes.ts';

type Page = { limit: number; cursor?: string | undefined };

/** `expected` are the places in the server's stream that a change is asked for; absent is for any. */
type AskedWhere = Asked & { expected?: number[] };

/** An Activation Token as a person gets it; instants are ISO 8601 UTC. */
export type ShownToken = { token: string; version: number; issuedAt: string; redeemedAt: string | null };

const ID_LENGTH = 20;

export type ServerService = ReturnType<typeof createServerService>;

/** What a customer's servers are and what they are given; the API and the portal's pages both come here. */
export function createServerService(deps: Deps, accounts: AccountService) {
  const { orm, temporal, clock, secretKeys, catalogue } = deps;
  const cursors = createCursors(secretKeys);
  const names = createNames(deps);
  const em = () => orm.em.fork();

  /** The projection and, where it is newer, the workflow's own state. Problems: NOT_FOUND. */
  async function look(id: string): Promise<{ record: ServerRecord | null; newer: Server | null }> {
    const [record, state] = await Promise.all([
      readRecord(em(), id),
      query(temporal, serverWorkflowId(id), serverQuery),
    ]);
    const newer = state && state.seq > (record?.seq ?? 0) ? state : null;
    if (!record && !newer) throw new ProblemError('NOT_FOUND');
    return { record, newer };
  }

  async function readServer(id: string): Promise<SeenServer> {
    const { record, newer } = await look(id);
    return newer
      ? presentServer(record, newer, clock(), await heldShares(em(), id, newer.shares))
      : presentServer(record, null, clock());
  }

  async function findServer(id: string): Promise<SeenServer | null> {
    try {
      return await readServer(id);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  /** After a change: by the projection, which has it in a moment, else by the workflow. */
  async function readChanged(id: string, { seq, told }: Pick<ServerAnswer, 'seq' | 'told'>): Promise<SeenServer> {
    const isThere = await reached(() => hasServerReached(em(), id, seq, told));
    return isThere ? presentServer(await readRecord(em(), id), null, clock()) : readServer(id);
  }

  /** What is projected of a server that can still be changed; null when nothing is yet. Problems: SERVER_RETIRED. */
  async function readLiving(id: string): Promise<ServerRecord | null> {
    const record = await readRecord(em(), id);
    if (record?.state === 'retired') throw new ProblemError('SERVER_RETIRED');
    return record;
  }

  function showToken(id: string, token: Token): ShownToken {
    return {
      token: tokenOf(secretKeys, id, token),
      version: token.version,
      issuedAt: instant(token.issuedAt),
      redeemedAt: token.redeemedAt === null ? null : instant(token.redeemedAt),
    };
  }

  function taken({ requestId, by }: Asked) {
    return { request: requestId, by, at: clock() };
  }

  /** Says who changed a server in the meantime, and when: `person/<id>`, `key/<id>`, or the server itself. */
  async function whyMeanwhile<Answer>(id: string, change: () => Promise<Answer>): Promise<Answer> {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'CHANGED_MEANWHILE') throw error;
      const seq = Number(error.about.details?.seq);
      await reached(() => hasServerReached(em(), id, seq, []));
      const item = await readJournalItem(em(), serverWorkflowId(id), seq);
      const changedBy = typeof item?.data.by === 'string' ? item.data.by : serverWorkflowId(id);
      const changedAt = instant(item?.at ?? clock());
      throw new ProblemError('CHANGED_MEANWHILE', { details: { changedBy, changedAt } });
    }
  }

  /** A refused activation says how often it was refused that day for that cause, and what the last machine said of itself. */
  async function withCounts(id: string, items: JournalItem[]): Promise<JournalItem[]> {
    const refused = items.filter(({ type }) => type === 'activation-refused');
    const firstAt = refused.map(({ at }) => at);
    const counted = await refusedActivations(em(), id, firstAt);
    return items.map((item) => {
      const { code, mode = 'online' } = item.data;
      const count = refused.includes(item)
        ? counted.find((one) => one.firstAt === item.at && one.code === code && one.mode === mode)
        : undefined;
      if (!count) return item;
      const { times, lastAt, fingerprint, version } = count;
      return { ...item, data: { ...item.data, times, lastAt, fingerprint, version } };
    });
  }

  return {
    readServer,
    readChanged,

    /** Servers that are not retired, first registered first. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listServers(account: string, { limit, cursor }: Page) {
      await accounts.readAccount(account);
      const list = `servers/${account}`;
      const records = await listServers(em(), account, limit + 1, cursors.read<ServerPosition>(list, cursor));
      const present = (record: ServerRecord) => presentServer(record, null, clock()).view;
      return toPage(records, limit, present, ({ registeredAt, id }) => cursors.write(list, { registeredAt, id }));
    },

    /** A server's journal, what was learnt when it called and what orders took back from it, oldest first; its end has a cursor too, to go on from. Problems: NOT_FOUND, INVALID_REQUEST. */
    async listEvents(id: string, { limit, cursor }: Page) {
      await look(id);
      const stream = serverWorkflowId(id);
      const after = cursors.read<JournalPosition>(stream, cursor) ?? {};
      const items = await readJournal(em(), [stream, `contact/${id}`], { types: [] }, limit, after, takenFrom(id));
      const counted = await withCounts(id, items);
      return { items: counted.map(presentInLife), nextCursor: cursors.write(stream, positionAfter(items, after)) };
    },

    /** The server that was registered with an idempotency key; null where there is none, or it cannot be told yet. */
    findRegistered: (account: string, idempotencyKey: string): Promise<SeenServer | null> =>
      findServer(idOf(account, idempotencyKey)),

    /**
     * Registers a server of a customer; with a key its id derives from account and key, which names its caller too.
     * Problems: NOT_FOUND, NOT_A_CUSTOMER, NAME_TAKEN, TEMPORAL_UNAVAILABLE.
     */
    async register(
      account: string,
      { name, role }: { name: string; role: ServerRole },
      by: By,
      idempotencyKey?: string,
    ): Promise<SeenServer> {
      checkTexts({ '/name': name });
      const { kind } = await accounts.readAccount(account);
      if (kind !== 'customer') throw new ProblemError('NOT_A_CUSTOMER');
      const id = idOf(account, idempotencyKey ?? randomUUID());
      const named = { customerId: account, name, server: id };
      const claim = await names.claim(named);
      if (!claim) {
        // Asked for again, it is answered, whoever has its name by now.
        const before = await findServer(id);
        if (before) return before;
        throw new ProblemError('NAME_TAKEN');
      }
      const { silentDays } = POLICY;
      const opening = { id, customerId: account, name, role, registeredAt: clock(), silentDays };
      const outcome = await start<ServerWorkflow>(temporal, 'server', {
        workflowId: serverWorkflowId(id),
        args: [{ opening, by }],
        staticSummary: `Server ${id} of ${account}`,
      });
      started(outcome);
      const isThere = await reached(() => hasServerReached(em(), id, 1, []));
      await names.settle(named, claim);
      const record = isThere ? await readRecord(em(), id) : null;
      return presentServer(record, record ? null : openServer(opening), clock());
    },

    /**
     * Gives a server another name or role; what is absent stays. Where somebody dies between claiming a name and telling the
     * server, the name is free again after a minute. Problems: CHANGED_MEANWHILE (412, with `changedBy` and `changedAt`),
     * NOT_FOUND, SERVER_RETIRED, NAME_TAKEN, OUTCOME_UNKNOWN.
     */
    async change(
      id: string,
      { name, role }: { name?: string | undefined; role?: ServerRole | undefined },
      asked: AskedWhere,
    ): Promise<SeenServer> {
      checkTexts({ '/name': name });
      const { record, newer } = await look(id);
      const present = (newer ?? record)!;
      const named = name === undefined ? null : { customerId: present.customerId, name, server: id };
      const claim = named && (await names.claim(named));
      // One of several that have had the same name since before names were claimed keeps it without a claim.
      if (named && !claim && !(await names.areSame(named.name, present.name))) throw new ProblemError('NAME_TAKEN');
      const argument = { ...taken(asked), name, role, expected: asked.expected };
      const answer = await whyMeanwhile(id, async () =>
        updated(await update(temporal, serverWorkflowId(id), changeUpdate, asked.requestId, argument)),
      );
      if (!answer) throw new ProblemError('SERVER_RETIRED');
      const seen = await readChanged(id, answer);
      if (named && claim) await names.settle(named, claim);
      return seen;
    },

    /**
     * Sets how much of an application a server has, in units: absolute, so that it can be repeated.
     * Problems: CHANGED_MEANWHILE (412, with `changedBy` and `changedAt`), NOT_FOUND, APPLICATION_UNKNOWN, SERVER_RETIRED, INSUFFICIENT_CAPACITY (with `free`), CHANGE_IN_PROGRESS,
     * ORDER_NOT_ANSWERING, OUTCOME_UNKNOWN; of an offline server ONLINE_REQUIRED and RETURN_REQUIRED.
     */
    async setCapacity(id: string, application: string, capacity: number, asked: AskedWhere): Promise<SeenServer> {
      const record = await readLiving(id);
      const known = catalogue.get(application);
      // What was sold once can be given and taken for as long as it lives, whatever became of its entry.
      if (!known && !(record && (await isSoldTo(em(), record.customerId, application))))
        throw new ProblemError('APPLICATION_UNKNOWN');
      const onlineOnly = known?.onlineOnly ?? false;
      const tokenKey = secretKeys[0]!.name;
      const argument = { ...taken(asked), application, capacity, tokenKey, onlineOnly, expected: asked.expected };
      const answer = await whyMeanwhile(id, async () =>
        updated(await update(temporal, serverWorkflowId(id), setCapacityUpdate, asked.requestId, argument)),
      );
      if (!answer) throw new ProblemError(record ? 'SERVER_RETIRED' : 'NOT_FOUND');
      return readChanged(id, answer);
    },

    /**
     * The present Activation Token, once a server that shows it is known by it.
     * Problems: NOT_FOUND, SERVER_RETIRED, NOTHING_ASSIGNED (404), OUTCOME_UNKNOWN.
     */
    async readToken(id: string): Promise<ShownToken> {
      const { record, newer } = await look(id);
      if (record?.state === 'retired' || newer?.retiredAt) throw new ProblemError('SERVER_RETIRED');
      if (newer?.token && !(await reached(() => hasServerReached(em(), id, newer.seq, []))))
        throw new ProblemError('OUTCOME_UNKNOWN');
      const token = newer ? newer.token : await latestToken(em(), id);
      if (!token) throw new ProblemError('NOTHING_ASSIGNED', { status: 404 });
      return showToken(id, token);
    },

    /**
     * Makes a new token; the old one says so from then on. A repeat of the same request gets the same token. When the
     * vendor does it, the server may go to other machines anew.
     * Problems: NOT_FOUND, SERVER_RETIRED, NOTHING_ASSIGNED, CHANGE_IN_PROGRESS, OUTCOME_UNKNOWN.
     */
    async rotateToken(id: string, byVendor: boolean, asked: Asked): Promise<ShownToken> {
      const record = await readLiving(id);
      const argument = { ...taken(asked), tokenKey: secretKeys[0]!.name, byVendor };
      const answer = updated(await update(temporal, serverWorkflowId(id), rotateUpdate, asked.requestId, argument));
      if (!answer) throw new ProblemError(record ? 'SERVER_RETIRED' : 'NOT_FOUND');
      await reached(() => hasServerReached(em(), id, answer.seq, answer.told));
      const rotated = await readJournalItem(em(), answer.stream, answer.seq);
      if (!rotated) throw new ProblemError('OUTCOME_UNKNOWN');
      const { version, key } = rotated.data as { version: number; key: string };
      return showToken(id, { version, key, issuedAt: rotated.at, redeemedAt: null });
    },

    /** Retires a server that holds nothing; again is no error. Problems: NOT_FOUND, STILL_ASSIGNED, OUTCOME_UNKNOWN. */
    async retire(id: string, asked: Asked): Promise<void> {
      const record = await readRecord(em(), id);
      if (record?.state === 'retired') return;
      const answer = updated(await update(temporal, serverWorkflowId(id), retireUpdate, asked.requestId, taken(asked)));
      if (!answer && !record) throw new ProblemError('NOT_FOUND');
      if (answer) await reached(() => hasServerReached(em(), id, answer.seq, answer.told));
      if (record) await names.free({ customerId: record.customerId, server: id });
    },
  };
}

/** An event of an order names it in a server's life. */
function presentInLife(item: JournalItem) {
  const [kind, order] = item.stream.split('/');
  return presentEvent(kind === 'order' ? { ...item, data: { ...item.data, order } } : item);
}

function idOf(account: string, key: string): string {
  return `srv_${hashOfJson([account, key]).slice(0, ID_LENGTH)}`;
}
