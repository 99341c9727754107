import { Body, Container, Head, Heading, Hr, Html, Link, Preview, render, Text } from 'react-email';
import { languageFor, type Language } from '../languages/index.ts';
import { noticeDigestText } from './notice-digest-text.ts';
import { wordNotice, type NoticeDigest, type WordedNotice } from './notice-mail.ts';
import { DARK_MODE, styles } from './styles.ts';

/** Renders the digest of what ends soon, over all orders of an account, in HTML and as text. */
export async function renderNoticeDigest(
  digest: NoticeDigest,
): Promise<{ subject: string; html: string; text: string }> {
  const language = languageFor(digest.locale);
  const { texts, format } = language;
  const lines = digest.lines.map((line) => wordNotice(line, language));
  return {
    subject: texts.noticeMail.subject(lines.length, format.number(lines.length)),
    html: await render(<Digest portalUrl={digest.portalUrl} lines={lines} language={language} />),
    text: noticeDigestText(digest, lines, texts),
  };
}

type Content = { portalUrl: string; lines: readonly WordedNotice[]; language: Language };

function Digest({ portalUrl, lines, language }: Content) {
  const { locale, direction, words, orderMail, noticeMail: texts } = language.texts;
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_MODE}</style>
      </Head>
      <Body style={styles.page} className="page" lang={locale} dir={direction}>
        <Preview>{texts.preview(lines.length, language.format.number(lines.length))}</Preview>
        <Container style={styles.card} className="card">
          <Heading as="h1" style={styles.title}>
            {texts.heading}
          </Heading>
          <Text style={styles.paragraph}>{texts.introduction}</Text>
          <Lines lines={lines} heads={[texts.whatEnds, words.customer, texts.endsOn]} />
          <Text style={styles.paragraph}>
            {orderMail.portal}:{' '}
            <Link href={portalUrl} style={styles.address} className="link">
              {portalUrl}
            </Link>
          </Text>
          <Hr style={styles.rule} className="rule" />
          <Text style={styles.quiet} className="quiet">
            {texts.closing}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Lines({ lines, heads }: Pick<Content, 'lines'> & { heads: string[] }) {
  return (
    <table style={styles.table}>
      <thead>
        <tr>
          {heads.map((label) => (
            <th key={label} scope="col" style={styles.columnHead} className="quiet rule">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <td style={styles.cell} className="rule">
              <strong>{line.what}</strong>
              <br />
              {line.capacity}
            </td>
            <td style={styles.cell} className="rule">
              <bdi dir="auto">{line.customer}</bdi>
              <br />
              <bdi dir="auto">{line.order}</bdi>
            </td>
            <td style={styles.cell} className="rule">
              {line.ends}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
