import type { SigningInTexts } from '../texts/signing-in.ts';

export const signingIn: SigningInTexts = {
  passkeys: {
    title: 'Passkeys',
    explained:
      'Mit einem Passkey melden Sie sich so an, wie Sie Ihr Gerät entsperren: mit Finger, Gesicht oder PIN. Er verlässt Ihr Gerät oder Ihren Passwortmanager nie und gilt nur auf dieser Website.',
    toPage: 'Ihre Passkeys',
    none: 'Sie haben noch keinen Passkey.',
    made: 'Erstellt',
    lastUsed: 'Zuletzt benutzt',
    never: 'nie',
    copied: 'Ihr Passwortmanager bewahrt eine Kopie davon auf.',
    name: 'Ihr Name dafür',
    add: 'Passkey hinzufügen',
    remove: 'Entfernen',
    removeFor: (name) => `Den Passkey ${name} entfernen`,
    mailStays:
      'Sie können sich immer auch per E-Mail anmelden. Ist ein Gerät verloren? Melden Sie sich per E-Mail an und entfernen Sie hier seinen Passkey.',
    notHere:
      'Dieser Browser oder diese Adresse kann keine Passkeys erstellen. Sie melden sich weiterhin per E-Mail an.',
    added: 'Der Passkey wurde hinzugefügt.',
    removed: 'Der Passkey wurde entfernt. Löschen Sie ihn auch auf Ihrem Gerät oder in Ihrem Passwortmanager.',
    failed: 'Der Passkey konnte nicht hinzugefügt werden. Es hat sich nichts geändert: Versuchen Sie es erneut.',
    use: 'Mit einem Passkey anmelden',
    useFailed:
      'Mit diesem Passkey können Sie sich hier nicht anmelden. Versuchen Sie es erneut oder melden Sie sich per E-Mail an.',
  },
  kept: {
    signedOut: 'Sie wurden inzwischen abgemeldet',
    willReturn:
      'Es wurde nichts gesendet. Melden Sie sich hier an, dann kommen Sie mit Ihren Eingaben zu Ihrem Formular zurück. Lassen Sie diese Seite so lange geöffnet.',
    filesLeftOut: 'Dateien müssen Sie erneut auswählen.',
    byLink: 'Haben Sie in diesem Browser auf die Schaltfläche der E-Mail geklickt?',
    goOn: 'Weiter mit meinem Formular',
    title: 'Ihre Eingaben sind wieder da',
    text: 'Es wurde noch nichts gesendet: Sehen Sie alles durch und klicken Sie noch einmal auf die Schaltfläche.',
    left: 'Für diese Eingaben gibt es hier kein Feld mehr:',
  },
  proving: {
    title: 'Bestätigen Sie, dass Sie es sind',
    explained:
      'Was Sie tun möchten, lässt sich nicht rückgängig machen oder verschafft jemandem Zugang, und Sie haben hier länger nicht bestätigt, dass Sie es sind. Danach kommen Sie zurück und klicken noch einmal: Noch ist nichts geschehen.',
    sendCode: 'Code zusenden',
    codeSent: (address) => `Ein Code ist unterwegs an ${address}.`,
    code: 'Code',
    useCode: 'Weiter',
    wrongCode:
      'Dieser Code ist falsch oder gilt nicht mehr. Nach fünf Versuchen oder zehn Minuten fordern Sie einen neuen an.',
    usePasskey: 'Passkey benutzen',
    failed:
      'Dieser Passkey konnte nicht benutzt werden. Versuchen Sie es erneut oder lassen Sie sich einen Code zusenden.',
  },
  refusal: {
    title: 'Waren Sie das nicht?',
    explained: (browser) =>
      `Jemand hat sich unter Ihrem Namen in einem neuen Browser angemeldet: ${browser}. Ein Klick beendet alle Ihre Sitzungen, außer in diesem Browser, und entfernt die Passkeys, die seitdem erstellt wurden. Prüfen Sie danach, ob noch jemand Ihre E-Mails liest und ob alle Passkeys von Ihnen sind.`,
    press: 'Alle anderen Sitzungen beenden',
    done: 'Alle anderen Sitzungen sind beendet, und die seitdem erstellten Passkeys sind entfernt.',
    over: 'Dieser Link wurde schon benutzt oder ist älter als 30 Tage.',
    signIn: 'Anmelden',
  },
  mails: {
    proof: {
      subject: (code) => `${code} ist Ihr Code zur Bestätigung, dass Sie es sind`,
      heading: 'Bestätigen Sie, dass Sie es sind',
      introduction:
        'Geben Sie diesen Code innerhalb von zehn Minuten ein, in dem Browser, in dem Sie ihn angefordert haben:',
      button: 'Zur Seite',
      closing:
        'Sie haben das nicht angefordert? Dann benutzt jemand einen Browser, in dem Sie angemeldet sind: Beenden Sie diese Sitzung.',
    },
    passkeyAdded: {
      subject: 'Ein Passkey wurde hinzugefügt',
      heading: 'Ein Passkey wurde hinzugefügt',
      introduction: (name, when) =>
        `Mit dem Passkey „${name}“ können Sie sich ab jetzt anmelden. Hinzugefügt wurde er am ${when}.`,
      button: 'Passkeys ansehen',
      closing: 'Waren Sie das nicht? Dann entfernen Sie ihn und beenden Sie alle anderen Sitzungen.',
    },
    passkeyRemoved: {
      subject: 'Ein Passkey wurde entfernt',
      heading: 'Ein Passkey wurde entfernt',
      introduction: (name, when) =>
        `Mit dem Passkey „${name}“ können Sie sich nicht mehr anmelden. Entfernt wurde er am ${when}.`,
      button: 'Passkeys ansehen',
      closing:
        'Waren Sie das nicht? Dann beenden Sie alle anderen Sitzungen. Sie können sich immer per E-Mail anmelden.',
    },
    newDevice: {
      subject: 'Anmeldung auf einem neuen Gerät',
      heading: 'Anmeldung auf einem neuen Gerät',
      introduction: (browser, when) =>
        `Am ${when} hat sich jemand unter Ihrem Namen in einem Browser angemeldet, in dem Sie noch nie angemeldet waren: ${browser}. Waren Sie das? Dann ist nichts zu tun.`,
      button: 'Das war ich nicht',
      closing:
        'Die Schaltfläche öffnet eine Seite, auf der Sie alle anderen Sitzungen beenden. Sie funktioniert 30 Tage lang.',
    },
  },
};
