import type { IntentTexts, RenewalsTexts, CalendarTexts } from '../texts/renewals.ts';
import { count } from './count.ts';

export const intents: IntentTexts = { renew: 'to renew it', end: 'to let it end', null: 'nothing yet' };

export const renewals: RenewalsTexts = {
  title: 'Renewals',
  within: { 30: '30 days', 60: '60 days', 90: '90 days', expired: 'Ended, still renewable' },
  ranges: 'Which last days',
  from: 'Last day from',
  to: 'Last day to',
  search: 'Customer or order',
  what: 'What ends',
  whats: { all: 'Term or care', term: 'Term', care: 'Care' },
  allApplications: 'All applications',
  intent: 'Meant',
  intents: { all: 'Whatever is meant', renew: 'To renew', end: 'To let end', undecided: 'Undecided' },
  lastDay: 'Last day',
  lines: count('line', 'lines'),
  totals: 'Altogether',
  renewableUntil: (day) => `Can be renewed until ${day}`,
  choose: (application, customer) => `Choose ${application} of ${customer}`,
  chooseAll: 'Choose all on this page',
  chosen: 'For the chosen lines it is meant',
  save: 'Save what is meant',
  noneChosen: 'Choose at least one line.',
  said: {
    renew: count('line is to be renewed', 'lines are to be renewed'),
    end: count('line is to end', 'lines are to end'),
    undecided: count('line is undecided again', 'lines are undecided again'),
  },
  next: {
    renew: 'They stay here until the vendor has renewed them: order their renewal.',
    end: 'No notices are sent about them any more. They end on their last day, unless they are renewed.',
    undecided: 'Notices are sent about them again.',
  },
  notAll: (said, chosen) => `Saved for ${said} of ${chosen}. These were refused, and are still chosen:`,
  notYours: 'By now somebody else decides about it.',
  empty: {
    title: 'Nothing ends in these days',
    text: 'Terms and care contracts of all customers with a last day in this time are listed here. Look at 90 days, or choose other days.',
  },
  emptyExpired: { title: 'Nothing has ended', text: 'What has ended and can still be renewed stands here.' },
  sheet: { ends: 'Ends', note: 'Note', renewableUntil: 'Can be renewed until' },
};

export const calendar: CalendarTexts = {
  title: 'Calendar',
  introduction:
    'Your calendar can follow what ends: every last day of a term or of care that you see here, always as it stands.',
  secret: 'Whoever has the address reads these days and the names of customers: give it to nobody.',
  make: 'Make an address',
  address: 'Address of your calendar',
  copy: 'Copy the address',
  copied: 'The address was copied.',
  notCopied: 'It could not be copied: select the address and copy it.',
  subscribe: 'Open in the calendar of this device',
  howTitle: 'How to add it',
  how: [
    'Outlook: Add calendar, Subscribe from web, and paste the address.',
    'Google Calendar: Other calendars, From URL, and paste the address.',
    'iPhone and Mac: press “Open in the calendar of this device”.',
  ],
  since: 'Made',
  untold: 'The address still works, but cannot be shown any more. Replace it to see one.',
  replace: 'Replace the address',
  replaceConsequences: [
    'Another address is made, which you add to your calendars.',
    'The one of now opens nothing any more, at once and for good.',
  ],
  off: 'Switch off',
  offConsequences: [
    'The address opens nothing any more, at once and for good.',
    'Calendars that follow it keep what they last read until you remove it there.',
  ],
  done: {
    made: { title: 'The address is made', text: 'Copy it, and add it to your calendar as a subscription.' },
    replaced: {
      title: 'The address is replaced',
      text: 'Add the new one to your calendars, and remove the former one there.',
    },
    off: { title: 'The calendar is switched off', text: 'Its address opens nothing any more.' },
  },
  name: 'Renewals',
  termEnds: (application) => `${application} ends`,
  careEnds: (application) => `Care of ${application} ends`,
  of: (customer, what) => `${customer}: ${what}`,
};
