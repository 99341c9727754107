import { randomUUID } from 'node:crypto';
import { isSoldTo } from '../../db/queries/orders/ledgers.ts';
import { readJournalItem } from '../../db/queries/read-journal.ts';
import {
  hasServerReached,
  listServers,
  readServer as readRecord,
  type ServerPosition,
  type ServerRecord,
} from '../../db/queries/servers/servers.ts';
import { listEstate, type EstateFilter, type EstateRecord } from '../../db/queries/servers/estate.ts';
import { machineNow } from '../../domain/server/saying.ts';
import { sightOf, type By, type Caller } from '../../domain/people/permissions.ts';
import { POLICY } from '../../domain/policy.ts';
import { openServer, type ServerRole } from '../../domain/server/server.ts';
import {
  changeUpdate,
  retireUpdate,
  serverWorkflowId,
  setCapacityUpdate,
  type ServerWorkflow,
} from '../../temporal/contract.ts';
import type { Asked, AskedWhere } from '../asked.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { readSearched } from '../searched.ts';
import { checkTexts } from '../text.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { hashOfJson } from '../canonical.ts';
import { instant } from '../orders/view.ts';
import { reached } from '../reached.ts';
import { createKnownServers } from './known.ts';
import { createServerLife } from './life.ts';
import { createTakeoverList } from './takeover-list.ts';
import { createServerTokens } from './tokens.ts';
import { createNames } from './names.ts';
import { createStandbys } from './standbys.ts';
import { createTestUnits } from './test-units.ts';
import { createCapacityPreview, type ServerPreview } from './preview.ts';
import { presentServer, testedBy, type SeenServer } from './view.ts';
import { start, update } from '../../temporal/calls.ts';
import { started, updated } from '../outcomes.ts';

/** What of a server is to change; `standbyFor` null makes it no standby, and `testUnits` are all that it is to use. */
type ServerChange = {
  name?: string | undefined;
  role?: ServerRole | undefined;
  standbyFor?: string | null | undefined;
  testUnits?: string[] | undefined;
};

type Page = { limit: number; cursor?: string | undefined };

/** What servers of all customers are asked by. */
export type AskedEstate = Omit<EstateFilter, 'q'> & { q?: string | undefined };

const ESTATE = 'servers';

const ID_LENGTH = 20;

/** Registered, and a standby. */
const STANDING_BY_AT_SEQ = 2;

export type ServerService = ReturnType<typeof createServerService>;

