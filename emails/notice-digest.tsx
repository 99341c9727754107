import { render } from 'react-email';
import { languageFor, type Language } from '../languages/index.ts';
import { noticeDigestText } from './notice-digest-text.ts';
import { renewalsUrl, wordNotice, type NoticeDigest, type WordedNotice } from './notice-mail.ts';
import { Facts, Frame, More, Named, Press, Stacked, Subject } from './parts.tsx';
import { fitting, named, written } from './written.ts';

/**
 * Renders the digest of what ends soon, over all orders of an account, in HTML and as text. Of what there is no room for it
 * says how many they are.
 */
export async function renderNoticeDigest(told: NoticeDigest): Promise<{ subject: string; html: string; text: string }> {
  const digest = written(told);
  const language = languageFor(digest.locale);
  const { texts, format } = language;
  const lines = digest.lines.map((line) => wordNotice(line, digest.portalUrl, language));
  const subject = texts.noticeMail.subject(lines.length, format.number(lines.length));
  const moreThan = (shown: number) => {
    const left = lines.length - shown;
    return left === 0 ? null : texts.letters.moreEndings(left, format.number(left));
  };
  const { html, shown } = await fitting(lines.length, (some) =>
    render(<Digest {...{ digest, subject, lines, language }} shown={some} more={moreThan(some)} />),
  );
  return { subject, html, text: noticeDigestText(digest, lines.slice(0, shown), moreThan(shown), texts) };
}

type Content = {
  digest: NoticeDigest;
  subject: string;
  lines: readonly WordedNotice[];
  /** Of how many there is room. */
  shown: number;
  more: string | null;
  language: Language;
};

function Digest({ digest, subject, lines, shown, more, language: { texts, format } }: Content) {
  const { brand } = digest;
  const { words, noticeMail, letters, peopleMail } = texts;
  const { heading, introduction, closing, whatEnds } = noticeMail;
  const preview = noticeMail.preview(lines.length, format.number(lines.length));
  const why = letters.why.digest(named(digest.accountName, texts));
  return (
    <Frame {...{ texts, brand, subject, preview, heading, introduction, closing, why }}>
      <Press brand={brand} text={letters.toRenewals} url={renewalsUrl(digest)} address={peopleMail.signIn.address} />
      <Facts
        heads={[whatEnds, words.customer]}
        rows={lines
          .slice(0, shown)
          .map((line) => [
            <Stacked
              key="what"
              first={<Subject text={line.what} />}
              second={<Stacked first={line.capacity} second={line.ends} />}
            />,
            <Stacked
              key="whose"
              first={<Named brand={brand} name={line.customer.text} url={line.customer.url} />}
              second={<Named brand={brand} name={line.order.text} url={line.order.url} />}
            />,
          ])}
      />
      {more !== null && <More brand={brand} text={more} url={renewalsUrl(digest)} />}
      <More brand={brand} text={letters.choose} url={digest.choiceUrl} />
    </Frame>
  );
}
