import type { ReactNode } from 'react';
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Section, Text } from 'react-email';
import type { Texts } from '../languages/texts.ts';
import { Ending, Sender, type MailBrand } from './brand.tsx';
import { darkMode, styles } from './styles.ts';

/** Keeps a list of e-mails from showing what the e-mail begins with behind its preview: blanks that it does not join. */
const NOTHING_MORE = '\u00A0\u200C'.repeat(90);

type FrameProps = {
  texts: Texts;
  brand: MailBrand;
  subject: string;
  /** What a list of e-mails shows beside the subject. */
  preview: string;
  heading: string;
  introduction: string;
  closing: string;
  /** Why its reader gets it. */
  why: string;
  children?: ReactNode;
};

/** What every e-mail has around what it says: who sends it, a heading and an introduction, and why it came. */
export function Frame({ texts, brand, subject, preview, heading, introduction, closing, why, children }: FrameProps) {
  const { locale, direction } = texts;
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{darkMode(brand.accent?.link.dark)}</style>
      </Head>
      <Body style={styles.page} className="page" lang={locale} dir={direction}>
        <div style={styles.preview}>
          {preview}
          {NOTHING_MORE}
        </div>
        <Container style={styles.card} className="card">
          <Sender brand={brand} texts={texts} />
          <Heading as="h1" style={styles.title}>
            {heading}
          </Heading>
          <Text style={styles.paragraph}>{introduction}</Text>
          {children}
          <Hr style={styles.rule} className="rule" />
          <Text style={styles.quiet} className="quiet">
            {closing}
          </Text>
          <Ending brand={brand} texts={texts} why={why} />
        </Container>
      </Body>
    </Html>
  );
}

/** A button, and its address below for who cannot press; what stands between them explains it. */
export function Press({
  brand: { accent },
  text,
  url,
  address,
  children,
}: {
  brand: MailBrand;
  text: string;
  url: string;
  address: string;
  children?: ReactNode;
}) {
  const colored = accent && { backgroundColor: accent.fill, color: accent.text };
  return (
    <Section>
      <Button href={url} style={{ ...styles.button, ...colored }}>
        {text}
      </Button>
      {children}
      <Text style={styles.quiet} className="quiet">
        {address}
        <br />
        <Address url={url} accent={accent} />
      </Text>
    </Section>
  );
}

/** Where something else is. */
export function Leading({ brand, text, url }: { brand: MailBrand; text: string; url: string }) {
  return (
    <Text style={styles.paragraph}>
      {text}: <Address url={url} accent={brand.accent} />
    </Text>
  );
}

/** Words of usual length are not broken, whatever the column. */
const LONG = /[^\s-]{18}/;
const longest = (text: string) => (LONG.test(text) ? styles.long : undefined);

/** What a row is about. */
export function Subject({ text }: { text: string }) {
  return <strong style={longest(text)}>{text}</strong>;
}

/** A name that leads to its page. */
export function Named({ brand, name, url }: { brand: MailBrand; name: string; url: string }) {
  return (
    <Link
      href={url}
      style={{ ...styles.named, ...longest(name), ...(brand.accent && { color: brand.accent.link.light }) }}
      className="link"
    >
      <bdi dir="auto">{name}</bdi>
    </Link>
  );
}

/** A line that leads to a page: to what there is no room for, or where something is chosen. */
export function More({ brand, text, url }: { brand: MailBrand; text: string; url: string }) {
  return (
    <Text style={styles.paragraph}>
      <Named brand={brand} name={text} url={url} />
    </Text>
  );
}

/** An address to press or to copy. */
function Address({ url, accent }: Pick<MailBrand, 'accent'> & { url: string }) {
  return (
    <Link href={url} style={{ ...styles.address, ...(accent && { color: accent.link.light }) }} className="link">
      {url}
    </Link>
  );
}

/** A table of facts: what its columns are called, and each row's cells. More than two columns of words are too wide for telephones. */
export function Facts({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
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
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, column) => (
              <td key={column} style={styles.cell} className="rule">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One fact above another in a cell. */
export function Stacked({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      {first}
      <br />
      {second}
    </>
  );
}
