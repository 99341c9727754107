import type { OrderMailTexts } from '../texts/order-mail.ts';

export const orderMail: OrderMailTexts = {
  subject: (orderNumber, customerName) => `Auftrag ${orderNumber}: Lizenzen für ${customerName} geliefert`,
  heading: 'Lizenzen geliefert',
  preview: (orderNumber) => `Der Auftrag ${orderNumber} ist geliefert und kann freigeschaltet werden.`,
  introduction:
    'Die folgenden Lizenzen liegen im Smart Account des Kunden. Sie sind gesperrt: Der Kunde sieht sie erst, wenn Sie sie freischalten.',
  lines: 'Was geliefert wurde',
  unlockHeading: '1. Freischalten',
  unlockExplained:
    'Lassen Sie die Lizenzen so lange gesperrt, wie Sie möchten. Die Schaltfläche öffnet eine Seite, die zeigt, was freigeschaltet wird, und um Ihre Bestätigung bittet; eine Anmeldung ist nicht nötig.',
  unlock: 'Lizenzen freischalten',
  unlockAddress: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
  activateHeading: '2. Zuweisen und aktivieren',
  activateSteps: [
    'Im Portal weisen Sie oder der Kunde die Kapazität einem oder mehreren AppSuite-Servern zu.',
    'Sobald einem Server etwas zugewiesen ist, zeigt das Portal daneben sein Aktivierungstoken.',
    'Fügen Sie das Aktivierungstoken in den AppSuite-Server ein (Winter 2020 oder neuer). Der Server verbindet sich über HTTPS, Port 443, mit der Adresse des Portals und zeigt seine Lizenzen.',
  ],
  direct: {
    subject: (orderNumber) => `Auftrag ${orderNumber}: Ihre Lizenzen sind geliefert`,
    introduction:
      'Die folgenden Lizenzen liegen in Ihrem Smart Account. Sie sind gesperrt und lassen sich Servern zuweisen, sobald Sie sie freischalten.',
    activateSteps: [
      'Weisen Sie die Kapazität im Portal einem oder mehreren AppSuite-Servern zu.',
      'Sobald einem Server etwas zugewiesen ist, zeigt das Portal daneben sein Aktivierungstoken.',
      'Fügen Sie das Aktivierungstoken in den AppSuite-Server ein (Winter 2020 oder neuer). Der Server verbindet sich über HTTPS, Port 443, mit der Adresse des Portals und zeigt seine Lizenzen.',
    ],
  },
  corrected: {
    subject: (subject) => `Korrigiert: ${subject}`,
    introduction:
      'Diese korrigierte E-Mail ersetzt die frühere zu dieser Lieferung, deren Schaltfläche zum Freischalten nichts mehr bewirkt.',
    closing:
      'Sie ersetzt jede frühere E-Mail zu dieser Lieferung. Bitte bewahren Sie sie auf: Die Schaltfläche zum Freischalten funktioniert, solange Sie sie brauchen.',
  },
  portal: 'Portal öffnen',
  closing:
    'Dies ist die einzige E-Mail zu dieser Lieferung. Bitte bewahren Sie sie auf: Die Schaltfläche zum Freischalten funktioniert, solange Sie sie brauchen.',
};
