import type { OrderChangesTexts } from '../texts/order-changes.ts';
import { counted } from '../plural.ts';

export const orderChanges: OrderChangesTexts = {
  menu: 'Auftrag ändern',
  notNow: 'Jetzt nicht möglich',
  changes: {
    place: {
      title: 'Auftrag erfassen',
      explained:
        'Für Aufträge, die kein ERP übermittelt. Sie kommen gesperrt an, und der Verkäufer erhält eine E-Mail mit der Schaltfläche zum Freischalten.',
      done: 'Der Auftrag wurde erfasst.',
      next: 'Sein Verkäufer erhält die E-Mail und schaltet ihn dort frei; Sie können ihn auch hier freischalten.',
    },
    amend: {
      title: 'Korrigieren',
      explained:
        'Noch lässt sich alles korrigieren, da mit dem Auftrag noch nichts weiter geschehen ist. Ändern Sie, was falsch ist, und lassen Sie den Rest.',
      done: 'Der Auftrag wurde korrigiert.',
      next: 'Der frühere Link zum Freischalten gilt nicht mehr. Die korrigierte E-Mail wird 10 Minuten nach der letzten Korrektur gesendet.',
    },
    expand: {
      title: 'Lizenzen hinzufügen',
      explained: 'Weitere Lizenzen kommen in einer eigenen Lieferung: gesperrt, mit einer eigenen E-Mail.',
      done: 'Die Lizenzen wurden gesperrt hinzugefügt.',
      next: 'Ihr Verkäufer erhält die E-Mail und schaltet sie frei; dann können sie zugewiesen werden.',
    },
    renew: {
      title: 'Verlängern',
      explained:
        'Die Lizenzen laufen bis zu einem späteren letzten Tag. Die Server erfahren es von selbst; niemand muss etwas tun.',
      done: 'Der Auftrag wurde verlängert.',
      next: 'Das kann 14 Tage lang zurückgenommen werden, im selben Menü.',
    },
    convert: {
      title: 'Lizenzart ändern',
      explained:
        'Eine Evaluierung wird zum Abonnement oder zur unbefristeten Lizenz, ein Abonnement zur unbefristeten Lizenz. Kapazität und Server bleiben, wie sie sind.',
      done: 'Die Lizenz ist jetzt von anderer Art.',
      next: 'Die Server erfahren es beim nächsten Kontakt; niemand muss etwas tun.',
    },
    'change-seller': {
      title: 'Fachhändler wechseln',
      explained:
        'Der bisherige sieht den Auftrag nicht mehr. Was gesperrt ist, geht per E-Mail mit einem neuen Link an den neuen.',
      done: 'Der Auftrag hat einen anderen Fachhändler.',
      next: 'Was gesperrt ist, wurde ihm per E-Mail gesendet.',
    },
    transfer: {
      title: 'An einen anderen Kunden übertragen',
      explained:
        'Der bisherige Kunde sieht den Auftrag nicht mehr. Die Tage des Auftrags beginnen weiterhin in derselben Zeitzone.',
      done: 'Der Auftrag gehört einem anderen Kunden.',
      next: 'Was freigeschaltet ist, kann den Servern dieses Kunden zugewiesen werden.',
    },
    'change-time-zone': {
      title: 'Zeitzone ändern',
      explained: 'Nach ihr beginnen erste und enden letzte Tage. Was vergangen ist, bleibt, wie es war.',
      done: 'Die Tage des Auftrags beginnen in einer anderen Zeitzone.',
      next: 'Die Server erfahren es beim nächsten Kontakt.',
    },
    lock: {
      title: 'Wieder sperren',
      explained:
        'Der Kunde sieht die Lizenzen nicht mehr, bis sie wieder freigeschaltet werden. Der Link in der E-Mail gilt wieder.',
      done: 'Die Lieferung ist wieder gesperrt.',
      next: 'Schalten Sie sie hier frei oder über den Link in der E-Mail.',
    },
    suspend: {
      title: 'Aussetzen',
      explained: 'Server behalten, was sie haben, und dürfen es nicht nutzen, bis der Auftrag fortgesetzt wird.',
      done: 'Der Auftrag ist ausgesetzt.',
      next: 'Die Server erfahren es beim nächsten Kontakt, binnen eines Tages. Setzen Sie ihn im selben Menü fort.',
    },
    resume: {
      title: 'Fortsetzen',
      explained: 'Server dürfen wieder nutzen, was sie aus dem Auftrag haben.',
      done: 'Der Auftrag wurde fortgesetzt.',
      next: 'Die Server erfahren es beim nächsten Kontakt, binnen eines Tages.',
    },
    cancel: {
      title: 'Stornieren',
      explained:
        'Alle oder einige Lizenzen enden, jetzt oder an einem späteren Tag. Das kann 14 Tage lang zurückgenommen werden.',
      done: 'Die Stornierung wurde angenommen.',
      next: 'Das kann 14 Tage lang zurückgenommen werden, im selben Menü.',
    },
    withdraw: {
      title: 'Verlängerung oder Stornierung zurücknehmen',
      explained: 'Die Lizenzen sind wieder wie zuvor, und Server erhalten zurück, was sie dadurch verloren haben.',
      done: 'Das wurde zurückgenommen.',
      next: 'Die Lizenzen sind wieder wie zuvor.',
    },
    'withdraw-plan': {
      title: 'Geplantes zurücknehmen',
      explained: 'Was noch nicht geschehen ist, geschieht nicht.',
      done: 'Das Geplante wurde zurückgenommen.',
      next: 'Die Lizenz bleibt, wie sie ist.',
    },
  },
  nothing: {
    resume: 'Der Auftrag ist nicht ausgesetzt.',
    lock: 'Nichts davon ist freigeschaltet.',
    withdraw: 'In den letzten 14 Tagen wurde nichts verlängert oder storniert.',
    'withdraw-plan': 'Es ist nichts geplant.',
    other: 'Es gibt nichts zu ändern.',
  },
  stillAssigned: 'Server haben noch etwas davon. Nehmen Sie das zuerst von ihnen zurück.',
  soon: 'Das wurde angenommen und erscheint hier in Kürze.',
  fields: {
    number: 'Auftragsnummer',
    reference: 'Referenz dieser Änderung',
    referenceHelp: 'Ihre eigene Nummer dafür. Zweimal unter derselben Referenz gesendet, wird es einmal ausgeführt.',
    reason: 'Begründung',
    party: 'Name oder ID',
    partyHelp: 'Bei bereits vorhandenen genügt das.',
    resellerHelp: 'Bei bereits vorhandenen genügt das. Lassen Sie es leer, wenn es keinen gibt.',
    name: 'Name',
    email: 'E-Mail',
    newAccount: 'Neu, oder mit anderen Angaben',
    timeZone: 'Zeitzone',
    locale: 'Sprache der E-Mails',
    lines: 'Lizenzen',
    line: (number) => `Lizenz ${number}`,
    lineReference: 'Ihre Positionsnummer',
    license: 'Art',
    startsOn: 'Erster Tag',
    startsOnHelp: 'Heute, wenn leer.',
    endsOn: 'Letzter Tag',
    endsOnHelp: 'Ein Abonnement ohne letzten Tag endet mit den anderen des Auftrags.',
    careLevel: 'Softwarepflege',
    careHelp: 'In einem Abonnement enthalten: Gold, wenn nichts gewählt ist.',
    careEndsOn: 'Letzter Tag der Softwarepflege',
    renewUntil: 'Neuer letzter Tag',
    reduceTo: 'Verringern auf',
    linesToRenew: 'Was verlängert wird',
    linesToCancel: 'Was storniert wird',
    cancelOn: 'Storniert ab',
    cancelOnHelp: 'Jetzt, wenn leer oder wenn der Tag schon gekommen ist.',
    becomes: 'Wird zu',
    delivery: 'Lieferung',
    fact: 'Was zurückgenommen wird',
    plan: 'Was geplant ist',
    confirmFar: 'Ein letzter Tag in mehr als zehn Jahren ist gewollt',
    none: 'Keine',
  },
  withdrawable: {
    renewal: (reference) => `Verlängerung ${reference}`,
    cancellation: (reference) => `Stornierung ${reference}`,
  },
  wrong: {
    missing: 'Füllen Sie dies aus.',
    id: 'Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche, höchstens 80, beginnend mit einem Buchstaben oder einer Ziffer.',
    text: 'Das ist zu lang oder enthält Zeichen, die nicht dargestellt werden können.',
    email: 'Das ist keine E-Mail-Adresse.',
    capacity: 'Eine ganze Zahl von 1 bis 1.000.000, nur in Ziffern.',
    day: 'Diesen Tag gibt es nicht, oder er ist nicht eindeutig: Schreiben Sie ihn wie 2026-12-31.',
    choice: 'Wählen Sie eine der Möglichkeiten.',
    timeZone: 'Diese Zeitzone gibt es nicht. Ein Beispiel ist Europe/Rome.',
    locale: 'Das ist kein Sprachcode wie en oder it-CH.',
    endsOn:
      'Dieser letzte Tag ist nicht möglich. Abonnement und Evaluierung brauchen einen, eine unbefristete Lizenz hat keinen; er liegt nicht vor dem ersten Tag, eine Evaluierung dauert höchstens 90 Tage, und mehr als zehn Jahre werden unten bestätigt.',
    careEndsOn:
      'Dieser letzte Tag der Softwarepflege ist nicht möglich. Eine unbefristete Lizenz mit Softwarepflege braucht einen; die eines Abonnements endet mit ihm.',
    care: 'Eine Evaluierung hat keine Softwarepflege.',
    lines: 'Mindestens eine Lizenz ist nötig, höchstens 200 sind möglich.',
    otherKind: 'Dieses Konto ist von anderer Art: Es kann in einem Auftrag diese Rolle nicht haben.',
    unknownParty: 'Darunter ist niemand bekannt. Geben Sie für ein neues Konto Name und E-Mail-Adresse an.',
    nothingTyped: 'Ändern Sie zuerst etwas: So ist der Auftrag bereits.',
    refused: 'Das ist nicht möglich.',
    severalParties: (names) => `Darunter sind mehrere bekannt. Geben Sie eine dieser IDs ein: ${names}`,
  },
  notAll: 'Etwas fehlt oder ist nicht möglich',
  preview: 'Folgen ansehen',
  moreLines: 'Weitere Position',
  edit: 'Eingaben ändern',
  follows: 'Was folgt',
  followsNothing: 'Nichts: Der Auftrag ist schon so.',
  asItWillBe: 'Der Auftrag, wie er sein wird',
  changedMeanwhile: 'Der Auftrag hat sich inzwischen geändert',
  changedMeanwhileText: 'Es wurde nichts ausgeführt. Das würde jetzt folgen: Sehen Sie es sich noch einmal an.',
  overtakenText:
    'Es wurde nichts getan. Was Sie eingegeben haben, steht unten in den Feldern, der Rest ist, wie er jetzt ist: Fahren Sie fort, wenn es noch gilt.',
  mailGoes: (delivery, name, address, instant) =>
    `Die E-Mail zu ${delivery} geht an ${name}, ${address}. Zeitpunkt: ${instant}.`,
  noMail: 'Es wird keine E-Mail gesendet.',
  loses: (server, from, to, application) =>
    `${server} verliert einen Teil von ${application}: künftig ${to} statt bisher ${from}.`,
  getsBack: (server, from, to, application) =>
    `${server} erhält ${application} zurück: künftig ${to} statt bisher ${from}.`,
  willLose: (day, capacity, assigned, application) =>
    `Ab ${day} gibt es für ${application} nur noch ${capacity}, zugewiesen sind ${assigned}: Server verlieren, was zu viel ist, zuerst das zuletzt Zugewiesene.`,
  stops: counted('de', {
    one: '# Server darf nicht mehr nutzen, was er aus dem Auftrag hat.',
    other: '# Server dürfen nicht mehr nutzen, was sie aus dem Auftrag haben.',
  }),
  goesOn: counted('de', {
    one: '# Server darf wieder nutzen, was er aus dem Auftrag hat.',
    other: '# Server dürfen wieder nutzen, was sie aus dem Auftrag haben.',
  }),
  readsNoMore: (account) => `${account} sieht den Auftrag nicht mehr.`,
};
