import type { Account } from '../../db/entities/account.ts';
import { AccountEntity } from '../../db/entities/account.ts';
import { listAccounts } from '../../db/queries/accounts/accounts.ts';
import { ordersOfCustomer, type ProjectedOrder } from '../../db/queries/orders/orders.ts';
import { CATALOGUE } from '../../domain/catalogue.ts';
import { isOwned } from '../../domain/order/capacity.ts';
import { checkTimeZone } from '../../domain/order/accept.ts';
import { sightOf, type Caller } from '../../domain/permissions.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import { inSightOf } from '../permissions/in-sight.ts';
import { presentLine } from '../orders/view.ts';

type Page = { limit: number; cursor?: string | undefined };
type Change = Pick<Account, 'name' | 'email' | 'timeZone' | 'locale'> & { notices?: boolean };
type OwnedLine = { order: ProjectedOrder; line: ProjectedOrder['lines'][number] };

export type AccountService = ReturnType<typeof createAccountService>;

/** Accounts, and what they own over all their orders. */
export function createAccountService({ orm, clock, secretKeys }: Deps) {
  const cursors = createCursors(secretKeys);

  /** Problems: NOT_FOUND. */
  async function readAccount(id: string): Promise<Account> {
    const account = await orm.em.fork().findOne(AccountEntity, id);
    if (!account) throw new ProblemError('NOT_FOUND');
    return account;
  }

  return {
    readAccount,

    /** Accounts that a caller may see, by id. Problems: INVALID_REQUEST for a forged cursor. */
    async listAccounts(caller: Caller, { limit, cursor }: Page) {
      const after = cursors.read<string>('accounts', cursor);
      const rows = await listAccounts(orm.em.fork(), caller.account.id, sightOf(caller), limit + 1, after);
      return toPage(rows, limit, presentAccount, ({ id }) => cursors.write('accounts', id));
    },

    /** Changes an account, for new orders and for display. Problems: NOT_FOUND, INVALID_REQUEST. */
    async changeAccount(id: string, change: Change) {
      checkTexts({ '/name': change.name });
      const errors = checkTimeZone(change.timeZone, '/timeZone');
      if (errors.length > 0) throw invalid(errors);
      const changed = await orm.em.fork().nativeUpdate(AccountEntity, { id }, change);
      if (changed === 0) throw new ProblemError('NOT_FOUND');
      return presentAccount(await readAccount(id));
    },

    /** What a caller sees that an account owns: one row per application, in the catalogue's order. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listLicenses(caller: Caller, id: string, { limit, cursor }: Page) {
      await readAccount(id);
      const list = `licenses/${id}`;
      const from = cursors.read<number>(list, cursor) ?? 0;
      const orders = await ordersOfCustomer(orm.em.fork(), id);
      const seen = orders.map((record) => inSightOf(caller, record).order);
      const lines = seen.flatMap((order) => order.lines.map((line) => ({ order, line })));
      const rows = [...CATALOGUE.keys()].flatMap((application) => {
        const own = lines.filter(({ line }) => line.application === application);
        return own.length > 0 ? [presentLicense(application, own, clock())] : [];
      });
      return toPage(
        rows.slice(from, from + limit + 1),
        limit,
        (row) => row,
        () => cursors.write(list, from + limit),
      );
    },
  };
}

function presentAccount({ id, kind, name, email, timeZone, locale, notices }: Omit<Account, 'createdAt'>) {
  return { id, kind, name, email, timeZone, locale, notices };
}

function presentLicense(application: string, own: OwnedLine[], atMs: number) {
  const { name, unit } = CATALOGUE.get(application)!;
  const lines = own.map(({ order, line }) => {
    const { number, status } = order;
    return { order: number, status, ...presentLine(order, line, atMs) };
  });
  const existing = own.filter(({ order, line }) => isOwned(order, line, atMs));
  const capacityOf = (some: OwnedLine[]) => some.reduce((sum, { line }) => sum + line.capacity, 0);
  const suspended = capacityOf(existing.filter(({ order }) => order.status === 'suspended'));
  const sum = (what: 'locked' | 'assigned' | 'free') => lines.reduce((total, line) => total + line[what], 0);
  const { order, line } = endsFirst(existing.length > 0 ? existing : own);
  const { endsOn, state, care } = presentLine(order, line, atMs);
  return {
    ...{ application, name, unit, owned: capacityOf(existing), suspended },
    ...{ locked: sum('locked'), assigned: sum('assigned'), free: sum('free') },
    licenses: [...new Set((existing.length > 0 ? existing : own).map((one) => one.line.license))],
    ...{ endsOn, state, care, lines },
  };
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
