import type { HomeTexts, UnlockTexts, OrdersTexts } from '../texts/orders.ts';

export const home: HomeTexts = {
  title: 'Vom Auftrag zur Aktivierung',
  signInText: 'Für Fachhändler, Distributoren, Kunden und den Hersteller, mit einem Link per E-Mail.',
  introduction:
    'Lizenzen der AppSuite werden hier in den Smart Account des Kunden geliefert, vom Fachhändler freigeschaltet, Servern zugewiesen und aktiviert.',
  api: 'API',
  apiText: 'Alle Routen der API, zum Lesen und Ausprobieren.',
  openapi: 'OpenAPI-Dokument',
  openapiText: 'Dasselbe für Programme.',
  mailboxText: 'Die gesendeten E-Mails. Keine davon hat diesen Dienst verlassen.',
};

export const unlock: UnlockTexts = {
  title: 'Lizenzen freischalten',
  canceled: 'Dieser Auftrag wurde storniert.',
  canceledText: 'Seine Lizenzen können nicht mehr freigeschaltet oder genutzt werden.',
  ended: 'Dieser Auftrag ist beendet.',
  endedText: 'Seine Lizenzen sind abgelaufen, es gibt nichts mehr freizuschalten.',
  suspended: 'Dieser Auftrag ist ausgesetzt.',
  suspendedText:
    'Sie können seine Lizenzen freischalten und zuweisen, aber kein Server darf sie nutzen, bis der Hersteller den Auftrag fortsetzt.',
  taken: 'Ihre Freischaltung ist angenommen.',
  takenText:
    'Sie wird so bald wie möglich ausgeführt, auch wenn Sie diese Seite schließen. Das Ergebnis erscheint hier von selbst.',
  unlockedOn: 'Freigeschaltet am',
  unlockedText: (customer) =>
    `${customer} hat diese Lizenzen im eigenen Smart Account. Nach der Zuweisung an einen Server werden sie mit dessen Aktivierungstoken aktiviert.`,
  consequence: (customer) =>
    `Nach dem Freischalten sieht ${customer} diese Lizenzen im eigenen Smart Account und kann sie Servern zuweisen.`,
  consequenceDirect: 'Nach dem Freischalten können diese Lizenzen Servern zugewiesen werden.',
  final: 'Nur solange nichts davon zugewiesen ist, lässt es sich wieder sperren.',
  changed: 'Diese Lieferung wurde inzwischen geändert.',
  changedText:
    'Es wurde nichts freigeschaltet. Diese Seite zeigt die Lieferung, wie sie jetzt ist: Prüfen Sie sie und bestätigen Sie erneut.',
  button: 'Diese Lizenzen freischalten',
};

export const orders: OrdersTexts = {
  title: 'Aufträge',
  search: 'Aufträge und Beteiligte suchen',
  empty: {
    title: 'Noch keine Aufträge',
    text: 'Was das ERP übermittelt, erscheint hier, sobald es geliefert ist.',
  },
  placed: 'Erteilt am',
  direct: 'Direkt verkauft',
  stage: 'Stufe',
  stages: {
    all: 'Alle',
    locked: 'Gesperrt',
    unlocked: 'Freigeschaltet',
    assigned: 'Zugewiesen',
    activated: 'Aktiviert',
  },
  statusTexts: {
    suspended:
      'Seine Lizenzen bleiben zugewiesen, aber kein Server darf sie nutzen, bis der Hersteller den Auftrag fortsetzt.',
    canceled: 'Seine Lizenzen sind beendet und können nicht genutzt werden.',
    ended: 'Alle seine Lizenzen sind abgelaufen.',
  },
  lines: 'Positionen',
  deliveries: 'Lieferungen',
  delivered: 'Geliefert am',
  unlocked: 'freigeschaltet am',
  unlock: 'Freischalten',
  mails: {
    due: 'E-Mail wird gesendet',
    sent: 'E-Mail gesendet',
    delivered: 'E-Mail zugestellt',
    bounced: 'E-Mail unzustellbar',
    unknown: 'E-Mail: Ausgang unbekannt',
    superseded: 'E-Mail vor dem Versand ersetzt',
  },
  sendAgain: 'E-Mail erneut senden',
  sendAgainTo: (address) =>
    `Dieselbe E-Mail geht an ${address}, mit der Schaltfläche zum Freischalten, die jetzt gilt.`,
  sendAgainButton: 'Senden',
  resent: 'Die E-Mail wird erneut gesendet.',
  resentText: 'Sie hat denselben Inhalt und die Schaltfläche zum Freischalten, die jetzt gilt.',
  replaceLink: 'Link ersetzen',
  replaceLinkConsequences: [
    'Der Link zum Freischalten in allen bisherigen E-Mails zu dieser Lieferung gilt sofort nicht mehr; wer ihn öffnet, liest, dass er ersetzt wurde.',
    'Die Lieferung bleibt gesperrt, und sonst ändert sich nichts.',
    'Es wird von selbst keine E-Mail gesendet: Senden Sie sie danach erneut, damit der Empfänger den neuen Link erhält.',
  ],
  linkReplaced: 'Der Link zum Freischalten wurde ersetzt.',
  linkReplacedText:
    'Frühere E-Mails schalten nichts mehr frei. Senden Sie die E-Mail erneut, damit der Empfänger den neuen Link erhält.',
  plannedEnd: 'Storniert ab',
  plannedCapacity: 'Ab',
  meant: 'Zum Ende vorgesehen',
  doers: { link: 'der Link in der E-Mail', operator: 'der Betreiber' },
  life: 'Was geschehen ist',
  noLife: 'Es ist noch nichts geschehen.',
  renewed: (capacity, application) => `${application}: ${capacity}, wie bisher`,
  reducedFrom: (capacity, application, day) => `${application}: ab ${day} verringert auf ${capacity}`,
  reduced: (capacity, application, former) => `${application}: verringert auf ${capacity}, vorher ${former}`,
  temporal: 'In Temporal öffnen',
};
