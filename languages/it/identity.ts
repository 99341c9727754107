import type { IdentityTexts } from '../texts/identity.ts';

export const identity: IdentityTexts = {
  title: 'Accesso',
  introduction: 'Chi fa parte dell’account può accedere con il suo fornitore OpenID Connect anziché per e-mail.',
  issuer: 'Emittente',
  issuerHelp: 'L’indirizzo con cui il fornitore chiama sé stesso, come https://login.example.com.',
  clientId: 'ID del client',
  clientSecret: 'Segreto del client',
  clientSecretHelp:
    'Non viene più mostrato a nessuno. Lascialo vuoto per tenere quello che c’è; un altro emittente o client lo richiede di nuovo.',
  returnAddress: 'Indica al fornitore questo indirizzo di ritorno:',
  required: 'Far entrare in questo account solo con questo fornitore',
  requiredHelp:
    'Dopo che qualcuno ha effettuato l’accesso con esso. Chi ha effettuato l’accesso per e-mail viene disconnesso. Le chiavi API restano.',
  save: 'Salva',
  saved: 'Il fornitore è stato salvato.',
  remove: 'Rimuovi il fornitore',
  removing: {
    title: 'Rimuovere il fornitore?',
    consequences: [
      'Chi ha effettuato l’accesso con esso viene disconnesso.',
      'Chi fa parte dell’account accede di nuovo per e-mail.',
    ],
    button: 'Rimuovi il fornitore',
  },
  check: 'Controlla il fornitore',
  checked: 'Il fornitore risponde ed è quello impostato.',
  checkFailed: 'C’è qualcosa che non va con il fornitore',
  domains: 'Domini degli indirizzi e-mail',
  domainsHelp:
    'Il fornitore risponde solo per gli indirizzi di questi domini. Li imposta il produttore, che verifica che siano dell’account: chiedine altri a lui. Uno per riga.',
  noDomains: 'Ancora nessuno: nessuno può accedere con il fornitore.',
  saveDomains: 'Salva i domini',
  wrong: {
    title: 'Non è stato salvato nulla',
    issuer: 'Inserisci un indirizzo che inizia con https e si raggiunge da Internet, senza punto interrogativo.',
    clientId: 'Inserisci l’ID del client come lo mostra il fornitore.',
    clientSecret: 'Inserisci il segreto del client: un altro emittente o client lo richiede di nuovo.',
    unproven:
      'Nessuno ha ancora effettuato l’accesso con questo fornitore. Salva senza questa scelta, accedi una volta con esso e poi attivala: così nessuno resta fuori.',
    domains: 'Inserisci domini come example.com, uno per riga, che non siano di un altro account.',
  },
  offerTitle: 'Accedi con il tuo fornitore',
  offer: 'Gli indirizzi di questo dominio possono accedere con il proprio fornitore.',
  offerRequired: 'Gli indirizzi di questo dominio accedono con il proprio fornitore.',
  goTo: (host) => `Vai a ${host}`,
  beside: 'Hai effettuato l’accesso nell’altra scheda?',
  byMail: 'Oppure fatti inviare un link per e-mail.',
  byMailRequired:
    'Fai parte anche di altri account? Per quelli che non chiedono questo fornitore, fatti inviare un link.',
  sendMail: 'Invia un’e-mail',
  failedTitle: 'L’accesso non è avvenuto',
  again: 'Accedi di nuovo',
  ended: 'Il tuo fornitore non conferma più il tuo accesso. Accedi di nuovo.',
  troubles: {
    unreachable:
      'Il fornitore al momento non risponde. Riprova tra un minuto; se continua, dillo al tuo amministratore.',
    'no-provider':
      'All’indirizzo del fornitore non c’è alcun fornitore OpenID Connect. Il tuo amministratore deve correggerlo.',
    'other-issuer':
      'Ha risposto un fornitore diverso da quello impostato. Il tuo amministratore deve confrontare l’emittente.',
    'client-refused':
      'Il fornitore non conosce questo servizio, o il segreto è un altro. Il tuo amministratore deve inserire di nuovo il client.',
    'key-unknown':
      'Ciò che ha detto il fornitore non è firmato con una sua chiave, perciò nessuno ha avuto accesso. Riprova; se continua, dillo al tuo amministratore.',
    over: 'Ciò che ha detto il fornitore è già scaduto. Riprova; se continua, l’orologio del fornitore è sbagliato.',
    'other-audience':
      'Ciò che ha detto il fornitore è destinato a un altro servizio, perciò nessuno ha avuto accesso. Dillo al tuo amministratore.',
    'other-round':
      'Ciò che ha detto il fornitore risponde a un’altra domanda, perciò nessuno ha avuto accesso. Ricomincia.',
    denied:
      'Il fornitore non ti ha dato accesso, o sei tornato indietro. Ricomincia, o chiedi l’accesso al tuo amministratore.',
    unverified:
      'Il fornitore non dice che il tuo indirizzo e-mail è verificato. Chiedi al tuo amministratore di verificarlo là.',
    'other-domain':
      'Il tuo indirizzo e-mail presso il fornitore è di un dominio che non è dell’account. Chiedi il dominio al produttore.',
    'no-member':
      'Il tuo indirizzo e-mail qui non fa parte dell’account. Chiedi a un amministratore dell’account di invitarlo.',
    lost: 'Questo accesso è iniziato in un altro browser, troppo tempo fa, o è già concluso. Ricomincia.',
    failed:
      'Non è stato possibile interpretare la risposta del fornitore, perciò nessuno ha avuto accesso. Riprova; se continua, dillo al tuo amministratore.',
  },
};
