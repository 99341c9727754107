import type { FastifyInstance } from 'fastify';
import type { ReadBatchFile } from '../services/batches/receiving.ts';
import { registerAccounts } from './accounts/routes.tsx';
import { registerActivity } from './activity/routes.tsx';
import { registerAdvisories } from './advisories/routes.tsx';
import { registerAssign } from './assign/routes.tsx';
import { registerBatches } from './batches/routes.tsx';
import { registerCustomerOrders } from './orders/customer-orders.tsx';
import { registerServerList } from './licenses/server-list.tsx';
import { registerCustomers } from './customers/routes.tsx';
import { registerEmergencies } from './emergencies/routes.tsx';
import { registerEstate } from './estate/routes.tsx';
import { registerKeys } from './keys/routes.tsx';
import { registerLicenses } from './licenses/routes.tsx';
import { registerMove } from './move/routes.tsx';
import { registerMails } from './mails/routes.tsx';
import { registerOffline } from './offline/routes.tsx';
import { registerOrders, type TemporalPages } from './orders/routes.tsx';
import { registerPairing } from './pairing/routes.tsx';
import { registerCalendarPage } from './calendar/routes.tsx';
import { registerRenewals } from './renewals/routes.tsx';
import { registerReplaceLink } from './orders/replace-link.tsx';
import { registerSignedInUnlock } from './unlock/signed-in-routes.tsx';
import { registerSearch } from './search/routes.tsx';
import { registerSettings } from './settings/routes.tsx';
import { registerSellers } from './sellers/routes.tsx';
import { registerServerChanges } from './servers/change-routes.tsx';
import { registerServerName } from './servers/name-routes.tsx';
import { registerNewServer } from './servers/new-routes.tsx';
import { registerOverride } from './servers/override-routes.tsx';
import { registerServers } from './servers/routes.tsx';
import { registerTokens } from './tokens/routes.tsx';
import { registerUnlocking } from './unlock/several-routes.tsx';
import { registerWebhooks } from './webhooks/routes.tsx';
import { createPageServices, type PageDeps } from './services.ts';

export type OwnPagesDeps = PageDeps & {
  readBatchFile: ReadBatchFile;
  /** Where Temporal shows its workflows; null where nobody can look. */
  temporalPages: TemporalPages | null;
};

/** The pages of who is signed in, under `signedInOnly`. */
export function registerOwnPages(app: FastifyInstance, deps: OwnPagesDeps): void {
  const services = createPageServices(deps);
  registerSearch(app, services);
  registerEstate(app, services);
  registerActivity(app, services);
  registerCustomers(app, services);
  registerCustomerOrders(app, services);
  registerServerList(app, services);
  registerLicenses(app, services);
  registerRenewals(app, services);
  registerCalendarPage(app, services);
  registerAdvisories(app, services);
  registerAssign(app, services);
  registerMove(app, services);
  registerTokens(app, services);
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
  registerSignedInUnlock(app, services);
  registerUnlocking(app, services);
  registerReplaceLink(app, services);
  registerSettings(app, services);
  registerAccounts(app, services);
  registerKeys(app, services);
  registerWebhooks(app, services);
  registerMails(app, services);
  registerBatches(app, services, deps.readBatchFile);
}
