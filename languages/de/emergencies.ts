import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'Notfall',
  introduction:
    'Wenn sofort Kapazität da sein muss: Sie wird für heute und vier weitere Tage gewährt, und niemand muss zustimmen.',
  application: 'Anwendung',
  capacity: 'Wie viel',
  most: (quantity) => `höchstens ${quantity}: das Doppelte dessen, was zuletzt vorhanden war`,
  reason: 'Warum',
  reasonHelp: 'Der Hersteller liest es.',
  incomplete: 'Geben Sie an, wie viel, als ganze Zahl im Rahmen des Gewährten, und warum.',
  next: 'Weiter',
  left: counted('de', {
    one: 'Von zwei Notfällen in jeweils 365 Tagen bleibt einer.',
    other: 'In jeweils 365 Tagen bleiben # Notfälle.',
  }),
  usedUp: (instant) =>
    `Beide Notfälle in 365 Tagen sind verbraucht. Der nächste kann ab diesem Zeitpunkt ausgerufen werden: ${instant}.`,
  nothingOwned: 'Hier war nie etwas vorhanden, woran sich ein Notfall bemessen ließe.',
  confirm: {
    title: 'Notfall ausrufen',
    grants: (quantity, application, lastDay) =>
      `Für ${application} sofort verfügbar: ${quantity}, bis zum Ende des ${lastDay}; sie können Servern zugewiesen werden.`,
    ends: 'Das endet von selbst. Was Server davon haben, stoppt dann.',
    vendor: 'Der Hersteller erfährt es sofort, mit Ihrer Begründung.',
    left: counted('de', {
      one: 'Danach bleibt in 365 Tagen noch ein Notfall.',
      other: 'Danach in 365 Tagen noch verfügbare Notfälle: #.',
    }),
    button: 'Ausrufen',
  },
  declared: 'Ausgerufene Notfälle',
  nobody: 'Es wurde kein Notfall ausgerufen.',
  until: (lastDay) => `bis ${lastDay}`,
};
