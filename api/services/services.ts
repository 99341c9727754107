import type { Deps } from '../deps.ts';
import { createAccess } from './access.ts';
import { createAccountService } from './accounts.ts';
import { createActivationService } from './activations.ts';
import { createCheckInService } from './check-ins.ts';
import { createMailReportService } from './mail-reports.ts';
import { createMailService } from './mails.ts';
import { createOrderFactService } from './order-facts.ts';
import { createOfflineService } from './offline.ts';
import { createOrderService } from './orders.ts';
import { createPeopleService } from './people.ts';
import { createPost } from './post.ts';
import { createServerService } from './servers.ts';
import { createSessionService } from './sessions.ts';
import { createSignInService } from './sign-in.ts';
import { createUnlockLinkService } from './unlock-links.ts';

export type Services = ReturnType<typeof createServices>;

/** Everything that can be done here, for the API's routes and for the portal's pages. */
export function createServices(deps: Deps) {
  const accounts = createAccountService(deps);
  const orders = createOrderService(deps);
  const servers = createServerService(deps, accounts);
  const post = createPost({ ...deps.mail, logger: deps.logger });
  const checkIns = createCheckInService(deps);
  return {
    access: createAccess(deps),
    orders,
    unlockLinks: createUnlockLinkService(deps, orders),
    orderFacts: createOrderFactService(deps),
    mails: createMailService(deps),
    mailReports: createMailReportService({ orm: deps.orm, secret: deps.resendWebhookSecret }),
    accounts,
    servers,
    offline: createOfflineService(deps, servers),
    checkIns,
    people: createPeopleService(deps, accounts, post),
    post,
    sessions: createSessionService(deps),
    signIn: createSignInService(deps, post),
    activations: createActivationService(deps, checkIns),
  };
}
