import type { ServersTexts, TokenTexts, OfflineTexts, TroublesTexts } from '../texts/servers.ts';

export const servers: ServersTexts = {
  title: 'Server',
  add: 'Server hinzufügen',
  addTitle: 'Server hinzufügen',
  addButton: 'Server hinzufügen',
  addedBefore: (name) => `Mit diesem Formular wurde schon ein Server angelegt: ${name}`,
  addedBeforeText:
    'Öffnen Sie ihn, oder senden Sie das Formular erneut, um einen weiteren mit dem Namen unten anzulegen.',
  name: 'Name',
  nameHelp: 'Wie Sie ihn untereinander nennen, zum Beispiel „Hauptanlage“.',
  role: 'Rolle',
  server: 'Server',
  state: 'Zustand',
  holds: 'Was er hat',
  kept: 'bleibt bis zur Verlängerung',
  holdsNothing:
    'Diesem Server ist noch nichts zugewiesen. Sobald ihm etwas zugewiesen ist, steht hier sein Aktivierungstoken.',
  nothing: 'Nichts',
  silent: 'Ohne Kontakt',
  empty: 'Noch keine Server. Weisen Sie etwas zu und benennen Sie im selben Schritt den Server, für den es ist.',
  emptyWithoutLicenses: 'Noch keine Server.',
  life: 'Wo er steht',
  steps: { registered: 'Registriert', waiting: 'Zugewiesen, Token erstellt', activated: 'Aktiviert' },
  next: {
    registered: 'Als Nächstes: Weisen Sie ihm etwas zu.',
    waiting: 'Als Nächstes: Fügen Sie sein Aktivierungstoken in die AppSuite ein.',
    activated: 'Nichts zu tun: Geänderte Kapazitäten und Laufzeiten erreichen ihn von selbst.',
  },
  nextOffline:
    'Er ist offline: Was hier geändert wird, erreicht ihn durch einen neuen Austausch von Anforderung und Antwort.',
  retiredText: 'Dieser Server wurde stillgelegt. Ihm kann nichts mehr zugewiesen werden.',
  contact: 'Kontakt',
  lastContact: 'Letzter Kontakt',
  nextContact: 'Nächster Kontakt',
  contactOverdue: 'Kontakt überfällig seit',
  never: 'Nie',
  version: 'AppSuite-Version',
  mode: 'Aktivierung',
  modes: { online: 'Online', offline: 'Offline' },
  id: 'ID',
  actions: 'Wenn sich etwas ändert',
  events: 'Was geschehen ist',
  change: 'Name oder Rolle ändern',
  changeButton: 'Speichern',
  replace: 'Defekte Maschine ersetzen',
  replaceTitle: 'Maschine dieses Servers ersetzen',
  replaceButton: 'Token für die neue Maschine erstellen',
  replaceConsequences: [
    'Der Server behält seinen Namen, seinen Platz und alles, was ihm zugewiesen ist.',
    'Sie erhalten ein neues Aktivierungstoken, das Sie auf der neuen Maschine in die AppSuite einfügen.',
    'Das Token der alten Maschine aktiviert nichts mehr.',
    'Läuft die alte Maschine noch, darf sie es, bis die neue aktiviert ist, danach bis die Nutzungsfrist ihrer Lizenz endet: bei Abonnements höchstens 30 Tage.',
  ],
  offlineFirst:
    'Dieser Server ist offline. Was er hat, bleibt dauerhaft auf seiner Maschine, bis diese es zurückgibt: Vorher kann keine andere Maschine an ihre Stelle treten.',
  offlineReturn: 'Rückgabecode der Maschine einfügen',
  offlineDead:
    'Wenn die Maschine ausgefallen ist und keinen Rückgabecode erstellen kann, wenden Sie sich an den Hersteller: Nur er kann den Server dann freigeben.',
  givenBack: (applications) => `Bereits zurückgegeben: ${applications}. Alles andere ist wie zuvor.`,
  override: 'Ohne Rückgabe freigeben',
  overrideTitle: 'Einen Offline-Server ohne Rückgabe freigeben',
  overrideReason: 'Begründung, die alle lesen, die den Server sehen',
  overrideReasonMissing: 'Schreiben Sie den Grund auf, damit andere ihn später nachvollziehen können.',
  overrideButton: 'Freigeben',
  overrideConsequences: [
    'Der Server ist nicht mehr an seine Maschine gebunden: Sein Aktivierungstoken funktioniert auf einer anderen.',
    'Er behält alles, was ihm zugewiesen ist; es kann wieder geändert werden.',
    'Das Dokument der alten Maschine lässt sich nicht zurückrufen: Läuft sie noch, sind ihre unbefristeten Lizenzen doppelt in Gebrauch.',
    'Die Anforderungen der alten Maschine gelten nicht mehr. Das lässt sich nicht rückgängig machen.',
  ],
  retire: 'Server stilllegen',
  retireTitle: 'Diesen Server stilllegen',
  retireButton: 'Stilllegen',
  retireConsequences: [
    'Alles, was ihm zugewiesen ist, wird sofort frei.',
    'Er steht nicht mehr auf der Liste, und sein Aktivierungstoken gilt nicht mehr. Das lässt sich nicht rückgängig machen.',
    'Läuft er noch, darf er es, bis die Nutzungsfrist seiner Lizenz endet: bei Abonnements höchstens 30 Tage.',
  ],
};

