import type { IdentityTexts } from '../texts/identity.ts';

export const identity: IdentityTexts = {
  title: 'Anmeldung',
  introduction:
    'Personen des Kontos können sich statt per E-Mail über dessen eigenen OpenID-Connect-Anbieter anmelden.',
  issuer: 'Aussteller (Issuer)',
  issuerHelp: 'Die Adresse, mit der sich der Anbieter selbst bezeichnet, wie https://login.example.com.',
  clientId: 'Client-ID',
  clientSecret: 'Client-Geheimnis',
  clientSecretHelp:
    'Es wird niemandem mehr gezeigt. Lassen Sie das Feld leer, um das vorhandene zu behalten; ein anderer Aussteller oder Client braucht es neu.',
  returnAddress: 'Nennen Sie dem Anbieter diese Adresse für die Rückkehr:',
  required: 'Nur über diesen Anbieter in dieses Konto lassen',
  requiredHelp:
    'Erst wenn sich jemand darüber angemeldet hat. Wer per E-Mail angemeldet ist, wird dann abgemeldet. API-Schlüssel gelten weiter.',
  save: 'Speichern',
  saved: 'Der Anbieter wurde gespeichert.',
  remove: 'Anbieter entfernen',
  removing: {
    title: 'Den Anbieter entfernen?',
    consequences: [
      'Wer darüber angemeldet ist, wird abgemeldet.',
      'Personen des Kontos melden sich wieder per E-Mail an.',
    ],
    button: 'Anbieter entfernen',
  },
  check: 'Anbieter prüfen',
  checked: 'Der Anbieter antwortet und ist der eingerichtete.',
  checkFailed: 'Mit dem Anbieter stimmt etwas nicht',
  domains: 'Domains der E-Mail-Adressen',
  domainsHelp:
    'Der Anbieter steht nur für Adressen dieser Domains ein. Der Hersteller legt sie fest und stellt sicher, dass sie dem Konto gehören: Fragen Sie ihn nach weiteren. Eine je Zeile.',
  noDomains: 'Noch keine: Niemand kann sich über den Anbieter anmelden.',
  saveDomains: 'Domains speichern',
  wrong: {
    title: 'Es wurde nichts gespeichert',
    issuer: 'Geben Sie eine Adresse ein, die mit https beginnt und aus dem Internet erreichbar ist, ohne Fragezeichen.',
    clientId: 'Geben Sie die Client-ID ein, wie der Anbieter sie zeigt.',
    clientSecret: 'Geben Sie das Client-Geheimnis ein: Ein anderer Aussteller oder Client braucht es neu.',
    unproven:
      'Noch hat sich niemand über diesen Anbieter angemeldet. Speichern Sie ihn ohne dies, melden Sie sich einmal darüber an und wählen Sie es dann: So wird niemand ausgesperrt.',
    domains: 'Geben Sie Domains wie example.com ein, eine je Zeile, die keinem anderen Konto gehören.',
  },
  offerTitle: 'Über Ihren Anbieter anmelden',
  offer: 'Adressen dieser Domain können sich über ihren eigenen Anbieter anmelden.',
  offerRequired: 'Adressen dieser Domain melden sich über ihren eigenen Anbieter an.',
  goTo: (host) => `Weiter zu ${host}`,
  beside: 'Haben Sie sich im anderen Tab angemeldet?',
  byMail: 'Oder lassen Sie sich einen Link per E-Mail zusenden.',
  byMailRequired:
    'Gehören Sie auch zu anderen Konten? Für die, die diesen Anbieter nicht verlangen, lassen Sie sich einen Link zusenden.',
  sendMail: 'E-Mail zusenden',
  failedTitle: 'Sie sind nicht angemeldet',
  again: 'Erneut anmelden',
  ended: 'Ihr Anbieter bestätigt Ihre Anmeldung nicht mehr. Bitte melden Sie sich erneut an.',
  troubles: {
    unreachable:
      'Der Anbieter antwortet gerade nicht. Versuchen Sie es in einer Minute erneut; bleibt es dabei, sagen Sie es Ihrem Administrator.',
    'no-provider':
      'An der Adresse des Anbieters gibt es keinen OpenID-Connect-Anbieter. Ihr Administrator muss sie berichtigen.',
    'other-issuer':
      'Es hat ein anderer Anbieter geantwortet als der eingerichtete. Ihr Administrator muss den Aussteller vergleichen.',
    'client-refused':
      'Der Anbieter kennt diesen Dienst nicht, oder das Geheimnis ist ein anderes. Ihr Administrator muss den Client neu eingeben.',
    'key-unknown':
      'Die Antwort des Anbieters ist nicht mit einem seiner Schlüssel signiert, daher wurde niemand angemeldet. Versuchen Sie es erneut; bleibt es dabei, sagen Sie es Ihrem Administrator.',
    over: 'Die Antwort des Anbieters ist schon abgelaufen. Versuchen Sie es erneut; bleibt es dabei, geht die Uhr des Anbieters falsch.',
    'other-audience':
      'Die Antwort des Anbieters ist für einen anderen Dienst bestimmt, daher wurde niemand angemeldet. Sagen Sie es Ihrem Administrator.',
    'other-round':
      'Die Antwort des Anbieters gehört zu einer anderen Anfrage, daher wurde niemand angemeldet. Beginnen Sie von vorn.',
    denied:
      'Der Anbieter hat Sie nicht angemeldet, oder Sie sind umgekehrt. Beginnen Sie von vorn oder bitten Sie Ihren Administrator um Zugang.',
    unverified:
      'Der Anbieter bestätigt Ihre E-Mail-Adresse nicht als geprüft. Bitten Sie Ihren Administrator, sie dort zu prüfen.',
    'other-domain':
      'Ihre E-Mail-Adresse beim Anbieter ist aus einer Domain, die nicht dem Konto gehört. Fragen Sie den Hersteller nach der Domain.',
    'no-member':
      'Ihre E-Mail-Adresse gehört hier nicht zum Konto. Bitten Sie einen Administrator des Kontos, sie einzuladen.',
    lost: 'Diese Anmeldung wurde in einem anderen Browser oder vor zu langer Zeit begonnen, oder sie ist schon abgeschlossen. Beginnen Sie von vorn.',
    failed:
      'Die Antwort des Anbieters war nicht zu verstehen, daher wurde niemand angemeldet. Versuchen Sie es erneut; bleibt es dabei, sagen Sie es Ihrem Administrator.',
  },
};
