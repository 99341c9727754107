import type { AddressCorrectionTexts } from '../texts/address-correction.ts';

export const addressCorrection: AddressCorrectionTexts = {
  title: 'E-Mail-Adresse berichtigen',
  explained:
    'Für eine Adresse, die falsch geschrieben ist oder nicht mehr besteht. Alles, was daraus folgte, wird in einem Schritt berichtigt.',
  wrong: 'Die falsche Adresse',
  right: 'Die richtige Adresse',
  button: 'Berichtigen',
  consequences: [
    'Das Konto erhält die richtige Adresse; wer dort E-Mails empfängt, wird Administrator und erhält eine E-Mail.',
    'Wer an der falschen Adresse E-Mails empfängt, gehört nicht mehr zum Konto und wird abgemeldet.',
    'Links zum Freischalten, die an die falsche Adresse gingen, gelten nicht mehr; die richtige erhält jede E-Mail mit einem neuen Link.',
  ],
  notAnAddress: 'Das ist keine E-Mail-Adresse.',
  same: 'Das ist die falsche.',
  unknown: 'Weder das Konto noch jemand, der dazugehört, hat diese Adresse.',
  done: (address) => `Die Adresse ist jetzt ${address}.`,
  doneText: 'Die frühere Adresse gehört nicht mehr zum Konto.',
  links: 'Für diese Aufträge wurden neue Links gesendet:',
  noLinks: 'Es musste kein Link ersetzt werden.',
  due: 'Die E-Mail dieser Aufträge ist noch an die falsche Adresse unterwegs. Sobald sie weg ist, bekommt die richtige von selbst eine neue.',
  made: 'Was die falsche Adresse angelegt, geändert oder hereingelassen hat, wirkt weiter. Liest sie ein Fremder, entfernen Sie jedes davon:',
  kinds: { key: 'Schlüssel', member: 'Mitglied', webhook: 'Webhook' },
};
