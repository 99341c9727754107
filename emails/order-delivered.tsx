import { Heading, render, Section, Text } from 'react-email';
import { languageFor } from '../languages/index.ts';
import type { Texts } from '../languages/texts.ts';
import { orderDeliveredText } from './order-delivered-text.ts';
import { addressed, labeled, wordLine, type OrderMail, type WordedLine } from './order-mail.ts';
import { Facts, Frame, Press, Stacked, ToPortal } from './parts.tsx';
import { styles } from './styles.ts';

/**
 * Renders the one e-mail of a delivery, in HTML and as text. The unlock link may be a placeholder: it survives
 * verbatim in both, so that what is stored holds no link.
 */
export async function renderOrderMail(mail: OrderMail): Promise<{ subject: string; html: string; text: string }> {
  const language = languageFor(mail.locale);
  const { texts } = language;
  const lines = mail.lines.map((line) => wordLine(line, language));
  return {
    subject: addressed(mail, texts).subject,
    html: await render(<OrderDelivered mail={mail} lines={lines} texts={texts} />),
    text: orderDeliveredText(mail, lines, texts),
  };
}

type Content = { mail: OrderMail; lines: readonly WordedLine[]; texts: Texts };

function OrderDelivered({ mail, lines, texts: all }: Content) {
  const { words, orderMail: texts } = all;
  const { heading } = texts;
  const { introduction, closing } = addressed(mail, all);
  return (
    <Frame
      texts={all}
      brand={mail.brand}
      preview={texts.preview(mail.orderNumber)}
      {...{ heading, introduction, closing }}
    >
      <Parties mail={mail} texts={all} />
      <Heading as="h2" style={styles.heading}>
        {texts.lines}
      </Heading>
      <Facts
        heads={[words.application, words.capacity, words.term]}
        rows={lines.map((line) => [
          <Stacked key="application" first={<strong>{line.application}</strong>} second={line.license} />,
          line.capacity,
          <Stacked key="term" first={line.term} second={line.care} />,
        ])}
      />
      <Press brand={mail.brand} text={texts.unlock} url={mail.unlockUrl} address={texts.unlockAddress}>
        <Heading as="h2" style={styles.heading}>
          {texts.unlockHeading}
        </Heading>
        <Text style={styles.paragraph}>{texts.unlockExplained}</Text>
      </Press>
      <Activate mail={mail} texts={all} />
    </Frame>
  );
}

function Parties({ mail, texts }: Omit<Content, 'lines'>) {
  return (
    <table role="presentation" style={styles.parties}>
      <tbody>
        {labeled(mail, texts).map(([label, value]) => (
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

function Activate({ mail, texts: all }: Omit<Content, 'lines'>) {
  const { orderMail: texts } = all;
  return (
    <Section>
      <Heading as="h2" style={styles.heading}>
        {texts.activateHeading}
      </Heading>
      <ol style={styles.steps}>
        {addressed(mail, all).activateSteps.map((step) => (
          <li key={step} style={styles.step}>
            {step}
          </li>
        ))}
      </ol>
      <ToPortal brand={mail.brand} text={texts.portal} url={mail.portalUrl} />
    </Section>
  );
}