export const token: TokenTexts = {
  show: 'Token anzeigen',
  copy: 'Token kopieren',
  copied: 'Das Aktivierungstoken wurde kopiert.',
  notCopied: 'Kopieren ist hier nicht möglich. Zeigen Sie das Token an und kopieren Sie es von Hand.',
  issued: 'Erstellt am',
  redeemed: 'Benutzt am',
  unused: 'Noch nicht benutzt.',
  how: 'So aktivieren Sie',
  steps: [
    'Öffnen Sie auf dem Server die Verwaltung der AppSuite (Winter 2020 oder neuer).',
    'Fügen Sie das Token dort ein, wo nach dem Aktivierungstoken gefragt wird. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.',
    'Der Server verbindet sich über HTTPS, Port 443, mit dieser Adresse und zeigt seine Lizenzen. Diese Seite zeigt es ebenfalls, von selbst.',
  ],
  offline: 'Der Server hat keine Verbindung',
  rotate: 'Neues Token erstellen',
  rotateTitle: 'Neues Aktivierungstoken erstellen',
  rotateButton: 'Neues Token erstellen',
  rotateConsequences: [
    'Das jetzige Token gilt sofort nicht mehr. Wer es benutzt, erfährt, dass es ersetzt wurde.',
    'Ein aktivierter Server bleibt aktiviert: Dort ist nichts zu tun.',
    'Die nächste Aktivierung braucht das neue Token.',
  ],
};

export const offline: OfflineTexts = {
  title: 'Ohne Verbindung aktivieren',
  notCopied: 'Kopieren ist hier nicht möglich. Markieren Sie die Antwort und kopieren Sie sie von Hand.',
  copied: 'Die Antwort wurde kopiert.',
  unreadable: 'Das ist nicht die erwartete Zeichenfolge. Es wurde nichts geändert.',
  wrong: {
    empty: 'Es wurde nichts eingefügt. Kopieren Sie die ganze Zeichenfolge, die die AppSuite zeigt.',
    'activation-token': 'Das ist ein Aktivierungstoken. Es gehört in die AppSuite, nicht hierher.',
    unknown: 'Das ist keine Zeichenfolge einer AppSuite, oder der Anfang fehlt. Kopieren Sie sie vollständig.',
    'a-request': 'Das ist eine Anforderung, keine Rückgabe. Fügen Sie sie oben ein, um offline zu aktivieren.',
    'a-return': 'Das ist eine Rückgabe, keine Anforderung. Fügen Sie sie unten unter „Zurückgeben“ ein.',
    'a-response': 'Das ist eine Antwort, nicht die Anforderung der AppSuite. Fügen Sie sie in die AppSuite ein.',
    'cut-off': 'Sie ist abgeschnitten oder beschädigt. Kopieren Sie sie vollständig, bis ganz zum Ende.',
    'too-long': 'Nach dem Ende steht noch etwas. Kopieren Sie nur die Zeichenfolge.',
    incomplete: 'Sie enthält nicht alles, was nötig ist. Erstellen Sie in der AppSuite eine neue.',
    altered: 'Sie wurde unterwegs verändert. Kopieren Sie sie erneut aus der AppSuite.',
    'another-server': 'Sie gehört zu einem anderen Server. Fügen Sie sie auf dessen Seite ein.',
    'another-machine': 'Sie gehört zu einer anderen Maschine als der, die offline ist.',
  },
  introduction:
    'Für unbefristete Lizenzen auf einem Server, der sich nicht verbinden kann. Erweiterter Support, proaktiver Support und Cloud-Dienste brauchen eine Verbindung.',
  request: '1. Anforderung aus der AppSuite holen',
  requestHelp: 'Die AppSuite zeigt sie unter der Offline-Aktivierung. Fügen Sie sie vollständig ein.',
  button: '2. Antwort erstellen',
  response: '3. Antwort in die AppSuite einfügen',
  responseHelp: 'Kopieren Sie sie vollständig. Dieselbe Anforderung ergibt wieder dieselbe Antwort.',
  copy: 'Antwort kopieren',
  proof: 'Zurückgeben',
  proofHelp:
    'Um die Kapazität eines Offline-Servers freizugeben, fügen Sie den Rückgabecode ein, den seine AppSuite erstellt hat.',
  proofButton: 'Zurückgeben',
  returned: 'Der Server wurde zurückgegeben. Seine Kapazität kann wieder geändert werden.',
};

