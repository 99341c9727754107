import type { LettersTexts } from '../texts/letters.ts';
import { count } from './count.ts';

export const letters: LettersTexts = {
  why: {
    seller: (account) => `You get this e-mail because the order names ${account} as its seller.`,
    buyer: (account) => `You get this e-mail because the order was sold to ${account}.`,
    digest: (account) => `You get this e-mail because ${account} wants to be told of what ends.`,
    signIn: 'You get this e-mail because somebody asked to sign in with this address.',
    proof: 'You get this e-mail because this code was asked for with your address.',
    passkeys: 'You get this e-mail because you are told whenever your passkeys change.',
    newDevice: 'You get this e-mail because you are told whenever a new browser signs in as you.',
    codesTried: 'You get this e-mail because it is your address that is used to sign in.',
    invitation: 'You get this e-mail because this address was named as yours.',
    machineReplaced: 'You get this e-mail because you are an administrator of the account of this server.',
    emergency: 'You get this e-mail because the vendor is told of every emergency.',
    webhookDisabled: 'You get this e-mail because you are an administrator of the account of this webhook.',
  },
  placedOn: 'Ordered on',
  contact: 'Contact',
  toOrder: 'Look at the order',
  moreLines: count('more line, which stands in the order', 'more lines, which stand in the order'),
  moreEndings: count('more, which stands in the portal', 'more, which stand in the portal'),
  toRenewals: 'See what ends',
  choose: 'Choose when you are told, or switch these e-mails off',
  choice: {
    title: 'E-mails about what ends',
    introduction: (account) =>
      `For ${account}: a digest of what has not been renewed, at most once a day. Choose how many days before the end you want to be told.`,
    days: 'Days before the end',
    daysBefore: count('day before', 'days before'),
    save: 'Save',
    stop: 'Switch all of them off',
    resume: 'Switch them on again',
    on: { title: 'These e-mails are on', text: 'They come on the days that are chosen below.' },
    off: { title: 'These e-mails are off', text: 'Nothing is sent. What ends still stands in the portal.' },
    nothingChosen: 'Choose at least one, or switch all of them off.',
  },
};
