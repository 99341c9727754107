import type { FastifyInstance } from 'fastify';
import type { Viewer } from '../services/accounts/sessions.ts';
import { registerAddressCorrection } from './address-correction/routes.tsx';
import { registerAdvisories } from './advisories/routes.tsx';
import { registerAssign } from './assign/routes.tsx';
import { registerCustomers } from './customers/routes.tsx';
import { registerEmergencies } from './emergencies/routes.tsx';
import { registerLicenses } from './licenses/routes.tsx';
import { registerOffline } from './offline/routes.tsx';
import { registerOrderChanges } from './orders/change/routes.tsx';
import { registerPlaceOrder } from './orders/place/routes.tsx';
import { registerOrders, type TemporalPages } from './orders/routes.tsx';
import { registerPairing } from './pairing/routes.tsx';
import { registerReplaceLink } from './orders/replace-link.tsx';
import { registerSignedInUnlock } from './unlock/signed-in-routes.tsx';
import { registerSettings } from './settings/routes.tsx';
import { registerSellers } from './sellers/routes.tsx';
import { registerServerChanges } from './servers/change-routes.tsx';
import { registerServerName } from './servers/name-routes.tsx';
import { registerNewServer } from './servers/new-routes.tsx';
import { registerOverride } from './servers/override-routes.tsx';
import { registerServers } from './servers/routes.tsx';
import { createPageServices, type PageDeps } from './services.ts';

export type OwnPagesDeps = PageDeps & {
  /** Where Temporal shows its workflows; null where nobody can look. */
  temporalPages: TemporalPages | null;
};

/** The pages of who is signed in, under `signedInOnly`. */
export function registerOwnPages(app: FastifyInstance, deps: OwnPagesDeps): void {
  const services = createPageServices(deps);
  registerCustomers(app, services);
  registerLicenses(app, services);
  registerAdvisories(app, services);
  registerAssign(app, services);
  registerNewServer(app, services);
  registerServers(app, services);
  registerServerName(app, services);
  registerServerChanges(app, services);
  registerOverride(app, services);
  registerOffline(app, services);
  registerPairing(app, services);
  registerSellers(app, services);
  registerEmergencies(app, services);
  registerOrders(app, services, deps.temporalPages);
  registerOrderChanges(app, services);
  registerPlaceOrder(app, services);
  registerAddressCorrection(app, services);
  registerSignedInUnlock(app, services);
  registerReplaceLink(app, services);
  registerSettings(app, services);
}

/** Where the portal begins for somebody. */
export function startOf({ account }: Viewer): string {
  return account.kind === 'customer' ? `/customers/${account.id}` : '/customers';
}
