/** Who may see and do what: one function per action, a match on who is calling, deny at the end. API and portal ask here alone. */

export const ACCOUNT_KINDS = ['vendor', 'distributor', 'reseller', 'customer'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const ROLES = ['administrator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** The vendor's own account. */
export const VENDOR = 'vendor';

/** Who is calling: a person, as a member of an account, or a key of an account, which is as good as an administrator. */
export type Caller = {
  /** `person/<id>` or `key/<id>`: opaque, so that it can stand in a workflow and in the journal. */
  by: string;
  account: { id: string; kind: AccountKind };
  role: Role;
};

/** A customer as far as permissions need it. */
export type CustomerFacts = {
  id: string;
  /** Whoever sold it an order: the reseller, or the distributor of an order that names none. */
  sellers: readonly string[];
};

/** An order as far as permissions need it. */
export type OrderFacts = {
  customer: string;
  /** The reseller, or the distributor when none is named. */
  seller: string;
  /** Whether anything of it was ever unlocked. */
  unlocked: boolean;
};

/** Takes orders in, renews, expands, suspends and cancels them: the vendor's ERP and administrators. */
export function mayChangeOrders(caller: Caller): boolean {
  return isVendorsAdministrator(caller);
}

/** Reads an order: its page, deliveries, lines and life. What of it is locked is another question. */
export function maySeeOrder(caller: Caller, order: OrderFacts): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return true;
    case 'distributor':
    case 'reseller':
      return order.seller === caller.account.id;
    case 'customer':
      return order.customer === caller.account.id && order.unlocked;
    default:
      return false;
  }
}

/** Sees what of an order is still locked: rows, deliveries, lines, events. A customer never does. */
export function maySeeLocked(caller: Caller, order: Pick<OrderFacts, 'seller'>): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return true;
    case 'distributor':
    case 'reseller':
      return order.seller === caller.account.id;
    case 'customer':
    default:
      return false;
  }
}

/** Unlocks a delivery without its link, and has its e-mail sent again. */
export function mayUnlock(caller: Caller, order: Pick<OrderFacts, 'seller'>): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return isAdministrator(caller);
    case 'distributor':
    case 'reseller':
      return isAdministrator(caller) && order.seller === caller.account.id;
    case 'customer':
    default:
      return false;
  }
}

/** Replaces the unlock link of a delivery: whoever was mailed an earlier one can no longer unlock with it. */
export function mayReplaceUnlockLink(caller: Caller): boolean {
  return isVendorsAdministrator(caller);
}

/** Reads what a customer owns, and its servers with their lives; a token is not part of it. */
export function maySeeCustomer(caller: Caller, customer: CustomerFacts): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return true;
    case 'distributor':
    case 'reseller':
      return customer.sellers.includes(caller.account.id);
    case 'customer':
      return customer.id === caller.account.id;
    default:
      return false;
  }
}

/** Registers, assigns to, activates offline and retires a customer's servers, and reads and rotates their tokens. */
export function mayManageServers(caller: Caller, customer: CustomerFacts): boolean {
  switch (caller.account.kind) {
    case 'vendor':
    case 'distributor':
    case 'reseller':
    case 'customer':
      return isAdministrator(caller) && maySeeCustomer(caller, customer);
    default:
      return false;
  }
}

/** Gives an offline server's capacity free without its proof. */
export function mayOverrideOffline(caller: Caller): boolean {
  return isVendorsAdministrator(caller);
}

/** Reads an account's name, address, time zone and language: its own, and for a seller its customers'. */
export function maySeeAccount(caller: Caller, account: CustomerFacts): boolean {
  return account.id === caller.account.id || maySeeCustomer(caller, account);
}

/** Changes an account's name, address, time zone and language. */
export function mayChangeAccount(caller: Caller): boolean {
  return isVendorsAdministrator(caller);
}

/** Reads who belongs to an account. */
export function maySeePeople(caller: Caller, account: string): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return true;
    case 'distributor':
    case 'reseller':
    case 'customer':
      return account === caller.account.id;
    default:
      return false;
  }
}

/** Invites, confirms and removes people of an account, and says what they are. */
export function mayManagePeople(caller: Caller, account: string): boolean {
  return isAdministrator(caller) && maySeePeople(caller, account);
}

/** Follows an order or a server into Temporal's own pages. */
export function maySeeTemporal(caller: Caller): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return true;
    case 'distributor':
    case 'reseller':
    case 'customer':
    default:
      return false;
  }
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

/** What the vendor's administrators do, and nobody else. */
function isVendorsAdministrator(caller: Caller): boolean {
  switch (caller.account.kind) {
    case 'vendor':
      return isAdministrator(caller);
    case 'distributor':
    case 'reseller':
    case 'customer':
    default:
      return false;
  }
}

function isAdministrator({ role }: Caller): boolean {
  switch (role) {
    case 'administrator':
      return true;
    case 'viewer':
    default:
      return false;
  }
}
