import type { Account } from '../../db/entities/people/account.ts';
import { AccountEntity } from '../../db/entities/people/account.ts';
import { accountFacts } from '../../db/queries/accounts/permissions.ts';
import {
  changeAccount,
  findAccount,
  lastChange,
  listAccounts,
  type AccountChange,
  type AccountFilter,
  type ListedAccount,
} from '../../db/queries/accounts/accounts.ts';
import { accountStream } from '../../db/queries/accounts/events.ts';
import {
  emergenciesOf,
  partiesChangedOf,
  positionAfter,
  readJournal,
  type JournalPosition,
} from '../../db/queries/read-journal.ts';
import { digestStream } from '../../db/queries/mails/states.ts';
import { usedAtCustomer } from '../../db/queries/servers/usage.ts';
import { ordersOfCustomer, type ProjectedOrder } from '../../db/queries/orders/orders.ts';
import { addDays, type Day } from '../../domain/days.ts';
import { inSequence, nameIn, unitIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import { rowCare, rowCondition } from '../../domain/condition/row.ts';
import { isOwned } from '../../domain/order/line/capacity.ts';
import { checkTimeZone } from '../../domain/order/arriving/accept.ts';
import { maySeeMetadata, maySeeOrder, maySeeServers, sightOf, type Caller } from '../../domain/people/permissions.ts';
import { causeOf, type AskedWhere } from '../asked.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import { readSearched } from '../searched.ts';
import { checkTexts, textsIn } from '../text.ts';
import { partiesInSight } from '../permissions/changed-parties.ts';
import { factsIn, inSightOf } from '../permissions/in-sight.ts';
import { presentEvent } from '../event-view.ts';
import { instant, judgedLine, presentLine } from '../orders/view.ts';

type Page = { limit: number; cursor?: string | undefined };
type AskedAccounts = Pick<AccountFilter, 'kind'> & { q?: string | undefined };
type OwnedLine = { order: ProjectedOrder; line: ProjectedOrder['lines'][number] };

/** An account as the API answers it, and the number of its state. */
export type SeenAccount = { version: number; view: ReturnType<typeof presentAccount> };

export type AccountService = ReturnType<typeof createAccountService>;

/** Accounts, and what they own over all their orders. */
export function createAccountService({ orm, clock, secretKeys, catalogue }: Deps) {
  const cursors = createCursors(secretKeys);

  /** Problems: NOT_FOUND. */
  async function readAccount(id: string): Promise<Account> {
    const account = await orm.em.fork().findOne(AccountEntity, id);
    if (!account) throw new ProblemError('NOT_FOUND');
    return account;
  }

  /** An account as the API answers it, with what its ETag says. Problems: NOT_FOUND. */
  async function readView(caller: Caller, id: string): Promise<SeenAccount> {
    const account = await findAccount(orm.em.fork(), id);
    if (!account) throw new ProblemError('NOT_FOUND');
    return { version: account.version, view: presentAccount(caller, account) };
  }

  /** What says that somebody else changed an account, with who and when. */
  async function changedMeanwhile(id: string): Promise<ProblemError> {
    const change = await lastChange(orm.em.fork(), id);
    const details = change && { changedBy: change.by, changedAt: instant(change.at) };
    return new ProblemError('CHANGED_MEANWHILE', details ? { details } : {});
  }

  /** All of a customer's, with what its servers use, for whoever sees what it sees; of a seller without standing its own orders. */
  async function ownedInSightOf(caller: Caller, id: string) {
    const asking = { account: caller.account.id, nowMs: clock() };
    const [orders, facts, used] = await Promise.all([
      ordersOfCustomer(orm.em.fork(), id),
      accountFacts(orm.em.fork(), id, asking),
      usedAtCustomer(orm.em.fork(), id),
    ]);
    if (facts !== null && maySeeServers(caller, facts)) return { orders, used };
    return { orders: orders.filter((record) => maySeeOrder(caller, factsIn(record))), used: new Map<string, number>() };
  }

  return {
    changedMeanwhile,
    readAccount,

    /** Accounts that a caller may see, by id. Problems: INVALID_REQUEST for a forged cursor. */
    async listAccounts(caller: Caller, { q, kind }: AskedAccounts, { limit, cursor }: Page) {
      const after = cursors.read<string>('accounts', cursor);
      const filter = { kind, q: readSearched(q) };
      const rows = await listAccounts(orm.em.fork(), caller.account.id, sightOf(caller), filter, limit + 1, after);
      return toPage(
        rows,
        limit,
        (row) => presentAccount(caller, row),
        ({ id }) => cursors.write('accounts', id),
      );
    },

    readView,

    /**
     * Changes an account, for new orders and for display; what is absent stays, and the same again changes nothing.
     * Problems: NOT_FOUND, INVALID_REQUEST, CHANGED_MEANWHILE (with `changedBy` and `changedAt`).
     */
    async changeAccount(caller: Caller, id: string, change: AccountChange, asked: AskedWhere): Promise<SeenAccount> {
      checkTexts({ '/name': change.name, ...textsIn(change.metadata ?? undefined) });
      const errors = checkTimeZone(change.timeZone ?? undefined, '/timeZone');
      if (errors.length > 0) throw invalid(errors);
      const wanted = { ...causeOf(asked, clock()), expected: asked.expected };
      const outcome = await changeAccount(orm.em.fork(), id, change, wanted);
      if (outcome === 'unknown') throw new ProblemError('NOT_FOUND');
      if (outcome === 'changed-meanwhile') throw await changedMeanwhile(id);
      return readView(caller, id);
    },

    /** What became of an account, its people, keys, sellers and digests, of its part in orders and in emergencies, oldest first; its end has a cursor too, to go on from. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listEvents(caller: Caller, id: string, { limit, cursor }: Page) {
      await readAccount(id);
      const stream = accountStream(id);
      const after = cursors.read<JournalPosition>(stream, cursor) ?? {};
      const streams = [stream, digestStream(id)];
      const [moved, declared] = [partiesChangedOf(id), emergenciesOf(id)];
      const others = { sql: `${moved.sql} union ${declared.sql}`, values: [...moved.values, ...declared.values] };
      const items = await readJournal(orm.em.fork(), streams, { types: [] }, limit, after, others);
      return {
        items: items.map((item) => presentEvent(partiesInSight(caller, item))),
        nextCursor: cursors.write(stream, positionAfter(items, after)),
      };
    },

    /** What a caller sees that an account owns: one row per application, in the catalogue's order, then those that it no longer has. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listLicenses(caller: Caller, id: string, { limit, cursor }: Page) {
      await readAccount(id);
      const list = `licenses/${id}`;
      const from = cursors.read<number>(list, cursor) ?? 0;
      const { orders, used } = await ownedInSightOf(caller, id);
      const seen = orders.map((record) => inSightOf(caller, record).order);
      const lines = seen.flatMap((order) => order.lines.map((line) => ({ order, line })));
      const byApplication = Map.groupBy(lines, ({ line }) => line.application);
      const rows = inSequence(catalogue, byApplication.keys()).map((application) => ({
        ...presentLicense(catalogue, application, byApplication.get(application)!, clock()),
        used: used.get(application) ?? null,
      }));
      return toPage(
        rows.slice(from, from + limit + 1),
        limit,
        (row) => row,
        () => cursors.write(list, from + limit),
      );
    },
  };
}

function presentAccount(caller: Caller, account: ListedAccount) {
  const { id, kind, name, email, timeZone, locale, notices, metadata } = account;
  return {
    ...{ id, kind, name, email, timeZone, locale, notices },
    ...(maySeeMetadata(caller) && { metadata: metadata ?? {} }),
  };
}

function presentLicense(catalogue: Catalogue, application: string, own: OwnedLine[], atMs: number) {
  const [name, unit] = [nameIn(catalogue, application), unitIn(catalogue, application)] as const;
  const lines = own.map(({ order, line }) => {
    const { number, status } = order;
    return { order: number, status, ...presentLine(order, line, atMs) };
  });
  const existing = own.filter(({ order, line }) => isOwned(order, line, atMs));
  const capacityOf = (some: OwnedLine[]) => some.reduce((sum, { line }) => sum + line.capacity, 0);
  const suspended = capacityOf(existing.filter(({ order }) => order.status === 'suspended'));
  const sum = (what: 'locked' | 'assigned' | 'free') => lines.reduce((total, line) => total + line[what], 0);
  const { order, line } = endsFirst(existing.length > 0 ? existing : own);
  const { endsOn, state, care, planned } = presentLine(order, line, atMs);
  const judged = own.map((one) => ({
    ...judgedLine(one.order, one.line),
    capacity: one.line.capacity,
    care: one.line.care,
  }));
  const canceled = planned.find(({ type }) => type === 'cancellation');
  return {
    ...{ application, name, unit, owned: capacityOf(existing), suspended },
    ...{ locked: sum('locked'), assigned: sum('assigned'), free: sum('free') },
    licenses: [...new Set((existing.length > 0 ? existing : own).map((one) => one.line.license))],
    ...{ endsOn: canceled ? earlier(endsOn, addDays(canceled.on, -1)) : endsOn, state, care },
    ...{ condition: rowCondition(judged, atMs)!, careCondition: rowCare(judged, atMs), lines },
  };
}

function earlier(one: Day | null, other: Day): Day {
  return one !== null && one < other ? one : other;
}

/** The line whose term ends first, else whose care does. */
function endsFirst(lines: OwnedLine[]): OwnedLine {
  const end = ({ line }: OwnedLine) => [line.terms.until ?? Infinity, line.terms.careUntil ?? Infinity] as const;
  return lines.reduce((first, one) => {
    const [until, careUntil] = end(one);
    const [firstUntil, firstCareUntil] = end(first);
    return until < firstUntil || (until === firstUntil && careUntil < firstCareUntil) ? one : first;
  });
}
