import { browserIn } from '../languages/browser.ts';
import { languageFor, type Language } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';
import { named, written } from './written.ts';

/** To whom an e-mail goes, and about when; `at` in epoch milliseconds. */
type Told = { url: string; at: number; locale: string; timeZone: string | undefined; brand: MailBrand };

/** Renders the e-mail that says that a passkey was added to, or removed from, those of its reader. */
export function renderPasskeyMail({
  name,
  what,
  ...told
}: Told & { name: string; what: 'passkeyAdded' | 'passkeyRemoved' }) {
  return renderTold(
    told,
    ({ texts }) => ({ ...texts.signingIn.mails[what], why: texts.letters.why.passkeys }),
    ({ texts }) => named(written(name), texts),
  );
}

/** Renders the e-mail that says that its reader, or somebody else, signed in with a browser that was new. */
export function renderNewDeviceMail({ userAgent, ...told }: Told & { userAgent: string }) {
  return renderTold(
    told,
    ({ texts }) => ({ ...texts.signingIn.mails.newDevice, why: texts.letters.why.newDevice }),
    (language) => browserIn(language, userAgent),
  );
}

type Said = {
  subject: string;
  heading: string;
  introduction: (what: string, when: string) => string;
  button: string;
  closing: string;
  why: string;
};

async function renderTold(told: Told, saidIn: (language: Language) => Said, whatIn: (language: Language) => string) {
  const { url, at, locale, timeZone, brand } = written(told);
  const language = languageFor(locale, timeZone);
  const { button: text, introduction, ...said } = saidIn(language);
  const what = introduction(whatIn(language), language.format.instant(at));
  const about = { texts: language.texts, brand };
  return renderLetter(about, { ...said, introduction: what }, { text, url });
}