export const troubles: TroublesTexts = {
  silent: 'Dieser Server meldet sich nicht mehr',
  silentText:
    'Prüfen Sie, ob er läuft und diese Adresse über HTTPS, Port 443, erreicht. Seine Abonnements stoppen, wenn seine Nutzungsfrist endet.',
  nearlyUsed: (application, used, assigned) =>
    `${application} ist fast ausgeschöpft: in Gebrauch ${used}, zugewiesen ${assigned}`,
  nearlyUsedText:
    'Weisen Sie diesem Server mehr zu oder fragen Sie Ihren Fachhändler nach mehr, bevor jemand abgewiesen wird.',
  missing: (application, required) => `${application} braucht ${required} auf demselben Server`,
  missingText: 'Solange das hier nicht auch zugewiesen ist, läuft die Anwendung nicht.',
  refused: {
    ALREADY_RETURNED: 'Der Server hat eine Offline-Anforderung benutzt, die nicht mehr gilt',
    ONLINE_REQUIRED: 'Der Server wollte sich offline aktivieren, braucht aber eine Verbindung',
    RETURN_REQUIRED: 'Eine andere Maschine wollte sich aktivieren, während dieser Server offline ist',
    TOKEN_BOUND_ELSEWHERE: 'Eine andere Maschine wollte das Token dieses Servers benutzen',
    TOO_MANY_MACHINES: 'Dieser Server hat seine Maschine zu oft gewechselt',
    TOO_MANY_REINSTALLS: 'Die AppSuite dieses Servers wurde zu oft neu installiert',
    VERSION_TOO_OLD: 'Die AppSuite auf diesem Server ist zu alt',
    NOTHING_ASSIGNED: 'Der Server wollte sich aktivieren, ihm ist aber nichts zugewiesen',
    TOKEN_ROTATED: 'Der Server wollte sich mit einem ersetzten Token aktivieren',
  },
  refusedOther: 'Eine Aktivierung wurde abgelehnt',
  remedies: {
    ALREADY_RETURNED:
      'Seine Offline-Aktivierung wurde inzwischen zurückgegeben. Erstellen Sie in der AppSuite eine neue Anforderung.',
    ONLINE_REQUIRED:
      'Abonnements brauchen eine Verbindung. Aktivieren Sie ihn online, oder nehmen Sie sie zuerst von diesem Server zurück.',
    RETURN_REQUIRED:
      'Geben Sie zuerst die Offline-Aktivierung der alten Maschine zurück. Ist diese ausgefallen, wenden Sie sich an den Hersteller.',
    TOKEN_BOUND_ELSEWHERE:
      'Wenn der Server auf diese Maschine umgezogen ist, ersetzen Sie hier die Maschine und benutzen Sie das neue Token.',
    TOO_MANY_MACHINES: 'Bitten Sie den Hersteller, ein neues Token zu erstellen.',
    TOO_MANY_REINSTALLS:
      'Bewahren Sie den Ordner der AppSuite über Neustarts hinweg auf; haben mehrere Maschinen denselben Fingerabdruck, geben Sie jeder einen eigenen. Bitten Sie dann den Hersteller, ein neues Token zu erstellen.',
    VERSION_TOO_OLD: 'Aktualisieren Sie sie auf Winter 2020 oder neuer und fügen Sie das Token dann erneut ein.',
    NOTHING_ASSIGNED: 'Weisen Sie ihm etwas zu und fügen Sie das Token dann erneut ein.',
    TOKEN_ROTATED: 'Kopieren Sie das jetzige Token von dieser Seite und fügen Sie es erneut ein.',
  },
  replace: 'Maschine ersetzen',
  clone: 'Zwei Maschinen benutzen die Identität dieses Servers',
  cloneText:
    'Er wurde wahrscheinlich geklont. Behalten Sie eine Maschine und aktivieren Sie die andere als eigenen Server.',
  snapshot: 'Dieser Server wurde aus einem Snapshot wiederhergestellt',
  snapshotText: 'Er arbeitet weiter. Läuft anderswo eine Kopie davon, aktivieren Sie diese als eigenen Server.',
};
