import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'Emergency',
  introduction:
    'When capacity has to be there at once: it is granted for today and four days more, and nobody has to agree.',
  application: 'Application',
  capacity: 'How much',
  most: (quantity) => `Up to ${quantity}: twice what was owned last`,
  reason: 'Why',
  reasonHelp: 'The vendor reads it.',
  incomplete: 'Name how much, a whole number within what is granted, and why.',
  next: 'Go on',
  left: counted('en', {
    one: 'One emergency is left of two in any 365 days.',
    other: '# emergencies are left in any 365 days.',
  }),
  usedUp: (instant) => `Both emergencies of 365 days are used up. Another one can be declared from ${instant} on.`,
  nothingOwned: 'Nothing was ever owned here that an emergency could be measured by.',
  confirm: {
    title: 'Declare the emergency',
    grants: (quantity, application, lastDay) =>
      `Granted at once: ${quantity} of ${application}, until the end of ${lastDay}, to be assigned to servers.`,
    ends: 'It ends by itself. What servers have of it stops then.',
    vendor: 'The vendor is told at once, with your reason.',
    left: counted('en', {
      one: 'After this, one is left in 365 days.',
      other: 'After this, # are left in 365 days.',
    }),
    button: 'Declare it',
  },
  declared: 'Emergencies that were declared',
  nobody: 'No emergency was declared.',
  until: (lastDay) => `until ${lastDay}`,
};
