import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, render, Section, Text } from 'react-email';
import { languageFor } from '../languages/index.ts';
import type { Texts } from '../languages/texts.ts';
import { orderDeliveredText } from './order-delivered-text.ts';
import { wordLine, type OrderMail, type WordedLine } from './order-mail.ts';
import { DARK_MODE, styles } from './styles.ts';

/**
 * Renders the one e-mail of a delivery, in HTML and as text. The unlock link may be a placeholder: it survives
 * verbatim in both, so that what is stored holds no link.
 */
export async function renderOrderMail(mail: OrderMail): Promise<{ subject: string; html: string; text: string }> {
  const language = languageFor(mail.locale);
  const { texts } = language;
  const lines = mail.lines.map((line) => wordLine(line, language));
  return {
    subject: texts.orderMail.subject(mail.orderNumber, mail.customerName),
    html: await render(<OrderDelivered mail={mail} lines={lines} texts={texts} />),
    text: orderDeliveredText(mail, lines, texts),
  };
}

type Content = { mail: OrderMail; lines: readonly WordedLine[]; texts: Texts };

function OrderDelivered({ mail, lines, texts: all }: Content) {
  const texts = all.orderMail;
  return (
    <Html lang={all.locale} dir={all.direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_MODE}</style>
      </Head>
      <Body style={styles.page} className="page" lang={all.locale} dir={all.direction}>
        <Preview>{texts.preview(mail.orderNumber)}</Preview>
        <Container style={styles.card} className="card">
          <Heading as="h1" style={styles.title}>
            {texts.heading}
          </Heading>
          <Text style={styles.paragraph}>{texts.introduction}</Text>
          <Parties mail={mail} texts={all} />
          <Heading as="h2" style={styles.heading}>
            {texts.lines}
          </Heading>
          <Lines lines={lines} texts={all} />
          <Unlock mail={mail} texts={all} />
          <Activate mail={mail} texts={all} />
          <Hr style={styles.rule} className="rule" />
          <Text style={styles.quiet} className="quiet">
            {texts.closing}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Parties({ mail, texts: { words } }: Omit<Content, 'lines'>) {
  const parties = [
    [words.order, mail.orderNumber],
    [words.customer, mail.customerName],
    ...(mail.resellerName === null ? [] : [[words.reseller, mail.resellerName]]),
  ];
  return (
    <table role="presentation" style={styles.parties}>
      <tbody>
        {parties.map(([label, value]) => (
          <tr key={label}>
            <td style={styles.label} className="quiet">
              {label}
            </td>
            <td style={styles.value}>
              <bdi dir="auto">{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ lines, texts: { words } }: Omit<Content, 'mail'>) {
  return (
    <table style={styles.table}>
      <thead>
        <tr>
          {[words.application, words.capacity, words.term].map((label) => (
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
              <strong>{line.application}</strong>
              <br />
              {line.license}
            </td>
            <td style={styles.cell} className="rule">
              {line.capacity}
            </td>
            <td style={styles.cell} className="rule">
              {line.term}
              <br />
              {line.care}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Unlock({ mail, texts: { orderMail: texts } }: Omit<Content, 'lines'>) {
  return (
    <Section>
      <Heading as="h2" style={styles.heading}>
        {texts.unlockHeading}
      </Heading>
      <Text style={styles.paragraph}>{texts.unlockExplained}</Text>
      <Button href={mail.unlockUrl} style={styles.button}>
        {texts.unlock}
      </Button>
      <Text style={styles.quiet} className="quiet">
        {texts.unlockAddress}
        <br />
        <Link href={mail.unlockUrl} style={styles.address} className="link">
          {mail.unlockUrl}
        </Link>
      </Text>
    </Section>
  );
}

function Activate({ mail, texts: { orderMail: texts } }: Omit<Content, 'lines'>) {
  return (
    <Section>
      <Heading as="h2" style={styles.heading}>
        {texts.activateHeading}
      </Heading>
      <ol style={styles.steps}>
        {texts.activateSteps.map((step) => (
          <li key={step} style={styles.step}>
            {step}
          </li>
        ))}
      </ol>
      <Text style={styles.paragraph}>
        {texts.portal}:{' '}
        <Link href={mail.portalUrl} style={styles.address} className="link">
          {mail.portalUrl}
        </Link>
      </Text>
    </Section>
  );
}
