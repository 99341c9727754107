import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'Hinweise',
  none: { title: 'Keine Hinweise', text: 'Hier steht, was der Hersteller zu Versionen der AppSuite rät.' },
  severity: 'Schweregrad',
  severities: { low: 'Niedrig', medium: 'Mittel', high: 'Hoch', critical: 'Kritisch' },
  concerns: (severity, title) => `Hinweis des Herstellers (Schweregrad: ${severity}): ${title}`,
  update: (version) => `Aktualisieren Sie die AppSuite auf ${version} oder neuer.`,
  noFix: 'Es gibt noch keine Version ohne diesen Fehler: Befolgen Sie, was der Hersteller sagt.',
  read: 'Was es ist und was zu tun ist',
  more: 'Wer betroffen ist',
  affects: 'Betroffene Versionen',
  fixedIn: 'Behoben in',
  published: 'Veröffentlicht',
  withdrawn: 'Zurückgezogen',
  servers: 'Betroffene Server',
  noServers: 'Kein Server, den Sie sehen, ist betroffen.',
  told: 'Benachrichtigt',
  notTold: 'Noch nicht',
  life: 'Was geschehen ist',
};
