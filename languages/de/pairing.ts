import type { PairingTexts } from '../texts/pairing.ts';

export const pairing: PairingTexts = {
  title: 'AppSuite verbinden',
  open: 'Mit Code verbinden',
  introduction:
    'Eine AppSuite, die gekoppelt werden soll, zeigt einen Code auf ihrem Bildschirm. Geben Sie ihn hier ein, um zu sagen, welcher Server sie ist.',
  code: 'Code',
  codeHelp: 'Acht Buchstaben, zum Beispiel WDJB-MJHT.',
  wrongCode:
    'Keine Maschine wartet mit diesem Code. Codes gelten zehn Minuten: Vergleichen Sie ihn mit dem Bildschirm, oder beginnen Sie dort von vorn.',
  next: 'Weiter',
  machineTitle: 'Die wartende Maschine',
  machineSays: 'Das sagt die Maschine über sich selbst; niemand hat es geprüft.',
  hostname: 'Name',
  version: 'AppSuite-Version',
  address: 'Adresse der Maschine',
  yourAddress: 'Ihre eigene Adresse',
  sameNetwork: 'Das ist auch das Netz, aus dem Sie verbunden sind.',
  otherNetwork: 'Sie sind aus einem anderen Netz verbunden. Steht die Maschine dort, wo Sie sie vermuten?',
  unnamed: 'Sie nennt keinen Namen',
  onScreen: 'Der eingegebene Code steht auf einem Bildschirm vor mir, und ich kenne die Maschine, zu der er gehört.',
  onScreenMissing:
    'Bestätigen Sie, dass der Code auf einem Bildschirm vor Ihnen steht. Hat jemand ihn Ihnen geschickt, lehnen Sie die Maschine ab.',
  customer: 'Wem gehört der Server?',
  customerHelp: 'Kunde',
  noCustomers: 'Kein passender Kunde.',
  server: 'Welcher Server ist es?',
  serverMissing: 'Wählen Sie einen Server.',
  noServers: 'Es gibt noch keinen Server.',
  holdsNothing: 'Noch nichts zugewiesen',
  assign: 'Zuerst etwas zuweisen',
  runsElsewhere: 'Läuft schon auf einer Maschine, die ersetzt würde',
  approve: 'Verbinden',
  refuse: 'Diese Maschine ablehnen',
  refuseText: 'Sie haben das nicht erwartet, oder jemand hat Ihnen den Code gegeben?',
  replaceTitle: (server) => `Maschine von ${server} ersetzen?`,
  replaceConsequences: [
    'Die Maschine, auf der der Server jetzt läuft, verliert ihn: Beim nächsten Kontakt erfährt sie es, ohne Kontakt läuft sie bis zum Ende ihrer Nutzungsfristen weiter.',
    'Die wartende Maschine tritt an ihre Stelle. Das Aktivierungstoken des Servers wird ersetzt.',
    'Alle Administratoren des Kontos erhalten eine E-Mail darüber.',
  ],
  replaceButton: 'Ersetzen',
  states: {
    approved:
      'Bestätigt. Die Maschine holt ihre Lizenzen in wenigen Sekunden ab; diese Seite zeigt es an, sobald das geschehen ist.',
    activated: 'Die Maschine ist verbunden.',
    refused: 'Sie haben diese Maschine abgelehnt. Sie hat nichts erhalten.',
    over: 'Dieser Code ist abgelaufen. Beginnen Sie an der Maschine von vorn, um einen neuen zu erhalten.',
  },
  failed: 'Die Maschine konnte nicht verbunden werden.',
  toServer: 'Zum Server',
  again: 'Anderen Code eingeben',
};
