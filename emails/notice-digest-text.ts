import { asText } from './brand.tsx';
import type { NoticeDigest, WordedNotice } from './notice-mail.ts';
import type { Texts } from '../languages/texts.ts';

/** The digest for readers without HTML: the same facts in the same order. */
export function noticeDigestText(digest: NoticeDigest, lines: readonly WordedNotice[], all: Texts): string {
  const { words, noticeMail: texts } = all;
  const items = lines.map((line) =>
    [
      `- ${line.what}, ${line.capacity}`,
      `  ${texts.endsOn}: ${line.ends}`,
      `  ${words.customer}: ${line.customer}`,
      `  ${words.order}: ${line.order}`,
    ].join('\n'),
  );
  return asText(digest.brand, all, [
    `${texts.heading}\n${'='.repeat(texts.heading.length)}`,
    texts.introduction,
    ...items,
    `${all.orderMail.portal}:\n${digest.portalUrl}`,
    texts.closing,
  ]);
}
