import type { OrderMailTexts } from '../texts/order-mail.ts';

export const orderMail: OrderMailTexts = {
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
  direct: {
    subject: (orderNumber) => `Order ${orderNumber}: your licenses are delivered`,
    introduction:
      'The licenses below are in your Smart Account. They are locked: they can be assigned to servers once you unlock them.',
    activateSteps: [
      'In the portal, assign the capacity to one or more AppSuite servers.',
      'As soon as a server has something assigned, the portal shows its Activation Token beside it.',
      'Paste the Activation Token into the AppSuite server, Winter 2020 or later. The server connects to the portal’s address over HTTPS, port 443, and shows its licenses.',
    ],
  },
  corrected: {
    subject: (subject) => `Corrected: ${subject}`,
    introduction:
      'This corrected e-mail replaces the earlier one about this delivery, whose unlock button does nothing any more.',
    closing:
      'It replaces every earlier e-mail about this delivery. Please keep it: its unlock button works for as long as you need it.',
  },
  portal: 'Open the portal',
  closing:
    'This is the only e-mail about this delivery. Please keep it: its unlock button works for as long as you need it.',
};
