import type { IntentTexts, RenewalsTexts, CalendarTexts } from '../texts/renewals.ts';
import { count } from './count.ts';

export const intents: IntentTexts = { renew: 'verlängern', end: 'enden lassen', null: 'noch nichts' };

export const renewals: RenewalsTexts = {
  title: 'Verlängerungen',
  within: { 30: '30 Tage', 60: '60 Tage', 90: '90 Tage', expired: 'Beendet, noch verlängerbar' },
  ranges: 'Welche letzten Tage',
  from: 'Letzter Tag ab',
  to: 'Letzter Tag bis',
  search: 'Kunde oder Auftrag',
  what: 'Was endet',
  whats: { all: 'Laufzeit oder Pflege', term: 'Laufzeit', care: 'Softwarepflege' },
  allApplications: 'Alle Anwendungen',
  intent: 'Vorgesehen',
  intents: { all: 'Beliebig', renew: 'Verlängern', end: 'Enden lassen', undecided: 'Unentschieden' },
  lastDay: 'Letzter Tag',
  lines: count('Position', 'Positionen'),
  totals: 'Insgesamt',
  renewableUntil: (day) => `Verlängerbar bis ${day}`,
  choose: (application, customer) => `${application} von ${customer} auswählen`,
  chooseAll: 'Alle auf dieser Seite auswählen',
  chosen: 'Für die ausgewählten Positionen ist vorgesehen',
  save: 'Vorgesehenes speichern',
  noneChosen: 'Wählen Sie mindestens eine Position aus.',
  said: {
    renew: count('Position soll verlängert werden', 'Positionen sollen verlängert werden'),
    end: count('Position soll enden', 'Positionen sollen enden'),
    undecided: count('Position ist wieder unentschieden', 'Positionen sind wieder unentschieden'),
  },
  next: {
    renew: 'Sie bleiben hier, bis der Hersteller sie verlängert hat: Bestellen Sie die Verlängerung.',
    end: 'Es werden keine Benachrichtigungen mehr dazu gesendet. Sie enden an ihrem letzten Tag, wenn sie nicht verlängert werden.',
    undecided: 'Es werden wieder Benachrichtigungen dazu gesendet.',
  },
  notAll: (said, chosen) => `Gespeichert: ${said} von ${chosen}. Diese wurden abgelehnt und sind noch ausgewählt:`,
  notYours: 'Darüber entscheidet inzwischen jemand anderes.',
  empty: {
    title: 'In diesen Tagen endet nichts',
    text: 'Hier steht jede Laufzeit und jede Softwarepflege, deren letzter Tag in diese Zeit fällt, von allen Kunden. Sehen Sie sich 90 Tage an oder wählen Sie eigene Tage.',
  },
  emptyExpired: {
    title: 'Nichts ist beendet',
    text: 'Hier steht, was beendet ist und noch verlängert werden kann.',
  },
  sheet: { ends: 'Endet', note: 'Notiz', renewableUntil: 'Verlängerbar bis' },
};

export const calendar: CalendarTexts = {
  title: 'Kalender',
  introduction:
    'Ihr Kalender kann verfolgen, was endet: jeden letzten Tag einer Laufzeit oder Softwarepflege, den Sie hier sehen, immer auf dem aktuellen Stand.',
  secret: 'Wer die Adresse hat, liest diese Tage und die Namen der Kunden: Geben Sie sie niemandem.',
  make: 'Adresse erstellen',
  address: 'Adresse Ihres Kalenders',
  copy: 'Adresse kopieren',
  copied: 'Die Adresse wurde kopiert.',
  notCopied: 'Sie konnte nicht kopiert werden: Markieren Sie die Adresse und kopieren Sie sie.',
  subscribe: 'Im Kalender dieses Geräts öffnen',
  howTitle: 'So fügen Sie ihn hinzu',
  how: [
    'Outlook: „Kalender hinzufügen“, „Aus dem Internet abonnieren“, und die Adresse einfügen.',
    'Google Kalender: „Weitere Kalender“, „Per URL“, und die Adresse einfügen.',
    'iPhone und Mac: Klicken Sie auf „Im Kalender dieses Geräts öffnen“.',
  ],
  since: 'Erstellt',
  untold: 'Die Adresse gilt noch, kann aber nicht mehr angezeigt werden. Ersetzen Sie sie, um eine zu sehen.',
  replace: 'Adresse ersetzen',
  replaceConsequences: [
    'Es wird eine andere Adresse erstellt, die Sie Ihren Kalendern hinzufügen.',
    'Die jetzige öffnet nichts mehr, sofort und endgültig.',
  ],
  off: 'Abschalten',
  offConsequences: [
    'Die Adresse öffnet nichts mehr, sofort und endgültig.',
    'Kalender, die ihr folgen, behalten das zuletzt Gelesene, bis Sie es dort entfernen.',
  ],
  done: {
    made: {
      title: 'Die Adresse ist erstellt',
      text: 'Kopieren Sie sie und fügen Sie sie Ihrem Kalender als Abonnement hinzu.',
    },
    replaced: {
      title: 'Die Adresse ist ersetzt',
      text: 'Fügen Sie die neue Ihren Kalendern hinzu und entfernen Sie dort die frühere.',
    },
    off: { title: 'Der Kalender ist abgeschaltet', text: 'Seine Adresse öffnet nichts mehr.' },
  },
  name: 'Verlängerungen',
  termEnds: (application) => `${application} endet`,
  careEnds: (application) => `Softwarepflege für ${application} endet`,
  of: (customer, what) => `${customer}: ${what}`,
};
