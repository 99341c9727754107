import type { NoticeDigest, WordedNotice } from './notice-mail.ts';
import type { NoticeTexts } from './notice-texts.ts';

/** The digest for readers without HTML: the same facts in the same order. */
export function noticeDigestText(digest: NoticeDigest, lines: readonly WordedNotice[], texts: NoticeTexts): string {
  const items = lines.map((line) =>
    [
      `- ${line.what}, ${line.capacity}`,
      `  ${texts.endsOn}: ${line.ends}`,
      `  ${texts.customer}: ${line.customer}`,
      `  ${texts.order}: ${line.order}`,
    ].join('\n'),
  );
  return [
    `${texts.heading}\n${'='.repeat(texts.heading.length)}`,
    texts.introduction,
    ...items,
    `${texts.portal}:\n${digest.portalUrl}`,
    texts.closing,
  ]
    .join('\n\n')
    .concat('\n');
}
