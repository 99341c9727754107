import type { Scopes } from './scopes.ts';

/** Who may see and do what: one function per action, a match on who is calling, deny at the end. API and portal ask here alone. */

export const ACCOUNT_KINDS = ['vendor', 'distributor', 'reseller', 'customer'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const ROLES = ['administrator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** The vendor's own account. */
export const VENDOR = 'vendor';

/**
 * Who has something happen, opaque, so that it can stand in a workflow and in the journal: a person, a key, whoever holds
 * the unlock link of that generation, the endpoint of a webhook by what it answers, or an operator's command.
 */
export type By = `person/${string}` | `key/${string}` | `link/${number}` | `webhook/${string}` | 'operator';

/**
 * Who is calling: a person, as a member of an account, or a key of an account, which is as good as an administrator within
 * its scopes.
 */
export type Caller = {
  by: By;
  account: { id: string; kind: AccountKind };
  role: Role;
  /** What a key is limited to; a person is not limited so. */
  scopes: Scopes;
};

/** What the seller of a customer may do there: `manages` while it has standing. */
export const STANDINGS = ['manages', 'orders-only', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A customer as far as permissions need it, at the instant of a request. */
export type CustomerFacts = {
  id: string;
  /** Whether the caller sold it an order that is open or suspended. */
  sells: boolean;
  /** Whether the caller has standing there: of such an order something is unlocked, not past reinstatement, and the relation goes on. */
  manages: boolean;
};

/** An order as far as permissions need it. */
export type OrderFacts = {
  customer: string;
  /** Who sold it; see `sellerOf`. */
  seller: string;
  /** The distributor that it names, beside a reseller or alone. */
  distributor: string | null;
  /** Whether anything of it was ever unlocked. */
  unlocked: boolean;
};

/** Whom a refusal can name as those who may do something. */
export const DOERS = ['vendor', 'seller', 'seller-with-standing', 'customer', 'account'] as const;
export type Doer = (typeof DOERS)[number];

type Facts = Partial<OrderFacts & CustomerFacts>;

/** Whether a caller is one of them, by what is known of the thing in question. */
const IS: Record<Doer, (caller: Caller, facts: Facts) => boolean> = {
  vendor: ({ account }) => account.kind === 'vendor',
  seller: ({ account }, { seller }) => isParty(account) && account.id === seller,
  'seller-with-standing': ({ account }, { manages }) => sells(account) && manages === true,
  customer: ({ account }, { id }) => account.kind === 'customer' && account.id === id,
  account: ({ account }, { id }) => isParty(account) && account.id === id,
};

/** Something that only some may do or see, with who they are, so that whoever is refused hears whom to ask. */
export type Action<About extends readonly unknown[] = []> = ((caller: Caller, ...about: About) => boolean) & MayBeDone;

export type MayBeDone = {
  mayBeDoneBy: readonly Doer[];
  /** Whether it takes an administrator, or a key. */
  administrators: boolean;
};

function membersOf<About extends readonly [Facts] | [] = []>(...doers: Doer[]): Action<About> {
  const may = (caller: Caller, ...[facts = {}]: About) => doers.some((doer) => IS[doer](caller, facts));
  return Object.assign(may, { mayBeDoneBy: doers, administrators: false });
}

function administratorsOf<About extends readonly [Facts] | [] = []>(...doers: Doer[]): Action<About> {
  const isOne = membersOf<About>(...doers);
  const may = (caller: Caller, ...about: About) => isAdministrator(caller) && isOne(caller, ...about);
  return Object.assign(may, { mayBeDoneBy: doers, administrators: true });
}

/** Who manages servers of some customer, whichever that is. */
function administratorsSomewhere(): Action {
  const may = (caller: Caller) => isAdministrator(caller) && (IS.vendor(caller, {}) || isParty(caller.account));
  return Object.assign(may, {
    mayBeDoneBy: ['vendor', 'customer', 'seller-with-standing'] as const,
    administrators: true,
  });
}

// Who may do what: the whole table. A refusal names those who stand here.

/** Takes orders in, amends, renews, expands, suspends and cancels them, and changes their seller: the vendor's ERP and administrators. */
export const mayChangeOrders = administratorsOf('vendor');

/** Finds orders and lines by their metadata, which is the vendor's alone to read. */
export const mayFindByMetadata = membersOf('vendor');

/** Finds lines by what is meant to be done at their end: whoever reads that of all that its lists hold. */
export const mayFindByIntent: Action = Object.assign(
  (caller: Caller) => IS.vendor(caller, {}) || sells(caller.account),
  { mayBeDoneBy: ['vendor', 'seller'] as const, administrators: false },
);

/** Unlocks a delivery without its link, and has its e-mail sent again. */
export const mayUnlock = administratorsOf<[Pick<OrderFacts, 'seller'>]>('vendor', 'seller');

/** Reads which e-mails of an order went to whom. */
export const maySeeMails = membersOf<[Pick<OrderFacts, 'seller'>]>('vendor', 'seller');

/** Says what it means to do when a line ends. */
export const mayStateIntent = administratorsOf<[Pick<OrderFacts, 'seller'>]>('vendor', 'seller');

/** Locks a delivery again of which nothing is assigned. */
export const mayLock = administratorsOf<[Pick<OrderFacts, 'seller'>]>('vendor', 'seller');

/** Replaces the unlock link of a delivery: whoever was mailed an earlier one can no longer unlock with it. */
export const mayReplaceUnlockLink = administratorsOf('vendor');

/** Reads a customer's servers with their lives; a token is not part of it. */
export const maySeeServers = membersOf<[CustomerFacts]>('vendor', 'customer', 'seller-with-standing');

/** Registers, renames, assigns to, activates offline and retires a customer's servers, and reads and rotates their tokens. */
export const mayManageServers = administratorsOf<[CustomerFacts]>('vendor', 'customer', 'seller-with-standing');

/** Enters the code that a machine shows; which server it may become is asked of {@link mayManageServers}. */
export const mayPair: Action = administratorsSomewhere();

/** Says of what is to be done that the account knows of it: its own administrators, whatever account that is. */
export const mayAcknowledge: Action = Object.assign(
  (caller: Caller) => isAdministrator(caller) && (IS.vendor(caller, {}) || isParty(caller.account)),
  { mayBeDoneBy: ['account'] as const, administrators: true },
);

/** Declares an emergency of a customer. */
export const mayDeclareEmergency = administratorsOf<[CustomerFacts]>('vendor', 'customer', 'seller-with-standing');

/** Reads which emergencies a customer declared, and how many are left. */
export const maySeeEmergencies = membersOf<[CustomerFacts]>('vendor', 'customer', 'seller-with-standing');

/** Sees the order of an emergency of a customer, which is its own seller there. */
export function maySeeEmergencyOrder(caller: Caller, customer: string): boolean {
  return maySeeOrder(caller, { customer, seller: customer, distributor: null, unlocked: true });
}

/** Reads the emergencies of all customers. */
export const maySeeAllEmergencies = membersOf('vendor');

/** Finds a server by the first group of its Activation Token, among those that it sees: who may read the token. */
export const mayFindByToken: Action = administratorsSomewhere();

/** Finds people of all accounts by their address. */
export const mayFindPeople = membersOf('vendor');

/** Gives an offline server's capacity free without its proof. */
export const mayOverrideOffline = administratorsOf('vendor');

/** Publishes and withdraws advisories about versions of the AppSuite, which everybody reads. */
export const mayPublishAdvisories = administratorsOf('vendor');

/** Looks through the accounts of all customers, resellers and distributors, with their people, keys and webhooks. */
export const maySeeAllAccounts = membersOf('vendor');

/** Changes an account's name, address, time zone and language. */
export const mayChangeAccount = administratorsOf('vendor');

/** Changes the name, logo, color and addresses that pages and e-mails show. */
export const mayChangeBrand = administratorsOf('vendor');

/** Reads them where they are changed; what pages show of them everybody sees. */
export const maySeeBrand = membersOf('vendor');

/** Invites, confirms and removes people of an account, and says what they are. */
export const mayManagePeople = administratorsOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'account');

/** Adds, reads, changes and removes webhooks of an account, with what they are signed with and what became of events there. */
export const mayManageWebhooks = administratorsOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'account');
/** Sets by which provider people of an account sign in, and whether they have to. */
export const mayManageSignIn = administratorsOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'account');
/** Says which domains of e-mail addresses are an account's: who else could claim those of others. */
export const maySetDomains = administratorsOf('vendor');
/** Makes, lists and revokes keys of an account. */
export const mayManageKeys = administratorsOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'account');

