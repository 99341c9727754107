import type { Language } from '../languages/index.ts';
import { asText, underlined } from './brand.tsx';
import { addressed, naming, orderUrl, type OrderMail, type WordedLine } from './order-mail.ts';
import { named } from './written.ts';

/**
 * The e-mail of a delivery for readers without HTML: the same facts in the same order, each line of the delivery as a block,
 * which can be read at any width and in any direction. `more` says how many lines there are beside those.
 */
export function orderDeliveredText(
  mail: OrderMail,
  lines: readonly WordedLine[],
  more: string | null,
  { texts: all, format }: Language,
): string {
  const { orderMail: texts, letters } = all;
  const { introduction, activateSteps, closing, why } = addressed(mail, all);
  const sections = [
    [underlined(texts.heading)],
    [introduction],
    [underlined(texts.unlockHeading)],
    [`${texts.unlock}:`, mail.unlockUrl],
    [texts.unlockExplained],
    naming(mail, all, format).map(({ label, value }) => `${label}: ${named(value, all)}`),
    [`${letters.toOrder}:`, orderUrl(mail)],
    [underlined(texts.lines)],
    ...lines.map((line) => block(line, all)),
    ...(more === null ? [] : [[more]]),
    [underlined(texts.activateHeading)],
    activateSteps.map((step) => `- ${step}`),
    [`${texts.portal}:`, mail.portalUrl],
    [closing],
  ];
  return asText(
    mail.brand,
    all,
    sections.map((section) => section.join('\n')),
    why,
  );
}

function block({ application, license, capacity, term, care }: WordedLine, texts: Language['texts']): string[] {
  const { words } = texts;
  return [
    `${named(application, texts)} (${license})`,
    `  ${words.capacity}: ${capacity}`,
    `  ${words.term}: ${term}`,
    `  ${words.care}: ${care}`,
  ];
}
