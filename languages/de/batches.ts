import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'Stapel',
  introduction: 'Viele Aufträge, Verlängerungen, Erweiterungen oder Stornierungen auf einmal, aus einer Datei.',
  none: {
    title: 'Noch keine Stapel',
    text: 'Wählen Sie unten eine Datei: Sehen Sie zuerst, was sie bewirken würde, und lassen Sie sie dann ausführen.',
  },
  kinds: {
    orders: 'Aufträge',
    renewals: 'Verlängerungen',
    expansions: 'Erweiterungen',
    cancellations: 'Stornierungen',
  },
  states: { running: 'Läuft', paused: 'Angehalten', done: 'Erledigt', canceled: 'Abgebrochen' },
  outcomes: { done: 'Erledigt', refused: 'Abgelehnt', waiting: 'Wartet' },
  any: 'Alle',
  kind: 'Was in der Datei steht',
  what: 'Was zu tun ist',
  look: 'Zuerst ansehen: Es geschieht nichts',
  run: 'Ausführen',
  file: 'Datei',
  fileHelp:
    'JSON mit höchstens 1 MB, NDJSON oder CSV mit höchstens 64 MB und 50.000 Einträgen, in UTF-8. Die Dokumentation der API sagt, was darin steht.',
  start: 'Datei senden',
  preview: 'Nur ansehen',
  previewed: {
    title: 'Das würde sie bewirken; geschehen ist nichts',
    text: 'Berichtigen Sie, was abgelehnt ist. Senden Sie die Datei dann erneut, damit sie ausgeführt wird.',
  },
  over: {
    title: 'Ausgeführt',
    text: 'Was abgelehnt wurde, kann berichtigt und erneut gesendet werden: Bereits Erledigtes wird nicht doppelt ausgeführt.',
  },
  startedAt: 'Begonnen',
  by: 'Von',
  progress: (done, total) => `${done} von ${total}`,
  refused: counted('de', { one: '# abgelehnt', other: '# abgelehnt' }),
  asks: { running: 'Weiter', paused: 'Anhalten', canceled: 'Abbrechen' },
  canceling: {
    title: 'Diesen Stapel abbrechen',
    consequences: [
      'Was erledigt ist, bleibt erledigt.',
      'Was wartet, wird nicht ausgeführt und lässt sich hier nicht wieder starten: Senden Sie es in einer anderen Datei.',
    ],
    button: 'Stapel abbrechen',
  },
  items: 'Einträge',
  order: 'Auftrag',
  outcome: 'Ergebnis',
  why: 'Warum, und was zu tun ist',
  download: 'Ergebnis jedes Eintrags herunterladen (CSV)',
  nothing: 'Hier ist nichts.',
  wrong: {
    title: 'Es wurde nichts angenommen',
    file: 'Wählen Sie eine Datei.',
    kindOfFile:
      'Die Datei ist nicht lesbar. Möglich sind JSON mit einer Liste, NDJSON oder CSV mit Kommas und einer Zeile bekannter Spalten, in UTF-8.',
    tooLarge: 'Die Datei ist zu groß: JSON hat höchstens 1 MB, andere 64 MB und 50.000 Einträge.',
  },
};
