/** What the e-mails to people say: signing in, and invitations. */
export type PeopleMailTexts = {
  signIn: {
    subject: string;
    heading: string;
    introduction: string;
    button: string;
    address: string;
    code: string;
    closing: string;
  };
  codesTried: {
    subject: string;
    heading: string;
    introduction: string;
    button: string;
    closing: string;
  };
  invitation: {
    subject: (account: string) => string;
    heading: string;
    introduction: (account: string, invitedBy: string) => string;
    button: string;
    closing: string;
  };
};
