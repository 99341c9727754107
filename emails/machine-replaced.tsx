import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';

/** What the e-mail says: which server, and where its page is. It holds nothing secret, and nothing that a machine said. */
export type MachineReplacedMail = { server: string; url: string; locale: string; brand: MailBrand };

/** Renders the e-mail that tells an administrator that a server is to run on another machine, in HTML and as text. */
export async function renderMachineReplacedMail({ server, url, locale, brand }: MachineReplacedMail) {
  const { texts } = languageFor(locale);
  const { subject, button, introduction, heading, closing } = texts.peopleMail.machineReplaced;
  const said = { heading, introduction: introduction(server), closing };
  return { subject: subject(server), ...(await renderLetter({ texts, brand }, said, { text: button, url })) };
}
