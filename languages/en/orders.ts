import type { HomeTexts, UnlockTexts, OrdersTexts } from '../texts/orders.ts';

export const home: HomeTexts = {
  title: 'From order to activation',
  signInText: 'For resellers, distributors, customers and the vendor, with a link by e-mail.',
  introduction:
    'Licenses of the AppSuite are delivered here into the customer’s Smart Account, unlocked by the reseller, assigned to servers and activated.',
  api: 'API',
  apiText: 'Every route of the API, to read and to try.',
  openapi: 'OpenAPI document',
  openapiText: 'The same for programs.',
  mailboxText: 'The e-mails that were sent. None has left this service.',
};

export const unlock: UnlockTexts = {
  title: 'Unlock licenses',
  canceled: 'This order was canceled.',
  canceledText: 'Its licenses can no longer be unlocked or used.',
  ended: 'This order has ended.',
  endedText: 'Its licenses are over, and nothing is left to unlock.',
  suspended: 'This order is suspended.',
  suspendedText:
    'You can unlock its licenses and assign them, but no server may use them until the vendor resumes the order.',
  taken: 'Your unlock is taken.',
  takenText: 'It is carried out as soon as possible, even if you close this page. The result shows here by itself.',
  unlockedOn: 'Unlocked on',
  unlockedText: (customer) =>
    `${customer} has these licenses in its Smart Account. Assigned to a server, they are activated with the server’s Activation Token.`,
  consequence: (customer) =>
    `Once unlocked, ${customer} sees these licenses in its Smart Account and can assign them to servers.`,
  consequenceDirect: 'Once unlocked, these licenses can be assigned to servers.',
  final: 'Only while nothing of it is assigned can it be locked again.',
  changed: 'This delivery was changed meanwhile.',
  changedText: 'Nothing was unlocked. This page shows the delivery as it is now: look at it and confirm again.',
  button: 'Unlock these licenses',
};

export const orders: OrdersTexts = {
  title: 'Orders',
  search: 'Search orders and parties',
  empty: {
    title: 'No orders yet',
    text: 'Those that the ERP posts appear here as soon as they are delivered.',
  },
  placed: 'Placed on',
  direct: 'Sold directly',
  stage: 'Stage',
  stages: { all: 'All', locked: 'Locked', unlocked: 'Unlocked', assigned: 'Assigned', activated: 'Activated' },
  statusTexts: {
    suspended: 'Its licenses stay assigned, but no server may use them until the vendor resumes the order.',
    canceled: 'Its licenses have ended and cannot be used.',
    ended: 'All its licenses are over.',
  },
  lines: 'Lines',
  deliveries: 'Deliveries',
  delivered: 'Delivered on',
  unlocked: 'unlocked on',
  unlock: 'Unlock',
  mails: {
    due: 'E-mail is being sent',
    sent: 'E-mail sent',
    delivered: 'E-mail delivered',
    bounced: 'E-mail bounced',
    unknown: 'E-mail: outcome unknown',
    superseded: 'E-mail replaced before it left',
  },
  sendAgain: 'Send the e-mail again',
  sendAgainTo: (address) => `The same e-mail goes to ${address}, with the unlock button that works now.`,
  sendAgainButton: 'Send it',
  resent: 'The e-mail is being sent again.',
  resentText: 'It has the same content and the unlock button that works now.',
  replaceLink: 'Replace the link',
  replaceLinkConsequences: [
    'The unlock link in every e-mail of this delivery so far stops working at once; whoever opens it reads that it was replaced.',
    'The delivery stays locked, and nothing else changes.',
    'No e-mail goes out by itself: send it again afterwards, so that its recipient gets the new link.',
  ],
  linkReplaced: 'The unlock link was replaced.',
  linkReplacedText:
    'Earlier e-mails unlock nothing any more. Send the e-mail again, so that its recipient gets the new link.',
  plannedEnd: 'Canceled from',
  plannedCapacity: 'From',
  meant: 'Meant at its end',
  doers: { link: 'the e-mail’s link', operator: 'an operator' },
  life: 'What happened',
  noLife: 'Nothing has happened yet.',
  renewed: (capacity, application) => `${application}: ${capacity}, as before`,
  reducedFrom: (capacity, application, day) => `${application}: to be reduced to ${capacity} from ${day}`,
  reduced: (capacity, application, former) => `${application}: reduced to ${capacity}, from ${former}`,
  temporal: 'Open in Temporal',
};
