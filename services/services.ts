import { createFollowing } from '../db/following.ts';
import type { Deps } from './deps.ts';
import { createAccess } from './permissions/access.ts';
import { createRefuseChanges } from './permissions/pacing.ts';
import { createAccountService } from './accounts/accounts.ts';
import { createCorrecting } from './accounts/correcting.ts';
import { createAddressCorrectionService } from './accounts/address-correction.ts';
import { createAdvisoryService } from './advisories/advisories.ts';
import { createOpenAdvisories } from './advisories/open.ts';
import { createAssignmentService } from './assignments/assignments.ts';
import { createAmendmentService } from './orders/amendments.ts';
import { createActivationService } from './servers/activations.ts';
import { createBatchService } from './batches/batches.ts';
import { createBrandService } from './brand/brand.ts';
import { createCurrentBrand } from './brand/current.ts';
import { createApplicationService } from './applications/applications.ts';
import { createCalendarService } from './calendars/calendars.ts';
import { createCheckInService } from './check-ins/check-ins.ts';
import { createTakeovers } from './check-ins/takeovers.ts';
import { createWaitService } from './check-ins/waits.ts';
import { createEmergencyService } from './emergencies/emergencies.ts';
import { createActivityService } from './feed/activity.ts';
import { createFeedService } from './feed/feed.ts';
import { createProviders } from './identity/provider.ts';
import { createIdentityService } from './identity/providers.ts';
import { createRenewing } from './identity/renewing.ts';
import { createProviderSignIn } from './identity/signing-in.ts';
import { createHistoryService } from './accounts/history.ts';
import { createMailHistory } from './mails/history.ts';
import { createMailReportService } from './mails/reports.ts';
import { createMailService } from './mails/mails.ts';
import { createConversionService } from './orders/conversions.ts';
import { createOrderFactService } from './orders/facts.ts';
import { createOfferService } from './orders/offers.ts';
import { createIntentService } from './orders/intents.ts';
import { createStateMany } from './orders/intents-of-many.ts';
import { createOfflineService } from './servers/offline.ts';
import { createOrderService } from './orders/orders.ts';
import { createKeyService } from './accounts/keys.ts';
import { createApprovalService } from './pairings/approvals.ts';
import { createPairingService } from './pairings/pairings.ts';
import { createTellReplaced } from './pairings/told.ts';
import { createPeopleService } from './accounts/people.ts';
import { createPlaceService } from './orders/places.ts';
import { createPost } from '../mail/post.ts';
import { createRenewalService } from './renewals/renewals.ts';
import { createSearchService } from './search/search.ts';
import { createSellerService } from './accounts/sellers.ts';
import { createServerService } from './servers/servers.ts';
import { createServiceTokenService } from './service-tokens/service-tokens.ts';
import { createBegin } from './accounts/beginning.ts';
import { createCodes } from './accounts/codes.ts';
import { createDeviceService } from './accounts/devices.ts';
import { createKeptForms } from './accounts/kept-forms.ts';
import { createPasskeyService } from './accounts/passkeys.ts';
import { createProvingService } from './accounts/proving.ts';
import { createSessionService } from './accounts/sessions.ts';
import { createSignInService } from './accounts/sign-in.ts';
import { createNoticeChoiceService } from './accounts/notice-choices.ts';
import { createTodoService } from './todo/todo.ts';
import { createUnlockLinkService } from './orders/unlock-links.ts';
import { createWebhookService } from './webhooks/webhooks.ts';

export type Services = ReturnType<typeof createServices>;

/** Everything that can be done here, for the API's routes and for the portal's pages. */
export function createServices(deps: Deps) {
  const accounts = createAccountService(deps);
  const orders = createOrderService(deps);
  const servers = createServerService(deps, accounts);
  const post = createPost({ ...deps.mail, logger: deps.logger });
  const following = createFollowing({
    ...deps,
    warn: (err) => deps.logger.warn({ err }, 'the feed is not followed at this moment'),
  });
  const openAdvisories = createOpenAdvisories({ ...deps, following });
  const brand = createCurrentBrand({ ...deps, following });
  const takeovers = createTakeovers(deps);
  const checkIns = createCheckInService(deps, openAdvisories, takeovers);
  const feed = createFeedService({ ...deps, following });
  const access = createAccess(deps);
  const intents = createIntentService(deps);
  const activations = createActivationService(deps, checkIns, takeovers);
  const tellReplaced = createTellReplaced(deps, servers, post, brand);
  const providers = createProviders({ ...deps, ...deps.webhooks });
  const unlockLinks = createUnlockLinkService(deps, orders);
  const mails = createMailService(deps);
  const devices = createDeviceService(deps, post, brand);
  const begin = createBegin(deps, devices);
  const codes = createCodes(deps, post, brand);
  const passkeys = createPasskeyService(deps, begin, post, brand);
  const addressCorrections = createAddressCorrectionService(deps, { accounts, mails, post, brands: brand });
  return {
    access,
    refuseChanges: createRefuseChanges(deps),
    addressCorrections,
    correcting: createCorrecting(deps, addressCorrections),
    advisories: createAdvisoryService(deps, openAdvisories),
    applications: createApplicationService(deps),
    assignments: createAssignmentService(deps, accounts, servers),
    following,
    feed,
    activity: createActivityService(deps),
    webhooks: createWebhookService(deps, accounts, feed),
    batches: createBatchService(deps),
    brand: createBrandService(deps, brand),
    orders,
    unlockLinks,
    orderFacts: createOrderFactService(deps),
    offers: createOfferService(deps),
    conversions: createConversionService(deps),
    intents,
    stateIntents: createStateMany(deps, { access, orders, intents }),
    renewals: createRenewalService(deps),
    calendars: createCalendarService(deps),
    orderPlaces: createPlaceService(deps),
    amendments: createAmendmentService(deps),
    emergencies: createEmergencyService(deps, accounts, orders),
    mails,
    mailHistory: createMailHistory(deps, accounts),
    mailReports: createMailReportService({ orm: deps.orm, secret: deps.resendWebhookSecret }),
    accounts,
    history: createHistoryService(deps, accounts),
    search: createSearchService(deps),
    sellers: createSellerService(deps, accounts),
    keys: createKeyService(deps, accounts),
    identity: createIdentityService(deps, accounts, providers),
    providerSignIn: createProviderSignIn(deps, providers, begin),
    servers,
    offline: createOfflineService(deps, servers),
    checkIns,
    waits: createWaitService({ ...deps, following }, openAdvisories, takeovers),
    people: createPeopleService(deps, accounts, post, brand),
    post,
    serviceTokens: createServiceTokenService(deps, checkIns, takeovers),
    sessions: createSessionService(deps, createRenewing(deps, providers)),
    noticeChoices: createNoticeChoiceService(deps),
    todo: createTodoService(deps),
    signIn: createSignInService(deps, codes, begin),
    devices,
    passkeys,
    proving: createProvingService(deps, codes, passkeys),
    keptForms: createKeptForms(deps),
    activations,
    pairings: createPairingService(deps, { activations, servers, tellReplaced }),
    approvals: createApprovalService(deps, { access, servers, tellReplaced }),
  };
}
