import type { Caller } from '../../../domain/people/permissions.ts';
import type { Texts } from '../../../languages/texts.ts';
import { codeOf } from '../../error-code.ts';
import type { FormBody } from '../../form.ts';
import { listed } from '../../parts/list/listed.ts';
import type { PageServices } from '../../services.ts';
import type { Suggestion, Suggestions } from './field.tsx';
import type { PartyRole } from './party-fields.tsx';

/** As many accounts as a page names where several fit. */
const MOST_NAMED = 6;
const MOST_SUGGESTED = 100;

/** Details of an account that an order says of its party, in what is typed of it. */
const DETAILS = ['name', 'email', 'timeZone', 'locale'] as const;

type Account = { id: string; name: string; email: string; timeZone: string | null; locale: string };
type Filled = { typed: FormBody; wrong: Map<string, string>; suggestions: Map<string, readonly Suggestion[]> };

/**
 * Fills in what is known of the companies that were typed: by its id or a part of its name one that exists is found, and
 * details that were typed stay. Who is not found needs a name and an address, and is new.
 */
export async function withKnownParties(
  { accounts }: Pick<PageServices, 'accounts'>,
  caller: Caller,
  typed: FormBody,
  roles: readonly PartyRole[],
  { orderChanges: { wrong: texts }, words }: Pick<Texts, 'orderChanges' | 'words'>,
): Promise<Filled> {
  const filled: Filled = { typed, wrong: new Map(), suggestions: new Map() };
  for (const role of roles) {
    const name = `/${role}/id`;
    const said = typed[name] ?? '';
    if (said === '') continue;
    const known = await find(said);
    if (known) filled.typed = { ...filled.typed, ...detailsOf(role, known, typed) };
    else if (!typed[`/${role}/name`] || !typed[`/${role}/email`]) await search(role, said);
  }
  return filled;

  async function find(id: string): Promise<Account | null> {
    try {
      return (await accounts.readView(caller, id)).view;
    } catch (error) {
      if (codeOf(error) === 'NOT_FOUND') return null;
      throw error;
    }
  }

  async function search(role: PartyRole, q: string): Promise<void> {
    const { items } = await accounts.listAccounts(caller, { q, kind: role }, { limit: MOST_NAMED });
    const [only] = items;
    if (only && items.length === 1) {
      filled.typed = { ...filled.typed, ...detailsOf(role, only, typed), [`/${role}/id`]: only.id };
      return;
    }
    const names = listed(
      items.map(({ id, name }) => `${name} (${id})`),
      words.comma,
    );
    filled.wrong.set(`/${role}/id`, items.length > 0 ? texts.severalParties(names) : texts.unknownParty);
    for (const field of ['name', 'email'])
      if (items.length === 0 && !typed[`/${role}/${field}`]) filled.wrong.set(`/${role}/${field}`, texts.missing);
    filled.suggestions.set(`/${role}/id`, items.map(suggested));
  }
}

/** Accounts that fields for companies suggest before anything is typed. */
export async function suggestedParties(
  { accounts }: Pick<PageServices, 'accounts'>,
  caller: Caller,
  roles: readonly PartyRole[],
): Promise<Suggestions> {
  const lists = roles.map(async (kind) => {
    const { items } = await accounts.listAccounts(caller, { kind }, { limit: MOST_SUGGESTED });
    return [`/${kind}/id`, items.map(suggested)] as const;
  });
  return new Map(await Promise.all(lists));
}

function suggested({ id, name }: Pick<Account, 'id' | 'name'>) {
  return { value: id, text: name };
}

function detailsOf(role: PartyRole, account: Account, typed: FormBody): FormBody {
  const details = DETAILS.map((field) => {
    const name = `/${role}/${field}`;
    return [name, typed[name] || (account[field] ?? '')] as const;
  });
  return Object.fromEntries(details);
}
