import type { TSchema } from 'typebox';
import { UNITS } from '../../domain/catalogue/catalogue.ts';
import { EVENT_TYPES } from '../../domain/journal.ts';
import { ORDER_STAGES, ORDER_STATUSES } from '../../domain/order/order.ts';
import { ACCOUNT_KINDS } from '../../domain/people/permissions.ts';
import { SCOPES } from '../../domain/people/scopes.ts';
import { SERVER_ROLES, SERVER_STATES } from '../../domain/server/server.ts';
import { CARE_LEVELS, LICENSE_KINDS } from '../../domain/catalogue/terms.ts';
import * as accounts from '../schemas/accounts/accounts.ts';
import * as advisories from '../schemas/servers/advisories.ts';
import * as assignments from '../schemas/servers/assignments.ts';
import * as batches from '../schemas/orders/batches.ts';
import { BrandChange, BrandView } from '../schemas/accounts/brand.ts';
import { JournalEvent, Life, Metadata, OneOf, Page } from '../schemas/common.ts';
import * as conditions from '../schemas/conditions.ts';
import { Conversion } from '../schemas/orders/conversions.ts';
import { Alive, JwkSet, Readiness } from '../schemas/servers/machines.ts';
import * as emergencies from '../schemas/servers/emergencies.ts';
import { EVENT_NOUNS, FeedEventView } from '../schemas/events.ts';
import * as identity from '../schemas/accounts/identity.ts';
import { KeyView, MadeKey, NewKey } from '../schemas/accounts/keys.ts';
import * as offline from '../schemas/servers/offline.ts';
import * as facts from '../schemas/orders/order-facts.ts';
import * as orders from '../schemas/orders/orders.ts';
import { MailView } from '../schemas/accounts/mails.ts';
import { NewPairing, Pairing } from '../schemas/servers/pairings.ts';
import { FoundView } from '../schemas/search.ts';
import { ServiceToken, ServiceTokenRequest } from '../schemas/servers/service-tokens.ts';
import * as renewals from '../schemas/orders/renewals.ts';
import * as servers from '../schemas/servers/servers.ts';
import * as todo from '../schemas/todo.ts';
import * as webhooks from '../schemas/accounts/webhooks.ts';

