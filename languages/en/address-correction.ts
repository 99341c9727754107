import type { AddressCorrectionTexts } from '../texts/address-correction.ts';

export const addressCorrection: AddressCorrectionTexts = {
  title: 'Correct an e-mail address',
  explained:
    'For an address that was mistyped or no longer exists. Everything that followed from it is put right in one step.',
  wrong: 'The wrong address',
  right: 'The right address',
  button: 'Put it right',
  consequences: [
    'The account gets the right address, and who reads it becomes an administrator and is written to.',
    'Whoever reads the wrong address no longer belongs to the account, and is signed out.',
    'Unlock links that were mailed to the wrong address stop working; the right one gets each e-mail with a new link.',
  ],
  notAnAddress: 'This is no e-mail address.',
  same: 'This is the wrong one.',
  unknown: 'Neither the account nor anybody who belongs to it has this address.',
  done: (address) => `The address is ${address} now.`,
  doneText: 'The former address no longer belongs to the account.',
  links: 'New links were mailed for these orders:',
  noLinks: 'No link had to be replaced.',
  due: 'The e-mail of these orders is still on its way to the wrong address. Once it has left, the right one gets another, by itself.',
  made: 'What the wrong address made, changed or let in still works. If a stranger reads it, take out each of these:',
  kinds: { key: 'Key', member: 'Member', webhook: 'Webhook' },
};
