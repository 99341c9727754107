import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';
import { named, written } from './written.ts';

/** What the e-mail says: which server, and where its page is. It holds nothing secret, and nothing that a machine said. */
export type MachineReplacedMail = { server: string; url: string; locale: string; brand: MailBrand };

/** Renders the e-mail that tells an administrator that a server is to run on another machine, in HTML and as text. */
export async function renderMachineReplacedMail(mail: MachineReplacedMail) {
  const { server, url, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { subject, button, introduction, ...said } = texts.peopleMail.machineReplaced;
  const name = named(server, texts);
  const about = { subject: subject(name), introduction: introduction(name) };
  return renderLetter(
    { texts, brand },
    { ...said, ...about, why: texts.letters.why.machineReplaced },
    { text: button, url },
  );
}
