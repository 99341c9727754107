/** Which e-mails went to whom, and what became of them. */
export type MailsTexts = {
  title: string;
  ofOrder: string;
  toAccount: string;
  none: { title: string; text: string };
  subject: string;
  recipient: string;
  fate: string;
  made: string;
  /** Of a copy that somebody asked for. */
  again: string;
};
