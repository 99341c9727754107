import type { BrandTexts } from '../texts/brand.ts';

export const brand: BrandTexts = {
  support: 'Questions? Write to',
  title: 'Brand',
  introduction: 'What customers and resellers see of you on every page and in every e-mail.',
  name: 'Name',
  nameHelp: 'In the head of pages and e-mails. Empty: the name of the service.',
  logo: 'Logo',
  logoHelp: 'A PNG, JPEG or WebP file of at most 128 kB, twice as large as it is shown: 64 pixels high.',
  logoNow: 'Now',
  removeLogo: 'Show no logo',
  accent: 'Color of buttons and links',
  accentHelp: 'Like #0b5cad. Text on it has to be readable. Empty: the color of the service.',
  supportAddress: 'Address for questions',
  supportHelp: 'An e-mail address at the end of pages and e-mails.',
  footer: 'Last line',
  footerHelp: 'For example your company’s registered name and seat.',
  save: 'Save',
  saved: { title: 'Saved', text: 'Pages show it now, and e-mails from the next one on.' },
  wrong: {
    title: 'Nothing is saved yet: something below is wrong',
    name: 'A name has at most 60 characters that can be seen.',
    logo: 'This is no PNG, JPEG or WebP file of at most 128 kB. Choose another file. SVG is not taken, as it can hold programs.',
    accent: 'Write the color as # and six digits or letters from a to f, like #0b5cad.',
    contrast: (contrast, least) =>
      `Text on this color has a contrast of ${contrast} to 1, and needs ${least}. Choose a darker or a lighter one.`,
    support: 'This is no e-mail address. Write it like name@example.com.',
    footer: 'The last line has at most 200 characters that can be seen.',
    changed: 'Somebody else has changed the brand meanwhile. What you see now is theirs; yours is in the fields below.',
  },
};
