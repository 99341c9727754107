/** What the e-mail of a delivery says, apart from the order's own data. */
export type OrderMailTexts = {
  subject(orderNumber: string, customerName: string): string;
  heading: string;
  preview(orderNumber: string): string;
  introduction: string;
  lines: string;
  unlockHeading: string;
  unlockExplained: string;
  unlock: string;
  unlockAddress: string;
  activateHeading: string;
  activateSteps: readonly string[];
  /** In place of those above where the customer bought directly. */
  direct: { subject(orderNumber: string): string; introduction: string; activateSteps: readonly string[] };
  /** Beside those above where an earlier e-mail told otherwise; the closing in its place. */
  corrected: { subject(subject: string): string; introduction: string; closing: string };
  portal: string;
  closing: string;
};
