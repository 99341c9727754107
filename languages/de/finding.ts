import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'Suche',
  label: 'Alles durchsuchen',
  open: 'Suchen',
  teach:
    'Geben Sie eine Auftragsnummer, eine Bestellnummer, eine Referenz, den Namen eines Kunden oder Servers, den Namen einer Maschine oder die ersten fünf Zeichen eines Aktivierungstokens ein. Mit der Taste / gelangen Sie von jeder Seite hierher.',
  nothing: (q) => `Zu „${q}“ wurde nichts gefunden.`,
  groups: { orders: 'Aufträge', accounts: 'Kunden und Konten', servers: 'Server', people: 'Personen' },
  all: 'Alle anzeigen',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'Übersicht',
    licenses: 'Lizenzen',
    servers: 'Server',
    orders: 'Aufträge',
    activity: 'Aktivität',
    people: 'Personen',
  },
  parts: 'Teile dieser Seite',
  way: 'Wo Sie sind',
  more: 'Weitere Aktionen',
  facts: { kind: 'Art', id: 'Konto', timeZone: 'Zeitzone', seller: 'Verkäufer' },
};

export const estate: EstateTexts = {
  title: 'Server',
  search: 'Name, ID oder Maschine',
  shows: {
    all: 'Alle Server',
    silent: 'Ohne Kontakt',
    registered: 'Nichts zugewiesen',
    waiting: 'Zu aktivieren',
    activated: 'Aktiviert',
  },
  customer: 'Kunde',
  version: 'Version',
  machine: 'Maschine',
  csv: 'Als CSV herunterladen',
  empty: 'Es gibt noch keine Server. Sie erscheinen hier, sobald einer Ihrer Kunden einen registriert.',
};

export const activity: ActivityTexts = {
  title: 'Aktivität',
  kind: 'Betrifft',
  kinds: {
    all: 'Alles',
    orders: 'Aufträge',
    servers: 'Server',
    accounts: 'Konten und Personen',
    advisories: 'Hinweise',
  },
  from: 'Von',
  to: 'Bis',
  by: 'Ausgeführt von',
  anybody: 'Von allen Ausgeführtes anzeigen',
  when: 'Wann',
  what: 'Was geschehen ist',
  about: 'Wo',
  csv: 'Als CSV herunterladen',
  empty: 'Hier ist noch nichts geschehen. Was jemand tut oder was ein Server oder die Zeit bewirkt, steht hier.',
  further: 'Unter dem Neuesten passt nichts. Älteres wurde noch nicht durchsucht.',
  older: 'Ältere',
};

export const history: HistoryTexts = {
  title: (application) => `${application} im Zeitverlauf`,
  described: (application, from, to) =>
    `Vorhandene und zugewiesene Einheiten von ${application}, Monat für Monat, von ${from} bis ${to}`,
  month: 'Monat',
  owned: 'Vorhanden',
  assigned: 'Zugewiesen',
  used: 'Jetzt in Gebrauch',
  table: 'Dasselbe in Zahlen',
};
