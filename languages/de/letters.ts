import type { LettersTexts } from '../texts/letters.ts';
import { count } from './count.ts';

export const letters: LettersTexts = {
  why: {
    seller: (account) => `Sie erhalten diese E-Mail, weil der Auftrag ${account} als Verkäufer nennt.`,
    buyer: (account) => `Sie erhalten diese E-Mail, weil der Auftrag an ${account} verkauft wurde.`,
    digest: (account) => `Sie erhalten diese E-Mail, weil ${account} erfahren möchte, was endet.`,
    signIn: 'Sie erhalten diese E-Mail, weil jemand mit dieser Adresse eine Anmeldung angefordert hat.',
    proof: 'Sie erhalten diese E-Mail, weil dieser Code mit Ihrer Adresse angefordert wurde.',
    passkeys: 'Sie erhalten diese E-Mail, weil Ihnen jede Änderung Ihrer Passkeys mitgeteilt wird.',
    newDevice: 'Sie erhalten diese E-Mail, weil Ihnen jede Anmeldung in einem neuen Browser mitgeteilt wird.',
    codesTried: 'Sie erhalten diese E-Mail, weil Ihre Adresse zur Anmeldung dient.',
    invitation: 'Sie erhalten diese E-Mail, weil diese Adresse als Ihre angegeben wurde.',
    machineReplaced: 'Sie erhalten diese E-Mail, weil Sie das Konto dieses Servers verwalten.',
    emergency: 'Sie erhalten diese E-Mail, weil jeder Notfall dem Hersteller gemeldet wird.',
    webhookDisabled: 'Sie erhalten diese E-Mail, weil Sie das Konto dieses Webhooks verwalten.',
  },
  placedOn: 'Bestellt am',
  contact: 'Kontakt',
  toOrder: 'Auftrag ansehen',
  moreLines: count('weitere Position, die im Auftrag steht', 'weitere Positionen, die im Auftrag stehen'),
  moreEndings: count('weitere, die im Portal steht', 'weitere, die im Portal stehen'),
  toRenewals: 'Ansehen, was endet',
  choose: 'Wählen, wann Sie benachrichtigt werden, oder diese E-Mails abschalten',
  choice: {
    title: 'E-Mails zu dem, was endet',
    introduction: (account) =>
      `Für ${account}: eine Übersicht dessen, was nicht verlängert wurde, höchstens einmal am Tag. Wählen Sie, wie viele Tage vor dem Ende Sie benachrichtigt werden möchten.`,
    days: 'Tage vor dem Ende',
    daysBefore: count('Tag vorher', 'Tage vorher'),
    save: 'Speichern',
    stop: 'Alle abschalten',
    resume: 'Wieder einschalten',
    on: { title: 'Diese E-Mails sind eingeschaltet', text: 'Sie kommen an den unten gewählten Tagen.' },
    off: {
      title: 'Diese E-Mails sind abgeschaltet',
      text: 'Es wird nichts gesendet. Was endet, steht weiterhin im Portal.',
    },
    nothingChosen: 'Wählen Sie mindestens einen Tag, oder schalten Sie alle ab.',
  },
};
