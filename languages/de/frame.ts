import type { FrameTexts } from '../texts/frame.ts';

export const frame: FrameTexts = {
  product: 'Cloud Licensing',
  skip: 'Zum Inhalt springen',
  menu: 'Menü',
  above: 'Übergeordnete Seiten',
  more: 'Mehr',
  language: 'Sprache',
  customers: 'Kunden',
  people: 'Personen',
  sessions: 'Wo Sie angemeldet sind',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  mailbox: 'Postfach',
  signedInAs: 'Angemeldet als',
  notFound: {
    title: 'Hier ist nichts',
    text: 'Diese Adresse führt nirgendwohin. Wenn sie per E-Mail kam, öffnen Sie sie aus der E-Mail selbst: Möglicherweise fehlt am Ende ein Teil.',
  },
  linkReplaced: {
    title: 'Dieser Link wurde ersetzt',
    text: 'Ein neuerer Link kam per E-Mail oder kommt in Kürze: Öffnen Sie diesen. Der alte bewirkt nichts mehr.',
  },
  notPermitted: {
    title: 'Dafür ist jemand anderes zuständig',
    text: 'Sie können es ansehen und einen Administrator einer dieser Stellen darum bitten:',
    doers: {
      vendor: 'der Hersteller',
      seller: 'wer den Auftrag verkauft hat',
      'seller-with-standing': 'ein Verkäufer des Kunden, sobald etwas von ihm Verkauftes freigeschaltet ist',
      customer: 'der Kunde',
      account: 'das Konto selbst',
    },
  },
  refused: 'Das war nicht möglich',
  unavailable: {
    title: 'Bitte versuchen Sie es in einer Minute erneut',
    text: 'Der Dienst kann dies im Moment nicht entgegennehmen. Es ist nichts verloren: Gehen Sie zurück und klicken Sie noch einmal auf die Schaltfläche.',
  },
  tooMany: {
    title: 'Zu viele Versuche',
    text: 'Warten Sie einige Minuten und versuchen Sie es dann erneut.',
  },
  unreadable: {
    title: 'Das ist nicht lesbar',
    text: 'Was gesendet wurde, ist kein Formular dieses Dienstes. Öffnen Sie die Seite erneut und klicken Sie dort auf die Schaltfläche.',
  },
  foreign: {
    title: 'Das kam nicht von einer Seite dieses Dienstes',
    text: 'Es wurde nichts geändert. Öffnen Sie die Seite hier und klicken Sie dort auf die Schaltfläche.',
  },
  broken: {
    title: 'Hier ist etwas schiefgegangen',
    text: 'Bitte versuchen Sie es erneut. Tritt der Fehler wieder auf, informieren Sie den Betreiber dieses Dienstes.',
  },
};
