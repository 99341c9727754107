import { render } from 'react-email';
import { languageFor, type Language } from '../languages/index.ts';
import { noticeDigestText } from './notice-digest-text.ts';
import { wordNotice, type NoticeDigest, type WordedNotice } from './notice-mail.ts';
import { Facts, Frame, Stacked, ToPortal } from './parts.tsx';

/** Renders the digest of what ends soon, over all orders of an account, in HTML and as text. */
export async function renderNoticeDigest(
  digest: NoticeDigest,
): Promise<{ subject: string; html: string; text: string }> {
  const language = languageFor(digest.locale);
  const { texts, format } = language;
  const lines = digest.lines.map((line) => wordNotice(line, language));
  return {
    subject: texts.noticeMail.subject(lines.length, format.number(lines.length)),
    html: await render(<Digest digest={digest} lines={lines} language={language} />),
    text: noticeDigestText(digest, lines, texts),
  };
}

type Content = { digest: NoticeDigest; lines: readonly WordedNotice[]; language: Language };

function Digest({ digest: { portalUrl, brand }, lines, language }: Content) {
  const { words, orderMail, noticeMail } = language.texts;
  const { heading, introduction, closing, whatEnds, endsOn } = noticeMail;
  const preview = noticeMail.preview(lines.length, language.format.number(lines.length));
  return (
    <Frame texts={language.texts} brand={brand} {...{ preview, heading, introduction, closing }}>
      <Facts
        heads={[whatEnds, words.customer, endsOn]}
        rows={lines.map((line) => [
          <Stacked key="what" first={<strong>{line.what}</strong>} second={line.capacity} />,
          <Stacked key="whose" first={<Typed text={line.customer} />} second={<Typed text={line.order} />} />,
          line.ends,
        ])}
      />
      <ToPortal brand={brand} text={orderMail.portal} url={portalUrl} />
    </Frame>
  );
}

/** What somebody typed, in whatever direction it is written. */
function Typed({ text }: { text: string }) {
  return <bdi dir="auto">{text}</bdi>;
}
