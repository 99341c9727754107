/** What the e-mails to people say: signing in, invitations, and what administrators have to see to. */
export type PeopleMailTexts = {
  signIn: {
    subject: (code: string) => string;
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
  machineReplaced: {
    subject: (server: string) => string;
    heading: string;
    introduction: (server: string) => string;
    button: string;
    closing: string;
  };
  emergency: {
    subject: (customer: string) => string;
    heading: string;
    introduction: (customer: string, capacity: string, application: string, lastDay: string) => string;
    reason: string;
    order: string;
    button: string;
    closing: string;
  };
  webhookDisabled: {
    subject: string;
    heading: string;
    /** By why it was switched off; `host` is where its messages went. */
    introduction: Record<'gone' | 'nothing-taken', (host: string) => string>;
    button: string;
    closing: (webhook: string) => string;
  };
};
