import type { AccountTexts } from './texts/account.ts';
import type { AddressCorrectionTexts } from './texts/address-correction.ts';
import type { AdvisoriesTexts } from './texts/advisories.ts';
import type { BatchesTexts } from './texts/batches.ts';
import type { BrandTexts } from './texts/brand.ts';
import type { CustomersTexts, ListTexts } from './texts/customers.ts';
import type {
  AccountEventTexts,
  AccountFieldTexts,
  AdvisoryEventTexts,
  OrderEventTexts,
  RefusalTexts,
  ServerEventTexts,
  TakenBackTexts,
} from './texts/events.ts';
import type { EmergenciesTexts } from './texts/emergencies.ts';
import type { ActivityTexts, EstateTexts, HistoryTexts, ObjectTexts, SearchTexts } from './texts/finding.ts';
import type { IdentityTexts } from './texts/identity.ts';
import type { FrameTexts } from './texts/frame.ts';
import type { AssignTexts, TokensTexts } from './texts/assign.ts';
import type { NextTexts } from './texts/next.ts';
import type { LettersTexts } from './texts/letters.ts';
import type { LicensesTexts } from './texts/licenses.ts';
import type { MailsTexts } from './texts/mails.ts';
import type { NoticeMailTexts } from './texts/notice-mail.ts';
import type { OrderChangesTexts } from './texts/order-changes.ts';
import type { OrderMailTexts } from './texts/order-mail.ts';
import type { PairingTexts } from './texts/pairing.ts';
import type { PeopleMailTexts } from './texts/people-mail.ts';
import type { PeopleTexts } from './texts/people.ts';
import type { HomeTexts, OrdersTexts, UnlockTexts } from './texts/orders.ts';
import type { OfflineTexts, ServersTexts, TokenTexts, TroublesTexts } from './texts/servers.ts';
import type { SellersTexts } from './texts/sellers.ts';
import type { CalendarTexts, IntentTexts, RenewalsTexts } from './texts/renewals.ts';
import type { SigningInTexts } from './texts/signing-in.ts';
import type { StandbyTexts } from './texts/standby.ts';
import type { ConditionTexts, TodoTexts } from './texts/todo.ts';
import type { TestUnitsTexts } from './texts/test-units.ts';
import type { Words } from './texts/words.ts';

/** Everything that portal and e-mails say in one language, by area; each area has its own type in `texts/`. */
export type Texts = {
  /** BCP 47, without a region. */
  locale: string;
  /** The language's own name. */
  name: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  frame: FrameTexts;
  orderMail: OrderMailTexts;
  noticeMail: NoticeMailTexts;
  peopleMail: PeopleMailTexts;
  letters: LettersTexts;
  people: PeopleTexts;
  signingIn: SigningInTexts;
  home: HomeTexts;
  unlock: UnlockTexts;
  conditions: ConditionTexts;
  todo: TodoTexts;
  customers: CustomersTexts;
  filter: ListTexts['filter'];
  pager: ListTexts['pager'];
  licenses: LicensesTexts;
  assign: AssignTexts;
  next: NextTexts;
  tokens: TokensTexts;
  servers: ServersTexts;
  token: TokenTexts;
  pairing: PairingTexts;
  offline: OfflineTexts;
  troubles: TroublesTexts;
  orders: OrdersTexts;
  orderChanges: OrderChangesTexts;
  addressCorrection: AddressCorrectionTexts;
  orderEvents: OrderEventTexts;
  intents: IntentTexts;
  takenBecause: TakenBackTexts;
  accountEvents: AccountEventTexts;
  renewals: RenewalsTexts;
  calendar: CalendarTexts;
  advisories: AdvisoriesTexts;
  advisoryEvents: AdvisoryEventTexts;
  sellers: SellersTexts;
  emergencies: EmergenciesTexts;
  standby: StandbyTexts;
  testUnits: TestUnitsTexts;
  account: AccountTexts;
  identity: IdentityTexts;
  mails: MailsTexts;
  batches: BatchesTexts;
  brand: BrandTexts;
  search: SearchTexts;
  objects: ObjectTexts;
  estate: EstateTexts;
  activity: ActivityTexts;
  history: HistoryTexts;
  accountFields: AccountFieldTexts;
  serverEvents: ServerEventTexts;
  refusals: RefusalTexts;
};
