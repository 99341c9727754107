import type { ReactNode } from 'react';
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from 'react-email';
import type { Texts } from '../languages/texts.ts';
import { DARK_MODE, styles } from './styles.ts';

type FrameProps = {
  texts: Texts;
  /** What a list of e-mails shows beside the subject. */
  preview: string;
  heading: string;
  introduction: string;
  closing: string;
  children?: ReactNode;
};

/** What every e-mail has around what it says: a heading and an introduction, and why it came. */
export function Frame({ texts: { locale, direction }, preview, heading, introduction, closing, children }: FrameProps) {
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_MODE}</style>
      </Head>
      <Body style={styles.page} className="page" lang={locale} dir={direction}>
        <Preview>{preview}</Preview>
        <Container style={styles.card} className="card">
          <Heading as="h1" style={styles.title}>
            {heading}
          </Heading>
          <Text style={styles.paragraph}>{introduction}</Text>
          {children}
          <Hr style={styles.rule} className="rule" />
          <Text style={styles.quiet} className="quiet">
            {closing}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A button, and its address below for who cannot press. */
export function Press({
  text,
  url,
  address,
  children,
}: {
  text: string;
  url: string;
  address: string;
  children?: ReactNode;
}) {
  return (
    <Section>
      {children}
      <Button href={url} style={styles.button}>
        {text}
      </Button>
      <Text style={styles.quiet} className="quiet">
        {address}
        <br />
        <Link href={url} style={styles.address} className="link">
          {url}
        </Link>
      </Text>
    </Section>
  );
}

/** Where the portal is. */
export function ToPortal({ text, url }: { text: string; url: string }) {
  return (
    <Text style={styles.paragraph}>
      {text}:{' '}
      <Link href={url} style={styles.address} className="link">
        {url}
      </Link>
    </Text>
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
