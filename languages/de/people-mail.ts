import type { PeopleMailTexts } from '../texts/people-mail.ts';

export const peopleMail: PeopleMailTexts = {
  signIn: {
    subject: (code) => `${code} ist Ihr Code zur Anmeldung bei Cloud Licensing`,
    heading: 'Anmelden',
    introduction:
      'Oder klicken Sie innerhalb von zehn Minuten auf die Schaltfläche. Sie öffnet eine Seite, die um Ihre Bestätigung bittet.',
    button: 'Anmelden',
    address: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
    code: 'Geben Sie diesen Code innerhalb von zehn Minuten ein, in dem Browser, in dem Sie ihn angefordert haben:',
    closing: 'Sie haben das nicht angefordert? Dann geschieht nichts: Löschen Sie diese E-Mail.',
  },
  codesTried: {
    subject: 'Für Ihre Adresse werden falsche Codes eingegeben',
    heading: 'Jemand gibt falsche Codes ein',
    introduction:
      'Heute wollte sich jemand mit dieser Adresse anmelden und hat mindestens zehn falsche Codes eingegeben. Niemand hat sich damit angemeldet. Nach 25 gilt bis morgen kein Code mehr, außer in Browsern, in denen Sie schon einmal angemeldet waren. Die Links in den E-Mails funktionieren weiterhin.',
    button: 'Anmelden',
    closing:
      'Waren Sie es selbst? Dann ist nichts zu tun. Nennen Sie niemandem einen Code und geben Sie keinen Link weiter.',
  },
  machineReplaced: {
    subject: (server) => `Der Server ${server} zieht auf eine andere Maschine um`,
    heading: 'Ein Server zieht auf eine andere Maschine um',
    introduction: (server) =>
      `Jemand, der die Server Ihres Kontos verwaltet, hat die Maschine von ${server} durch eine andere ersetzt. Die bisherige Maschine verliert diesen Server.`,
    button: 'Server öffnen',
    closing:
      'War es niemand von Ihnen? Dann erstellen Sie im Portal ein neues Aktivierungstoken für den Server und aktivieren Sie die richtige Maschine erneut.',
  },
  emergency: {
    subject: (customer) => `${customer} hat einen Notfall ausgerufen`,
    heading: 'Ein Notfall wurde ausgerufen',
    introduction: (customer, capacity, application, lastDay) =>
      `${customer} hat sich für ${application} zusätzliche Kapazität gegeben: ${capacity}, bis zum Ende des ${lastDay}. Das endet von selbst.`,
    reason: 'Begründung',
    order: 'Auftrag',
    button: 'Auftrag ansehen',
    closing: 'Es ist nichts zu tun. In jeweils 365 Tagen können zwei Notfälle ausgerufen werden.',
  },
  webhookDisabled: {
    subject: 'Ein Webhook wurde abgeschaltet',
    heading: 'Ein Webhook erhält keine Ereignisse mehr',
    introduction: {
      gone: (host) =>
        `Der Endpunkt bei ${host} hat gemeldet, dass es ihn nicht mehr gibt (410). Sein Webhook wurde sofort abgeschaltet.`,
      'nothing-taken': (host) =>
        `Der Endpunkt bei ${host} hat mehr als drei Tage lang nichts angenommen, obwohl alles zehnmal versucht wurde. Sein Webhook wurde abgeschaltet.`,
    },
    button: 'Anmelden',
    closing: (webhook) =>
      `Es ist nichts verloren: Wird der Webhook ${webhook} im Portal oder über die API wieder eingeschaltet, macht er dort weiter, wo er aufgehört hat.`,
  },
  invitation: {
    subject: (account) => `Sie können sich jetzt für ${account} anmelden`,
    heading: 'Sie sind eingeladen',
    introduction: (account, invitedBy) =>
      `${invitedBy} hat Ihnen Zugang zu den Lizenzen von ${account} gegeben. Sie brauchen kein Passwort: Melden Sie sich mit dieser E-Mail-Adresse an, dann erhalten Sie einen Link.`,
    button: 'Zum Portal',
    closing: 'Wenn Sie nicht wissen, worum es geht, fragen Sie den Absender oder löschen Sie diese E-Mail.',
  },
};
