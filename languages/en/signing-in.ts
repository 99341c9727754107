import type { SigningInTexts } from '../texts/signing-in.ts';

export const signingIn: SigningInTexts = {
  passkeys: {
    title: 'Passkeys',
    explained:
      'A passkey signs you in with the lock of your device: a finger, your face or its PIN. It never leaves your device or your password manager, and works on this site alone.',
    toPage: 'Your passkeys',
    none: 'You have no passkey yet.',
    made: 'Made',
    lastUsed: 'Last used',
    never: 'never',
    copied: 'Your password manager keeps a copy of it.',
    name: 'What you call it',
    add: 'Add a passkey',
    remove: 'Remove',
    removeFor: (name) => `Remove the passkey ${name}`,
    mailStays:
      'You can always sign in by e-mail, too. Is a device lost? Sign in by e-mail and remove its passkey here.',
    notHere: 'This browser, or this address, cannot make passkeys. You go on signing in by e-mail.',
    added: 'The passkey was added.',
    removed: 'The passkey was removed. Delete it in your device or password manager as well.',
    failed: 'The passkey could not be added. Nothing has changed: try again.',
    use: 'Sign in with a passkey',
    useFailed: 'This passkey does not sign in here. Try again, or sign in by e-mail.',
  },
  kept: {
    signedOut: 'You were signed out meanwhile',
    willReturn:
      'Nothing was sent. Sign in here, and you come back to your form with what you have typed. Leave this page open until then.',
    filesLeftOut: 'Files have to be chosen again.',
    byLink: 'Did you press the button of the e-mail in this browser?',
    goOn: 'Go on with my form',
    title: 'What you had typed is here again',
    text: 'Nothing was sent yet: look it through and press the button once more.',
    left: 'These have no field here any more:',
  },
  proving: {
    title: 'Prove that it is you',
    explained:
      'What you are about to do cannot be undone, or lets somebody in, and you have not proved here lately that it is you. Afterwards you come back and press once more: nothing has happened yet.',
    sendCode: 'Send me a code',
    codeSent: (address) => `A code is on its way to ${address}.`,
    code: 'Code',
    useCode: 'Continue',
    wrongCode: 'This code does not fit, or no longer counts. After five tries, or ten minutes, have another one sent.',
    usePasskey: 'Use a passkey',
    failed: 'This passkey could not be used. Try again, or have a code sent.',
  },
  refusal: {
    title: 'Was it not you?',
    explained: (browser) =>
      `Somebody signed in as you in a browser that was new: ${browser}. One press ends all of your sessions, except in this browser, and removes the passkeys that were made since. Then look whether somebody else reads your e-mails, and whether all of your passkeys are yours.`,
    press: 'End all other sessions',
    done: 'All other sessions have ended, and the passkeys that were made since are removed.',
    over: 'This link was used already, or is older than 30 days.',
    signIn: 'Sign in',
  },
  mails: {
    proof: {
      subject: (code) => `${code} is your code to prove that it is you`,
      heading: 'Prove that it is you',
      introduction: 'Type this code within ten minutes, in the browser in which you asked for it:',
      button: 'To the page',
      closing: 'You did not ask for this? Then somebody uses a browser in which you are signed in: end its session.',
    },
    passkeyAdded: {
      subject: 'A passkey was added',
      heading: 'A passkey was added',
      introduction: (name, when) => `The passkey “${name}” signs you in from now on. It was added on ${when}.`,
      button: 'Look at your passkeys',
      closing: 'Was it not you? Then remove it, and end all other sessions.',
    },
    passkeyRemoved: {
      subject: 'A passkey was removed',
      heading: 'A passkey was removed',
      introduction: (name, when) => `The passkey “${name}” does not sign you in any more. It was removed on ${when}.`,
      button: 'Look at your passkeys',
      closing: 'Was it not you? Then end all other sessions. You can always sign in by e-mail.',
    },
    newDevice: {
      subject: 'You signed in on a new device',
      heading: 'You signed in on a new device',
      introduction: (browser, when) =>
        `Somebody signed in as you on ${when}, in a browser in which you never did: ${browser}. Was it you? Then there is nothing to do.`,
      button: 'It was not me',
      closing: 'The button opens a page with which you end all other sessions. It works for 30 days.',
    },
  },
};
