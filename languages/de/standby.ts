import type { StandbyTexts } from '../texts/standby.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'Standby',
  standsBy: 'Standby für',
  nobody: 'Kein anderer Server',
  itsStandby: 'Sein Standby',
  takenOver: (standby) => `${standby} hat übernommen`,
  takenOverText:
    'Auf diesem Server läuft nichts, bis sein Standby gestoppt ist: Setzen Sie diesen auf „Standby“ oder legen Sie ihn still.',
  daysLeft: counted('de', {
    one: 'Von 30 Tagen für Übernahmen in jeweils 365 bleibt ein Tag.',
    other: 'Von 30 Tagen für Übernahmen in jeweils 365 bleiben # Tage.',
  }),
  takeovers: 'Übernahmen',
  since: 'Von',
  until: 'Bis',
  running: 'läuft noch',
  holdsNothing:
    'Ein Standby hat nichts Eigenes: Übernimmt er, läuft auf ihm, was der Server hat, für den er bereitsteht.',
  overlap: 'Beide konnten laufen',
  hours: counted('de', { one: '# Stunde', other: '# Stunden' }),
  whileItRuns:
    'Hat er übernommen, läuft er dort, wo er ist, vielleicht weiter: Alle verbleibenden Tage gelten dann als verbraucht. Setzen Sie ihn, wenn möglich, zuerst auf „Standby“.',
};
