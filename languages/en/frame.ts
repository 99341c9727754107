import type { FrameTexts } from '../texts/frame.ts';

export const frame: FrameTexts = {
  product: 'Cloud Licensing',
  skip: 'Skip to the content',
  menu: 'Menu',
  above: 'Pages above this one',
  more: 'More',
  language: 'Language',
  customers: 'Customers',
  people: 'People',
  sessions: 'Where you are signed in',
  signIn: 'Sign in',
  signOut: 'Sign out',
  mailbox: 'Mailbox',
  signedInAs: 'Signed in as',
  notFound: {
    title: 'There is nothing here',
    text: 'This address does not lead anywhere. If it came by e-mail, open it from the e-mail itself: a part may be missing at its end.',
  },
  linkReplaced: {
    title: 'This link was replaced',
    text: 'A newer link came by e-mail, or is about to: open that one. This one does nothing any more.',
  },
  notPermitted: {
    title: 'This is for somebody else to do',
    text: 'You can look, and ask an administrator of one of these to do it:',
    doers: {
      vendor: 'the vendor',
      seller: 'whoever sold the order',
      'seller-with-standing': 'a seller of the customer, once something that it sold there is unlocked',
      customer: 'the customer',
      account: 'the account itself',
    },
  },
  refused: 'This was not possible',
  unavailable: {
    title: 'Please try again in a minute',
    text: 'The service cannot take this at the moment. Nothing is lost: go back, and press the button again.',
  },
  tooMany: {
    title: 'Too many attempts',
    text: 'Wait a few minutes, then try again.',
  },
  unreadable: {
    title: 'This cannot be read',
    text: 'What was sent is no form of this service. Open the page again, and press its button.',
  },
  foreign: {
    title: 'This did not come from a page of this service',
    text: 'Nothing was changed. Open the page here, and press its button.',
  },
  broken: {
    title: 'Something went wrong here',
    text: 'Please try again. If it goes wrong again, tell whoever operates this service.',
  },
};
