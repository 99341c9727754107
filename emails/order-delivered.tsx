import { Heading, render, Section, Text } from 'react-email';
import { languageFor, type Language } from '../languages/index.ts';
import { orderDeliveredText } from './order-delivered-text.ts';
import { addressed, naming, orderUrl, wordLine, type OrderMail, type WordedLine } from './order-mail.ts';
import { Facts, Frame, Leading, More, Named, Press, Stacked, Subject } from './parts.tsx';
import { styles } from './styles.ts';
import { fitting, written } from './written.ts';

/**
 * Renders the one e-mail of a delivery, in HTML and as text. The unlock link may be a placeholder: it survives
 * verbatim in both, so that what is stored holds no link. Of lines that there is no room for it says how many they are.
 */
export async function renderOrderMail(told: OrderMail): Promise<{ subject: string; html: string; text: string }> {
  const mail = written(told);
  const language = languageFor(mail.locale);
  const { texts, format } = language;
  const lines = mail.lines.map((line) => wordLine(line, language));
  const moreThan = (shown: number) => {
    const left = lines.length - shown;
    return left === 0 ? null : texts.letters.moreLines(left, format.number(left));
  };
  const { html, shown } = await fitting(lines.length, (some) =>
    render(<OrderDelivered {...{ mail, language }} lines={lines.slice(0, some)} more={moreThan(some)} />),
  );
  return {
    subject: addressed(mail, texts).subject,
    html,
    text: orderDeliveredText(mail, lines.slice(0, shown), moreThan(shown), language),
  };
}

type Content = { mail: OrderMail; lines: readonly WordedLine[]; more: string | null; language: Language };

function OrderDelivered({ mail, lines, more, language }: Content) {
  const { texts: all } = language;
  const { words, orderMail: texts } = all;
  const { brand } = mail;
  const { subject, introduction, closing, why } = addressed(mail, all);
  return (
    <Frame
      {...{ texts: all, brand, subject, introduction, closing, why, heading: texts.heading }}
      preview={texts.preview(mail.orderNumber)}
    >
      <Heading as="h2" style={styles.heading}>
        {texts.unlockHeading}
      </Heading>
      <Press brand={brand} text={texts.unlock} url={mail.unlockUrl} address={texts.unlockAddress}>
        <Text style={styles.paragraph}>{texts.unlockExplained}</Text>
      </Press>
      <Naming {...{ mail, language }} />
      <Heading as="h2" style={styles.heading}>
        {texts.lines}
      </Heading>
      <Facts
        heads={[`${words.application}${words.comma} ${words.capacity}`, words.term]}
        rows={lines.map((line) => [
          <Stacked key="application" first={<Subject text={line.application} />} second={line.capacity} />,
          <Stacked key="term" first={line.license} second={<Stacked first={line.term} second={line.care} />} />,
        ])}
      />
      {more !== null && <More brand={brand} text={more} url={orderUrl(mail)} />}
      <Activate {...{ mail, language }} />
    </Frame>
  );
}

type About = Pick<Content, 'mail' | 'language'>;

function Naming({ mail, language: { texts, format } }: About) {
  return (
    <table role="presentation" style={styles.parties}>
      <tbody>
        {naming(mail, texts, format).map(({ label, value, url }) => (
          <tr key={label}>
            <td style={styles.label} className="quiet">
              {label}
            </td>
            <td style={styles.value}>
              {url === undefined ? <bdi dir="auto">{value}</bdi> : <Named brand={mail.brand} name={value} url={url} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Activate({ mail, language: { texts: all } }: About) {
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
      <Leading brand={mail.brand} text={texts.portal} url={mail.portalUrl} />
    </Section>
  );
}
