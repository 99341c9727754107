import type { ReactNode } from 'react';
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from 'react-email';
import type { Texts } from '../languages/texts.ts';
import { Ending, Sender, type MailBrand } from './brand.tsx';
import { darkMode, styles } from './styles.ts';

type FrameProps = {
  texts: Texts;
  brand: MailBrand;
  /** What a list of e-mails shows beside the subject. */
  preview: string;
  heading: string;
  introduction: string;
  closing: string;
  children?: ReactNode;
};

/** What every e-mail has around what it says: a heading and an introduction, and why it came. */
export function Frame({ texts, brand, preview, heading, introduction, closing, children }: FrameProps) {
  const { locale, direction } = texts;
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkMode(brand.accent?.link.dark)}</style>
      </Head>
      <Body style={styles.page} className="page" lang={locale} dir={direction}>
        <Preview>{preview}</Preview>
        <Container style={styles.card} className="card">
          <Sender {...brand} />
          <Heading as="h1" style={styles.title}>
            {heading}
          </Heading>
          <Text style={styles.paragraph}>{introduction}</Text>
          {children}
          <Hr style={styles.rule} className="rule" />
          <Text style={styles.quiet} className="quiet">
            {closing}
          </Text>
          <Ending brand={brand} texts={texts} />
        </Container>
      </Body>
    </Html>
  );
}

/** A button, and its address below for who cannot press. */
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
      {children}
      <Button href={url} style={{ ...styles.button, ...colored }}>
        {text}
      </Button>
      <Text style={styles.quiet} className="quiet">
        {address}
        <br />
        <Address url={url} accent={accent} />
      </Text>
    </Section>
  );
}

/** Where the portal is. */
export function ToPortal({ brand, text, url }: { brand: MailBrand; text: string; url: string }) {
  return (
    <Text style={styles.paragraph}>
      {text}: <Address url={url} accent={brand.accent} />
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

/** A table of facts: what its columns are called, and each row's cells. */
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
