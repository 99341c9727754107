import { counted } from './plural.ts';
import type { Texts } from './texts.ts';

const count = (one: string, other: string) => counted('en', { one: `# ${one}`, other: `# ${other}` });

/** English. */
export const en: Texts = {
  locale: 'en',
  name: 'English',
  direction: 'ltr',
  words: {
    order: 'Order',
    customer: 'Customer',
    reseller: 'Reseller',
    distributor: 'Distributor',
    application: 'Application',
    capacity: 'Capacity',
    term: 'Term',
    care: 'Care',
    server: 'Server',
    activationToken: 'Activation Token',
    units: {
      users: count('user', 'users'),
      channels: count('channel', 'channels'),
      operators: count('operator', 'operators'),
      rooms: count('room', 'rooms'),
      sessions: count('session', 'sessions'),
    },
    licenses: { subscription: 'Subscription', perpetual: 'Perpetual license' },
    careLevels: { basic: 'Basic', gold: 'Gold', platinum: 'Platinum' },
    termStates: {
      upcoming: 'Upcoming',
      active: 'Active',
      expiring: 'Ends soon',
      grace: 'In grace',
      expired: 'Expired',
      canceled: 'Canceled',
    },
    stages: { locked: 'Locked', unlocked: 'Unlocked', assigned: 'Assigned', activated: 'Activated' },
    statuses: { open: 'Open', suspended: 'Suspended', canceled: 'Canceled', ended: 'Ended' },
    serverRoles: { production: 'Production', test: 'Test', redundancy: 'Redundancy' },
    serverStates: {
      registered: 'Nothing assigned',
      waiting: 'Waiting for its token',
      activated: 'Activated',
      retired: 'Retired',
    },
    accountKinds: { vendor: 'Vendor', distributor: 'Distributor', reseller: 'Reseller', customer: 'Customer' },
    roles: { administrator: 'Administrator', viewer: 'Viewer' },
    between: (firstDay, lastDay) => `${firstDay} to ${lastDay}`,
    since: (firstDay) => `From ${firstDay}, without end`,
    careUntil: (level, lastDay) => `${level} care until ${lastDay}`,
    noCare: 'Without care',
  },
  frame: {
    product: 'Cloud Licensing',
    skip: 'Skip to the content',
    menu: 'Menu',
    language: 'Language',
    customers: 'Customers',
    people: 'People',
    sessions: 'Where you are signed in',
    signIn: 'Sign in',
    signOut: 'Sign out',
    mailbox: 'Mailbox',
    signedInAs: 'Signed in as',
    notFound: {
      title: 'There is nothing here',
      text: 'This address does not lead anywhere. If it came by e-mail, open it from the e-mail itself: a part may be missing at its end.',
    },
    notPermitted: {
      title: 'This is for somebody else to do',
      text: 'An administrator of the account, its seller or the vendor can do it. You can look, and ask one of them.',
    },
    unavailable: {
      title: 'Please try again in a minute',
      text: 'The service cannot take this at the moment. Nothing is lost: go back, and press the button again.',
    },
    tooMany: {
      title: 'Too many attempts',
      text: 'Wait a few minutes, then try again.',
    },
    unreadable: {
      title: 'This cannot be read',
      text: 'What was sent is no form of this service. Open the page again, and press its button.',
    },
    foreign: {
      title: 'This did not come from a page of this service',
      text: 'Nothing was changed. Open the page here, and press its button.',
    },
    broken: {
      title: 'Something went wrong here',
      text: 'Please try again. If it goes wrong again, tell whoever operates this service.',
    },
  },
  orderMail: {
    subject: (orderNumber, customerName) => `Order ${orderNumber}: licenses delivered for ${customerName}`,
    heading: 'Licenses delivered',
    preview: (orderNumber) => `Order ${orderNumber} is delivered and waits to be unlocked.`,
    introduction:
      'The licenses below are in the customer’s Smart Account. They are locked: the customer does not see them until you unlock them.',
    lines: 'What was delivered',
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
  },
  noticeMail: {
    subject: count('license ends soon', 'licenses end soon'),
    heading: 'What ends soon',
    preview: count(
      'license or care contract has not been renewed.',
      'licenses or care contracts have not been renewed.',
    ),
    introduction:
      'These have not been renewed yet. Order the renewal: nothing else has to be done, the servers get the new terms by themselves.',
    whatEnds: 'What ends',
    endsOn: 'Last day',
    what: { term: (application) => application, care: (application) => `Care for ${application}` },
    ends: (lastDay, daysLeft) => `${lastDay} (${daysLeft})`,
    daysLeft: count('day left', 'days left'),
    closing:
      'You get such a digest at most once a day, and only when something new is about to end. Your vendor can switch it off for you.',
  },
};