/** What the API speaks of, by the names that clients know it by: a name that was given is never given to something else. */
export const NOUNS: Record<string, TSchema> = {
  Account: accounts.AccountView,
  Acknowledgement: todo.Acknowledgement,
  AccountChange: accounts.AccountChange,
  AccountFields: accounts.AccountFields,
  AccountKind: OneOf(ACCOUNT_KINDS),
  AccountPage: Page(accounts.AccountView),
  Activated: servers.Activated,
  Activation: servers.Activation,
  ActivityPage: Page(FeedEventView),
  AddedWebhook: webhooks.AddedWebhook,
  AddressCorrection: accounts.AddressCorrection,
  Advisory: advisories.AdvisoryView,
  AdvisoryPage: Page(advisories.AdvisoryView),
  AffectedServer: advisories.AffectedServerView,
  AffectedServerPage: Page(advisories.AffectedServerView),
  Alive,
  Amendment: facts.Amendment,
  Application: accounts.ApplicationView,
  ApplicationPage: Page(accounts.ApplicationView),
  Applied: orders.Applied,
  AskedAgain: webhooks.AskedAgain,
  Assignable: assignments.AssignableView,
  Assignment: orders.AssignmentView,
  Assignments: assignments.AssignmentsView,
  Attempt: webhooks.AttemptView,
  Batch: batches.BatchView,
  BatchItem: batches.ItemView,
  BatchItemPage: Page(batches.ItemView),
  BatchPage: Page(batches.BatchView),
  Brand: BrandView,
  BrandChange,
  Cancellation: facts.Cancellation,
  CapacityChange: servers.SetCapacity,
  Care: orders.CareView,
  CareCondition: conditions.CareConditionView,
  CareConditionOfUnits: conditions.RowCareView,
  CareLevel: OneOf(CARE_LEVELS),
  ConditionOfUnits: conditions.RowConditionView,
  Conversion,
  CorrectedAddress: accounts.CorrectedAddress,
  Delivery: orders.DeliveryView,
  Emergencies: emergencies.EmergenciesView,
  Emergency: emergencies.EmergencyView,
  EmergencyPage: Page(emergencies.EmergencyView),
  Event: JournalEvent,
  EventType: OneOf(EVENT_TYPES),
  EventPage: Life(JournalEvent),
  ...EVENT_NOUNS,
  Expansion: facts.Expansion,
  FeedEvent: FeedEventView,
  FeedPage: Life(FeedEventView),
  Found: FoundView,
  History: accounts.HistoryView,
  IdentityProvider: identity.IdentityProvider,
  IdentityProviderChange: identity.IdentityProviderChange,
  IdentityProviderCheck: identity.IdentityProviderCheck,
  Intent: facts.Intent,
  IntentOfMany: facts.IntentOfMany,
  JwkSet,
  Key: KeyView,
  KeyPage: Page(KeyView),
  License: accounts.LicenseView,
  LicenseKind: OneOf(LICENSE_KINDS),
  LicensePage: Page(accounts.LicenseView),
  LicenseWait: servers.LicenseWait,
  Line: orders.LineView,
  LineCondition: conditions.LineConditionView,
  LineOfOrder: orders.LineOfOrder,
  LineOfOrderPage: Page(orders.LineOfOrder),
  LineState: orders.LineStateView,
  Lock: facts.Lock,
  MadeKey,
  Mail: MailView,
  MailPage: Page(MailView),
  Metadata,
  Move: assignments.MoveView,
  NewAdvisory: advisories.NewAdvisory,
  NewAssignments: assignments.NewAssignments,
  NewEmergency: emergencies.NewEmergency,
  NewKey,
  NewPairing,
  NewMove: assignments.NewMove,
  NewServer: servers.NewServer,
  NewWebhook: webhooks.NewWebhook,
  OfflineOverride: offline.OfflineOverride,
  OfflineRequest: offline.OfflineRequest,
  OfflineResponse: offline.OfflineResponse,
  OfflineReturn: offline.OfflineReturn,
  OfferedChange: facts.Offer,
  OfferedChanges: facts.Offers,
  Order: orders.OrderView,
  OrderPage: Page(orders.OrderView),
  OrderPreview: facts.Preview,
  OrderStage: OneOf(ORDER_STAGES),
  OrderStatus: OneOf(ORDER_STATUSES),
  Pairing,
  Party: orders.Party,
  Plan: orders.PlanView,
  PostedBatch: batches.PostedBatch,
  PostedLine: orders.PostedLine,
  PostedOrder: orders.PostedOrder,
  PostedParty: orders.PostedParty,
  Readiness,
  ReceivedBatch: batches.Received,
  Relocation: facts.Relocation,
  Renewal: facts.Renewal,
  RenewalLine: renewals.RenewalView,
  RenewalPage: renewals.RenewalPage,
  RenewalTotal: renewals.RenewalTotal,
  ServiceToken,
  ServiceTokenRequest,
  Seller: accounts.SellerView,
  SellerChange: facts.Seller,
  Scope: OneOf(SCOPES),
  SellerPage: Page(accounts.SellerView),
  Server: servers.ServerView,
  ServerChange: servers.ChangedServer,
  ServerCondition: conditions.ServerConditionView,
  ServerOfCustomer: servers.ServerOfCustomer,
  ServerOfCustomerPage: Page(servers.ServerOfCustomer),
  ServerPage: Page(servers.ServerView),
  ServerPreview: servers.ServerPreview,
  ServerRole: OneOf(SERVER_ROLES),
  ServerState: OneOf(SERVER_STATES),
  StatedIntent: orders.IntentView,
  StatedIntents: facts.StatedOfMany,
  SignInDomains: identity.SignInDomains,
  Suspension: facts.Because,
  Takeovers: servers.TakeoversView,
  Todo: todo.TodoView,
  TodoPage: todo.TodoPage,
  Token: servers.TokenView,
  Transfer: facts.Transfer,
  Unit: OneOf(UNITS),
  Unlock: orders.UnlockBody,
  UnlockLink: orders.UnlockLinkView,
  Webhook: webhooks.WebhookView,
  WebhookChange: webhooks.WebhookChange,
  WaitingToken: assignments.WaitingToken,
  WaitingTokenPage: Page(assignments.WaitingToken),
  WebhookDelivery: webhooks.DeliveryView,
  WebhookDeliveryPage: Page(webhooks.DeliveryView),
  WebhookPage: Page(webhooks.WebhookView),
  WebhookSecret: webhooks.SecretView,
};