/** Reads what became of an account: its people, keys and sellers. */
export const maySeeAccountEvents = membersOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'account');

/** Reads who sold something to a customer, and what they may do there. */
export const maySeeSellers = membersOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'customer');

/** Ends the relation of a customer with one of its sellers, and restores it. */
export const mayEndSellers = administratorsOf<[Pick<CustomerFacts, 'id'>]>('vendor', 'customer');

// What is there for whom: what a caller may not see is not found.

/** Reads an order: its page, deliveries, lines and life. What of it is locked is another question. */
export function maySeeOrder(caller: Caller, order: OrderFacts): boolean {
  return maySeeLocked(caller, order) || (order.unlocked && IS.customer(caller, { id: order.customer }));
}

/** Sees what of an order is still locked: rows, deliveries, lines, events. A customer does not, unless it bought it directly. */
export function maySeeLocked(caller: Caller, order: Pick<OrderFacts, 'seller' | 'distributor'>): boolean {
  const { account } = caller;
  const isNamed = account.kind === 'distributor' && account.id === order.distributor;
  return IS.vendor(caller, {}) || IS.seller(caller, order) || isNamed;
}

/** Reads what the seller means to do when a line ends; the customer, unless it is its own seller, does not. */
export function maySeeIntents(caller: Caller, order: Pick<OrderFacts, 'seller' | 'distributor'>): boolean {
  return maySeeLocked(caller, order);
}

