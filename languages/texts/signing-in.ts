/** An e-mail with one thing to do. */
type LetterTexts = { subject: string; heading: string; button: string; closing: string };

/** Passkeys, proving that it is you, new devices, and what was typed before signing in again. */
export type SigningInTexts = {
  passkeys: {
    title: string;
    explained: string;
    /** Beside where somebody is signed in: leads to the page. */
    toPage: string;
    none: string;
    made: string;
    lastUsed: string;
    never: string;
    copied: string;
    name: string;
    add: string;
    remove: string;
    removeFor: (name: string) => string;
    /** What can be done without one. */
    mailStays: string;
    /** Where a browser has none, or this address can have none. */
    notHere: string;
    added: string;
    removed: string;
    /** What was answered could not be taken. */
    failed: string;
    /** On the page to sign in. */
    use: string;
    useFailed: string;
  };
  kept: {
    /** On the page to sign in, in mid-form. */
    signedOut: string;
    willReturn: string;
    filesLeftOut: string;
    /** After the link of the e-mail was pressed elsewhere in this browser. */
    byLink: string;
    goOn: string;
    /** On the page of the form again. */
    title: string;
    text: string;
    left: string;
  };
  proving: {
    title: string;
    explained: string;
    sendCode: string;
    codeSent: (address: string) => string;
    code: string;
    useCode: string;
    wrongCode: string;
    usePasskey: string;
    failed: string;
  };
  refusal: {
    title: string;
    explained: (browser: string) => string;
    press: string;
    done: string;
    over: string;
    signIn: string;
  };
  mails: {
    proof: {
      subject: (code: string) => string;
      heading: string;
      introduction: string;
      button: string;
      closing: string;
    };
    passkeyAdded: LetterTexts & { introduction: (name: string, when: string) => string };
    passkeyRemoved: LetterTexts & { introduction: (name: string, when: string) => string };
    newDevice: LetterTexts & { introduction: (browser: string, when: string) => string };
  };
};
