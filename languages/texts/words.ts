import type { Unit } from '../../domain/catalogue/catalogue.ts';
import type { ORDER_STAGES, ORDER_STATUSES } from '../../domain/order/order.ts';
import type { AccountKind, Role } from '../../domain/people/permissions.ts';
import type { SERVER_ROLES } from '../../domain/server/server.ts';
import type { CareLevel, LicenseKind } from '../../domain/catalogue/terms.ts';
import type { Counted } from '../plural.ts';

/** The words of the product, the same on every page and in every e-mail. */
export type Words = {
  order: string;
  /** The buyer's own number of an order. */
  purchaseOrder: string;
  customer: string;
  seller: string;
  reseller: string;
  distributor: string;
  application: string;
  capacity: string;
  term: string;
  care: string;
  server: string;
  activationToken: string;
  /** A number of units, such as “20 operators”. */
  units: Record<Unit, Counted>;
  licenses: Record<LicenseKind, string>;
  careLevels: Record<CareLevel, string>;
  stages: Record<(typeof ORDER_STAGES)[number], string>;
  statuses: Record<(typeof ORDER_STATUSES)[number], string>;
  serverRoles: Record<(typeof SERVER_ROLES)[number], string>;
  accountKinds: Record<AccountKind, string>;
  roles: Record<Role, string>;
  between(firstDay: string, lastDay: string): string;
  since(firstDay: string): string;
  evaluationUntil(lastDay: string): string;
  careUntil(level: string, lastDay: string): string;
  noCare: string;
  /** What stands between things that are listed; a space follows it. */
  comma: string;
};
