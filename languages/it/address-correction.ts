import type { AddressCorrectionTexts } from '../texts/address-correction.ts';

export const addressCorrection: AddressCorrectionTexts = {
  title: 'Correggi un indirizzo e-mail',
  explained:
    'Per un indirizzo scritto male o che non esiste più. Tutto ciò che ne è seguito viene corretto in un solo passo.',
  wrong: 'Indirizzo sbagliato',
  right: 'Indirizzo giusto',
  button: 'Correggi',
  consequences: [
    'L’account riceve l’indirizzo giusto; chi lo legge diventa amministratore e viene avvisato per e-mail.',
    'Chi legge l’indirizzo sbagliato non fa più parte dell’account e viene disconnesso.',
    'I link di sblocco inviati all’indirizzo sbagliato non funzionano più; quello giusto riceve ogni e-mail con un link nuovo.',
  ],
  notAnAddress: 'Non è un indirizzo e-mail.',
  same: 'È quello sbagliato.',
  unknown: 'Né l’account né chi ne fa parte ha questo indirizzo.',
  done: (address) => `L’indirizzo ora è ${address}.`,
  doneText: 'L’indirizzo precedente non appartiene più all’account.',
  links: 'Per questi ordini è stato inviato un link nuovo:',
  noLinks: 'Non c’era nessun link da sostituire.',
  due: 'L’e-mail di questi ordini è ancora in viaggio verso l’indirizzo sbagliato. Una volta partita, a quello giusto ne arriverà un’altra automaticamente.',
  made: 'Ciò che l’indirizzo sbagliato ha creato, cambiato o fatto entrare funziona ancora. Se lo legge un estraneo, elimina ognuna di queste voci:',
  kinds: { key: 'Chiave', member: 'Membro', webhook: 'Webhook' },
};
