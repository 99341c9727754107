import { asText } from './brand.tsx';
import { addressed, labeled, type OrderMail, type WordedLine } from './order-mail.ts';
import type { Texts } from '../languages/texts.ts';

/** The e-mail of a delivery for readers without HTML: the same facts in the same order, names alone at the end of their line. */
export function orderDeliveredText(mail: OrderMail, lines: readonly WordedLine[], all: Texts): string {
  const { orderMail: texts, words } = all;
  const { introduction, activateSteps, closing } = addressed(mail, all);
  const parties = labeled(mail, all).map(([label, value]) => `${label}: ${value}`);
  const steps = activateSteps.map((step) => `- ${step}`);
  const sections = [
    [underlined(texts.heading)],
    [introduction],
    parties,
    [underlined(texts.lines)],
    table(lines, words),
    [underlined(texts.unlockHeading)],
    [texts.unlockExplained],
    [`${texts.unlock}:`, mail.unlockUrl],
    [underlined(texts.activateHeading)],
    steps,
    [`${texts.portal}:`, mail.portalUrl],
    [closing],
  ];
  return asText(
    mail.brand,
    all,
    sections.map((section) => section.join('\n')),
  );
}

function underlined(heading: string): string {
  return `${heading}\n${'='.repeat(heading.length)}`;
}

/** Columns that line up in a fixed-width font; the application is the last, as it is the longest. */
function table(lines: readonly WordedLine[], words: Texts['words']): string[] {
  const rows = [
    [words.capacity, words.term, '', words.application],
    ...lines.map((line) => [line.capacity, line.term, line.care, `${line.application} (${line.license})`]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