/** Has a customer in lists, with the rows of what it sold there; whoever has standing sees the rows that the customer sees. */
export function maySeeCustomer(caller: Caller, customer: CustomerFacts): boolean {
  return IS.vendor(caller, {}) || IS.customer(caller, customer) || (sells(caller.account) && customer.sells);
}

/** Reads an account's name, address, time zone and language: its own, and for a seller its customers'. */
export function maySeeAccount(caller: Caller, account: CustomerFacts): boolean {
  return account.id === caller.account.id || maySeeCustomer(caller, account);
}

/** Reads who belongs to an account. */
export function maySeePeople(caller: Caller, account: Pick<CustomerFacts, 'id'>): boolean {
  return IS.vendor(caller, {}) || IS.account(caller, account);
}

/** Reads the metadata of orders, expansions and accounts: the vendor, who alone can post any. */
export function maySeeMetadata(caller: Caller): boolean {
  return IS.vendor(caller, {});
}

/** Follows an order or a server into Temporal's own pages. */
export function maySeeTemporal(caller: Caller): boolean {
  return IS.vendor(caller, {});
}

/** What a list holds for a caller: everything, what an account sold, or what a customer owns and is unlocked. */
export type Sight = { everything: true } | { seller: string } | { customer: string } | { nothing: true };

/** Which orders, and through them which customers, a caller's lists hold. */
export function sightOf(caller: Caller): Sight {
  switch (caller.account.kind) {
    case 'vendor':
      return { everything: true };
    case 'distributor':
    case 'reseller':
      return { seller: caller.account.id };
    case 'customer':
      return { customer: caller.account.id };
    default:
      return { nothing: true };
  }
}

function sells({ kind }: Caller['account']): boolean {
  return kind === 'distributor' || kind === 'reseller';
}

/** Whether an account is one that orders name; of a kind that nobody thought of nothing is known. */
function isParty(account: Caller['account']): boolean {
  return sells(account) || account.kind === 'customer';
}

function isAdministrator({ role }: Caller): boolean {
  return role === 'administrator';
}