/** What a customer's servers are and what they are given; the API and the portal's pages both come here. */
export function createServerService(deps: Deps, accounts: AccountService) {
  const { orm, temporal, clock, secretKeys, catalogue } = deps;
  const cursors = createCursors(secretKeys);
  const names = createNames(deps);
  const standbys = createStandbys(deps);
  const testUnits = createTestUnits(deps);
  const known = createKnownServers(deps);
  const { look, findServer, readChanged, readLiving } = known;
  const em = () => orm.em.fork();
  const preview = createCapacityPreview(deps, known);

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

  /** What is known of an application that a living server is to have. Problems: SERVER_RETIRED, APPLICATION_UNKNOWN. */
  async function wantedOf(id: string, application: string) {
    const record = await readLiving(id);
    const sold = catalogue.get(application);
    // What was sold once can be given and taken for as long as it lives, whatever became of its entry.
    if (!sold && !(record && (await isSoldTo(em(), record.customerId, application))))
      throw new ProblemError('APPLICATION_UNKNOWN');
    return { application, onlineOnly: sold?.onlineOnly ?? false, tokenKey: secretKeys[0]!.name };
  }

  return {
    ...createServerLife(deps, known),
    ...createServerTokens(deps, known),
    ...createTakeoverList(deps, known),
    readServer: known.readServer,
    readChanged,

    /** Servers that are not retired, first registered first. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listServers(account: string, { limit, cursor }: Page) {
      await accounts.readAccount(account);
      const list = `servers/${account}`;
      const records = await listServers(em(), account, limit + 1, cursors.read<ServerPosition>(list, cursor));
      const lookAt = await known.looking(records.map(({ id }) => id));
      const present = (record: ServerRecord) => presentServer(record, null, lookAt(record.id)).view;
      return toPage(records, limit, present, ({ registeredAt, id }) => cursors.write(list, { registeredAt, id }));
    },

    /**
     * Servers of all customers that a caller may see, last registered first; without a state those that are not retired.
     * Problems: INVALID_REQUEST for a forged cursor, or where nothing of `q` can be seen.
     */
    async listEstate(caller: Caller, { q, ...asked }: AskedEstate, { limit, cursor }: Page) {
      const nowMs = clock();
      const after = cursors.read<ServerPosition>(ESTATE, cursor);
      const filter = { ...asked, q: readSearched(q) };
      const records = await listEstate(em(), sightOf(caller), filter, { nowMs, limit: limit + 1, after });
      const lookAt = await known.looking(records.map(({ id }) => id));
      const present = (record: EstateRecord) => ({
        customer: { id: record.customerId, name: record.customerName },
        hostname: machineNow(record.mode === 'online' ? record.said : null, record).hostname,
        server: presentServer(record, null, lookAt(record.id)).view,
      });
      return toPage(records, limit, present, ({ registeredAt, id }) => cursors.write(ESTATE, { registeredAt, id }));
    },

    /** The server that was registered with an idempotency key; null where there is none, or it cannot be told yet. */
    findRegistered: (account: string, idempotencyKey: string): Promise<SeenServer | null> =>
      findServer(idOf(account, idempotencyKey)),

    /**
     * Registers a server of a customer; with a key its id derives from account and key, which names its caller too.
     * Problems: NOT_FOUND, NOT_A_CUSTOMER, NAME_TAKEN, TEMPORAL_UNAVAILABLE; of a standby those of {@link createStandbys}, STANDBY_ROLE.
     */
    async register(
      account: string,
      { name, role, standbyFor }: { name: string; role: ServerRole; standbyFor?: string | undefined },
      by: By,
      idempotencyKey?: string,
    ): Promise<SeenServer> {
      checkTexts({ '/name': name });
      const { kind } = await accounts.readAccount(account);
      if (kind !== 'customer') throw new ProblemError('NOT_A_CUSTOMER');
      const id = idOf(account, idempotencyKey ?? randomUUID());
      if (standbyFor !== undefined && role !== 'redundancy') throw new ProblemError('STANDBY_ROLE');
      return standbys.changing({ customerId: account, standby: id, served: standbyFor }, async () => {
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
        const standby = standbyFor === undefined ? {} : { standby: { standbyFor, tokenKey: secretKeys[0]!.name } };
        const outcome = await start<ServerWorkflow>(temporal, 'server', {
          workflowId: serverWorkflowId(id),
          args: [{ opening, by, ...standby }],
          staticSummary: `Server ${id} of ${account}`,
        });
        started(outcome);
        const seq = standbyFor === undefined ? 1 : STANDING_BY_AT_SEQ;
        const isThere = await reached(() => hasServerReached(em(), id, seq, []));
        await names.settle(named, claim);
        const record = isThere ? await readRecord(em(), id) : null;
        return presentServer(record, record ? null : openServer(opening), (await known.looking([id]))(id));
      });
    },

    /**
     * Gives a server another name or role, or what is free for tests; what is absent stays. Where somebody dies between
     * claiming a name and telling the server, the name is free again after a minute. Problems: CHANGED_MEANWHILE (412, with `changedBy` and `changedAt`),
     * NOT_FOUND, SERVER_RETIRED, NAME_TAKEN, OUTCOME_UNKNOWN; of a standby those of {@link createStandbys}, STANDBY_ROLE, STILL_ASSIGNED;
     * of test units TEST_UNITS_TAKEN (with `application` and `server`), TEST_ROLE.
     */
    async change(id: string, wanted: ServerChange, asked: AskedWhere): Promise<SeenServer> {
      const { name, role, standbyFor } = wanted;
      checkTexts({ '/name': name });
      const { record, newer } = await look(id);
      const present = (newer ?? record)!;
      const named = name === undefined ? null : { customerId: present.customerId, name, server: id };
      const { customerId } = present;
      const changing = async () => {
        const claim = named && (await names.claim(named));
        // One of several that have had the same name since before names were claimed keeps it without a claim.
        if (named && !claim && !(await names.areSame(named.name, present.name))) throw new ProblemError('NAME_TAKEN');
        const more = { standbyFor, testUnits: wanted.testUnits, tokenKey: secretKeys[0]!.name };
        const argument = { ...taken(asked), name, role, ...more, expected: asked.expected };
        const answer = await whyMeanwhile(id, async () =>
          updated(await update(temporal, serverWorkflowId(id), changeUpdate, asked.requestId, argument)),
        );
        if (!answer) throw new ProblemError('SERVER_RETIRED');
        const seen = await readChanged(id, answer);
        if (named && claim) await names.settle(named, claim);
        return seen;
      };
      const testing = { customerId, server: id, present: testedBy({ record, newer }), role: role ?? present.role };
      return standbys.changing({ customerId, standby: id, served: standbyFor }, () =>
        testUnits.changing(testing, wanted.testUnits, changing),
      );
    },

    /**
     * Sets how much of an application a server has, in units: absolute, so that it can be repeated.
     * Problems: CHANGED_MEANWHILE (412, with `changedBy` and `changedAt`), NOT_FOUND, APPLICATION_UNKNOWN, SERVER_RETIRED, INSUFFICIENT_CAPACITY (with `free`), CHANGE_IN_PROGRESS,
     * ORDER_NOT_ANSWERING, OUTCOME_UNKNOWN; of an offline server ONLINE_REQUIRED and RETURN_REQUIRED.
     */
    async setCapacity(id: string, application: string, capacity: number, asked: AskedWhere): Promise<SeenServer> {
      const wanted = await wantedOf(id, application);
      const argument = { ...taken(asked), ...wanted, capacity, expected: asked.expected };
      const answer = await whyMeanwhile(id, async () =>
        updated(await update(temporal, serverWorkflowId(id), setCapacityUpdate, asked.requestId, argument)),
      );
      if (!answer) throw new ProblemError((await readRecord(em(), id)) ? 'SERVER_RETIRED' : 'NOT_FOUND');
      return readChanged(id, answer);
    },

    /** What setting a capacity would do. Problems: those of setting it, TEMPORAL_UNAVAILABLE. */
    async previewCapacity(
      caller: Caller,
      id: string,
      application: string,
      capacity: number,
      expected?: number[],
    ): Promise<ServerPreview> {
      await known.look(id);
      return preview(caller, id, { ...(await wantedOf(id, application)), capacity }, expected);
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

function idOf(account: string, key: string): string {
  return `srv_${hashOfJson([account, key]).slice(0, ID_LENGTH)}`;
}
