import type { PeopleMailTexts } from '../texts/people-mail.ts';

export const peopleMail: PeopleMailTexts = {
  signIn: {
    subject: (code) => `${code} is your code to sign in to Cloud Licensing`,
    heading: 'Sign in',
    introduction: 'Or press the button within ten minutes. It opens a page that asks you to confirm.',
    button: 'Sign in',
    address: 'If the button does not work, open this address:',
    code: 'Type this code within ten minutes, in the browser in which you asked for it:',
    closing: 'You did not ask for this? Then nothing happens: delete this e-mail.',
  },
  codesTried: {
    subject: 'Wrong codes are typed for your address',
    heading: 'Somebody types wrong codes',
    introduction:
      'Today somebody asked to sign in with this address and typed at least ten wrong codes. Nobody got in by them. After 25, no code counts until tomorrow, except in browsers in which you have signed in before. The links in the e-mails work all the time.',
    button: 'Sign in',
    closing: 'Was it you? Then there is nothing to do. Do not tell anybody a code or pass on a link.',
  },
  machineReplaced: {
    subject: (server) => `The server ${server} moves to another machine`,
    heading: 'A server moves to another machine',
    introduction: (server) =>
      `Somebody who manages the servers of your account let another machine take the place of ${server}. The machine that it was on loses it.`,
    button: 'Open the server',
    closing:
      'Did none of you do this? Then make a new Activation Token for the server in the portal, and activate the right machine again.',
  },
  emergency: {
    subject: (customer) => `${customer} declared an emergency`,
    heading: 'An emergency was declared',
    introduction: (customer, capacity, application, lastDay) =>
      `${customer} has given itself ${capacity} of ${application}, until the end of ${lastDay}. It ends by itself.`,
    reason: 'Its reason',
    order: 'Order',
    button: 'Look at the order',
    closing: 'Nothing has to be done. Two emergencies may be declared in any 365 days.',
  },
  webhookDisabled: {
    subject: 'A webhook was switched off',
    heading: 'A webhook gets no more events',
    introduction: {
      gone: (host) => `The endpoint at ${host} said that it is gone (410). Its webhook was switched off at once.`,
      'nothing-taken': (host) =>
        `The endpoint at ${host} took nothing for more than three days, though everything was tried ten times. Its webhook was switched off.`,
    },
    button: 'Sign in',
    closing: (webhook) =>
      `Nothing is lost: once the webhook ${webhook} is enabled again, in the portal or through the API, it goes on where it stopped.`,
  },
  invitation: {
    subject: (account) => `You can now sign in for ${account}`,
    heading: 'You are invited',
    introduction: (account, invitedBy) =>
      `${invitedBy} has given you access to the licenses of ${account}. You need no password: sign in with this e-mail address, and a link is sent to it.`,
    button: 'Go to the portal',
    closing: 'If you do not know what this is about, ask the sender, or delete this e-mail.',
  },
};
