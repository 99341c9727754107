import type { Texts } from '../languages/texts.ts';
import { asText, underlined } from './brand.tsx';
import { renewalsUrl, type NoticeDigest, type WordedNotice } from './notice-mail.ts';
import { named } from './written.ts';

/** The digest for readers without HTML: the same facts in the same order. `more` says how many there are beside those. */
export function noticeDigestText(
  digest: NoticeDigest,
  lines: readonly WordedNotice[],
  more: string | null,
  texts: Texts,
): string {
  const { words, noticeMail, letters } = texts;
  const items = lines.map((line) =>
    [
      `- ${named(line.what, texts)}, ${line.capacity}`,
      `  ${noticeMail.endsOn}: ${line.ends}`,
      `  ${words.customer}: ${named(line.customer.text, texts)}`,
      `  ${line.customer.url}`,
      `  ${words.order}: ${named(line.order.text, texts)}`,
      `  ${line.order.url}`,
    ].join('\n'),
  );
  return asText(
    digest.brand,
    texts,
    [
      underlined(noticeMail.heading),
      noticeMail.introduction,
      `${letters.toRenewals}:\n${renewalsUrl(digest)}`,
      ...items,
      ...(more === null ? [] : [more]),
      noticeMail.closing,
      `${letters.choose}:\n${digest.choiceUrl}`,
    ],
    letters.why.digest(named(digest.accountName, texts)),
  );
}
