import type { CareLevel, LicenseKind } from '../domain/terms.ts';
import type { Unit } from '../domain/catalogue.ts';

/** What an e-mail says, apart from the order's own data. A language is one more value of this type in `TEXTS`. */
export type Texts = {
  /** BCP 47; also how days and numbers are written. */
  language: string;
  subject(orderNumber: string, customerName: string): string;
  heading: string;
  preview(orderNumber: string): string;
  introduction: string;
  order: string;
  customer: string;
  reseller: string;
  lines: string;
  application: string;
  capacity: string;
  term: string;
  units: Record<Unit, string>;
  licenses: Record<LicenseKind, string>;
  careLevels: Record<CareLevel, string>;
  between(firstDay: string, lastDay: string): string;
  since(firstDay: string): string;
  care(level: string, lastDay: string): string;
  noCare: string;
  unlockHeading: string;
  unlockExplained: string;
  unlock: string;
  unlockAddress: string;
  activateHeading: string;
  activateSteps: readonly string[];
  portal: string;
  closing: string;
};

const en: Texts = {
  language: 'en',
  subject: (orderNumber, customerName) => `Order ${orderNumber}: licenses delivered for ${customerName}`,
  heading: 'Licenses delivered',
  preview: (orderNumber) => `Order ${orderNumber} is delivered and waits to be unlocked.`,
  introduction:
    'The licenses below are in the customer’s Smart Account. They are locked: the customer does not see them until you unlock them.',
  order: 'Order',
  customer: 'Customer',
  reseller: 'Reseller',
  lines: 'What was delivered',
  application: 'Application',
  capacity: 'Capacity',
  term: 'Term and care',
  units: { users: 'users', channels: 'channels', operators: 'operators', rooms: 'rooms', sessions: 'sessions' },
  licenses: { subscription: 'Subscription', perpetual: 'Perpetual license' },
  careLevels: { basic: 'Basic', gold: 'Gold', platinum: 'Platinum' },
  between: (firstDay, lastDay) => `${firstDay} to ${lastDay}`,
  since: (firstDay) => `From ${firstDay}, without end`,
  care: (level, lastDay) => `${level} care until ${lastDay}`,
  noCare: 'Without care',
  unlockHeading: '1. Unlock',
  unlockExplained:
    'Keep the licenses locked for as long as you need. The button opens a page that shows what will be unlocked and asks you to confirm; no sign-in is needed.',
  unlock: 'Unlock the licenses',
  unlockAddress: 'If the button does not work, open this address:',
  activateHeading: '2. Assign and activate',
  activateSteps: [
    'In the portal, you or the customer assign the capacity to one or more AppSuite servers.',
    'As soon as a server has something assigned, the portal shows its Activation Token beside it.',
    'Paste the Activation Token into the AppSuite server, Winter 2020 or later. The server connects to the portal’s address over HTTPS, port 443, and shows its licenses.',
  ],
  portal: 'Open the portal',
  closing:
    'This is the only e-mail about this delivery. Please keep it: its unlock button works for as long as you need it.',
};

const TEXTS: ReadonlyMap<string, Texts> = new Map([[en.language, en]]);

/** The texts for a locale such as `it` or `pt-BR`; English where the language is not there. */
export function textsFor(locale: string): Texts {
  return TEXTS.get(locale.toLowerCase().split(/[-_]/)[0]!) ?? en;
}
