import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'Diese Lizenzen zuweisen',
  assignFree: 'Freies zuweisen',
  orFile: 'Oder wählen Sie die Datei, die die AppSuite geschrieben hat',
  download: 'Als Datei herunterladen',
  tooLarge:
    'Diese Datei ist größer als jede Zeichenfolge einer AppSuite. Wählen Sie die Datei, die die AppSuite geschrieben hat.',
  toServer: 'Zum Server',
  unlockChosen: 'Ausgewählte freischalten',
  choose: (order) => `Auftrag ${order} auswählen`,
  unlocking: 'Mehrere Aufträge freischalten',
  unlockingText:
    'Nach dem Freischalten sieht jeder Kunde seine Lizenzen in seinem Smart Account und kann sie Servern zuweisen. Nur solange nichts zugewiesen ist, lassen sie sich wieder sperren.',
  unlockAll: (count) => `Freischalten (${count})`,
  nothingChosen: 'Es ist nichts zum Freischalten ausgewählt',
  nothingChosenText: 'Wählen Sie in der Liste Aufträge aus, die etwas Gesperrtes enthalten.',
  toOrders: 'Zu den Aufträgen',
  unlocked: 'Freigeschaltet',
  beingUnlocked: 'Ihre Freischaltung ist angenommen',
  changed: 'Inzwischen geändert und nicht freigeschaltet: Prüfen Sie es erneut und bestätigen Sie.',
};
