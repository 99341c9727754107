/** How the vendor shows itself, and where that is set. */
export type BrandTexts = {
  /** Followed by an e-mail address, at the end of pages and e-mails. */
  support: string;
  title: string;
  introduction: string;
  name: string;
  nameHelp: string;
  logo: string;
  logoHelp: string;
  /** Beside the logo that there is. */
  logoNow: string;
  removeLogo: string;
  accent: string;
  accentHelp: string;
  supportAddress: string;
  supportHelp: string;
  footer: string;
  footerHelp: string;
  save: string;
  saved: { title: string; text: string };
  /** What is wrong with a field; `contrast` of the color's best text, written as a number. */
  wrong: {
    title: string;
    name: string;
    logo: string;
    accent: string;
    contrast: (contrast: string, least: string) => string;
    support: string;
    footer: string;
    changed: string;
  };
};
