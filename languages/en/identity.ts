import type { IdentityTexts } from '../texts/identity.ts';

export const identity: IdentityTexts = {
  title: 'Sign-in',
  introduction: 'People of the account can sign in by its own provider of OpenID Connect instead of by e-mail.',
  issuer: 'Issuer',
  issuerHelp: 'The address that the provider calls itself by, like https://login.example.com.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  clientSecretHelp:
    'Shown to nobody again. Leave it empty to keep the one that is there; another issuer or client needs it anew.',
  returnAddress: 'Tell the provider this address as the one to return to:',
  required: 'Let people into this account by this provider alone',
  requiredHelp:
    'Once somebody has signed in by it. Who is signed in by e-mail is signed out then. Keys of the API go on.',
  save: 'Save',
  saved: 'The provider was saved.',
  remove: 'Remove the provider',
  removing: {
    title: 'Remove the provider?',
    consequences: ['Whoever is signed in by it is signed out.', 'People of the account sign in by e-mail again.'],
    button: 'Remove the provider',
  },
  check: 'Check the provider',
  checked: 'The provider answers, and is the one that was set.',
  checkFailed: 'Something is wrong with the provider',
  domains: 'Domains of e-mail addresses',
  domainsHelp:
    'The provider answers for addresses of these domains alone. The vendor sets them, and makes sure that they are the account’s: ask it for others. One on each line.',
  noDomains: 'None yet: nobody can sign in by the provider.',
  saveDomains: 'Save the domains',
  wrong: {
    title: 'Nothing was saved',
    issuer: 'Enter an address that begins with https and is reached from the internet, without a question mark.',
    clientId: 'Enter the client ID, as the provider shows it.',
    clientSecret: 'Enter the client secret: another issuer or client needs it anew.',
    unproven:
      'Nobody has signed in by this provider yet. Save it without this, sign in by it once, and choose it then: so nobody is locked out.',
    domains: 'Enter domains like example.com, one on each line, of no other account.',
  },
  offerTitle: 'Sign in by your provider',
  offer: 'Addresses of this domain can sign in by their own provider.',
  offerRequired: 'Addresses of this domain sign in by their own provider.',
  goTo: (host) => `Go to ${host}`,
  beside: 'Did you sign in in the other tab?',
  byMail: 'Or have a link sent to you by e-mail.',
  byMailRequired:
    'Do you belong to other accounts, too? For those that do not ask for this provider, have a link sent to you.',
  sendMail: 'Send an e-mail',
  failedTitle: 'You are not signed in',
  again: 'Sign in again',
  ended: 'Your provider no longer says that you are signed in. Please sign in again.',
  troubles: {
    unreachable:
      'The provider does not answer at this moment. Try again in a minute; if it goes on, tell your administrator.',
    'no-provider':
      'At the address of the provider there is no provider of OpenID Connect. Your administrator has to correct it.',
    'other-issuer':
      'Another provider answered than the one that was set. Your administrator has to compare the issuer.',
    'client-refused':
      'The provider does not know this service, or its secret is another one. Your administrator has to enter the client again.',
    'key-unknown':
      'What the provider said is not signed by a key of its own, so nobody was signed in. Try again; if it goes on, tell your administrator.',
    over: 'What the provider said is over already. Try again; if it goes on, the clock of the provider is wrong.',
    'other-audience':
      'What the provider said is meant for another service, so nobody was signed in. Tell your administrator.',
    'other-round': 'What the provider said answers another question, so nobody was signed in. Begin again.',
    denied: 'The provider did not sign you in, or you went back. Begin again, or ask your administrator for access.',
    unverified:
      'The provider does not say that your e-mail address is verified. Ask your administrator to verify it there.',
    'other-domain':
      'Your e-mail address at the provider is of a domain that is not the account’s. Ask the vendor for the domain.',
    'no-member':
      'Your e-mail address does not belong to the account here. Ask an administrator of the account to invite it.',
    lost: 'This sign-in was begun in another browser, too long ago, or was finished already. Begin again.',
    failed:
      'The answer of the provider could not be understood, so nobody was signed in. Try again; if it goes on, tell your administrator.',
  },
};
