import type { OrderMailTexts } from '../texts/order-mail.ts';

export const orderMail: OrderMailTexts = {
  subject: (orderNumber, customerName) => `Ordine ${orderNumber}: licenze consegnate per ${customerName}`,
  heading: 'Licenze consegnate',
  preview: (orderNumber) => `L’ordine ${orderNumber} è stato consegnato e attende di essere sbloccato.`,
  introduction:
    'Le licenze qui sotto si trovano nello Smart Account del cliente. Sono bloccate: il cliente non le vede finché non le sblocchi.',
  lines: 'Che cosa è stato consegnato',
  unlockHeading: '1. Sblocca',
  unlockExplained:
    'Tieni bloccate le licenze per tutto il tempo che ti serve. Il pulsante apre una pagina che mostra che cosa verrà sbloccato e chiede conferma; non occorre accedere.',
  unlock: 'Sblocca le licenze',
  unlockAddress: 'Se il pulsante non funziona, apri questo indirizzo:',
  activateHeading: '2. Assegna e attiva',
  activateSteps: [
    'Nel portale, tu o il cliente assegnate la capacità a uno o più server AppSuite.',
    'Appena a un server è assegnato qualcosa, il portale mostra accanto il suo token di attivazione.',
    'Incolla il token di attivazione nel server AppSuite, versione Winter 2020 o successiva. Il server si collega all’indirizzo del portale via HTTPS, porta 443, e mostra le sue licenze.',
  ],
  direct: {
    subject: (orderNumber) => `Ordine ${orderNumber}: le tue licenze sono state consegnate`,
    introduction:
      'Le licenze qui sotto si trovano nel tuo Smart Account. Sono bloccate: possono essere assegnate ai server dopo che le hai sbloccate.',
    activateSteps: [
      'Nel portale, assegna la capacità a uno o più server AppSuite.',
      'Appena a un server è assegnato qualcosa, il portale mostra accanto il suo token di attivazione.',
      'Incolla il token di attivazione nel server AppSuite, versione Winter 2020 o successiva. Il server si collega all’indirizzo del portale via HTTPS, porta 443, e mostra le sue licenze.',
    ],
  },
  corrected: {
    subject: (subject) => `Corretto: ${subject}`,
    introduction:
      'Questa e-mail corretta sostituisce la precedente su questa consegna, il cui pulsante di sblocco non ha più alcun effetto.',
    closing:
      'Sostituisce ogni e-mail precedente su questa consegna. Conservala: il pulsante di sblocco funziona per tutto il tempo necessario.',
  },
  portal: 'Apri il portale',
  closing:
    'Questa è l’unica e-mail su questa consegna. Conservala: il pulsante di sblocco funziona per tutto il tempo necessario.',
};
