import { render } from 'react-email';
import type { Unit } from '../domain/catalogue/catalogue.ts';
import type { Day } from '../domain/days.ts';
import { capacityIn, languageFor } from '../languages/index.ts';
import { asText, type MailBrand } from './brand.tsx';
import { Letter } from './letter.tsx';
import { Facts } from './parts.tsx';
import { named, written } from './written.ts';

/** What the e-mail about an emergency says to the vendor, and where its order is. It holds nothing secret. */
export type EmergencyMail = {
  orderNumber: string;
  customerName: string;
  applicationName: string;
  capacity: number;
  unit: Unit | null;
  endsOn: Day;
  reason: string;
  url: string;
  locale: string;
  brand: MailBrand;
};

/** Renders the one e-mail about an emergency, in HTML and as text. */
export async function renderEmergencyMail(told: EmergencyMail) {
  const mail = written(told);
  const { brand, orderNumber, reason } = mail;
  const language = languageFor(mail.locale);
  const { texts, format } = language;
  const { emergency, signIn } = texts.peopleMail;
  const { heading, closing } = emergency;
  const customer = named(mail.customerName, texts);
  const granted = capacityIn(language, mail.capacity, mail.unit);
  const introduction = emergency.introduction(customer, granted, mail.applicationName, format.day(mail.endsOn));
  const subject = emergency.subject(customer);
  const button = { text: emergency.button, url: mail.url, address: signIn.address };
  const why = texts.letters.why.emergency;
  return {
    subject,
    html: await render(
      <Letter {...{ texts, brand, subject, heading, introduction, closing, why, button }}>
        <Facts
          heads={[emergency.order, emergency.reason]}
          rows={[
            [
              <bdi key="order">{orderNumber}</bdi>,
              <bdi key="reason" dir="auto">
                {reason}
              </bdi>,
            ],
          ]}
        />
      </Letter>,
    ),
    text: asText(
      brand,
      texts,
      [
        ...[heading, introduction, `${button.text}:\n${button.url}`],
        ...[`${emergency.order}: ${named(orderNumber, texts)}\n${emergency.reason}: ${named(reason, texts)}`, closing],
      ],
      why,
    ),
  };
}
