import { render } from 'react-email';
import type { Unit } from '../domain/catalogue.ts';
import type { Day } from '../domain/days.ts';
import { capacityIn, languageFor } from '../languages/index.ts';
import { asText, type MailBrand } from './brand.tsx';
import { Letter } from './letter.tsx';
import { Facts } from './parts.tsx';

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
export async function renderEmergencyMail(mail: EmergencyMail) {
  const language = languageFor(mail.locale);
  const { texts, format } = language;
  const { emergency, signIn } = texts.peopleMail;
  const { heading, closing } = emergency;
  const granted = capacityIn(language, mail.capacity, mail.unit);
  const introduction = emergency.introduction(
    mail.customerName,
    granted,
    mail.applicationName,
    format.day(mail.endsOn),
  );
  const button = { text: emergency.button, url: mail.url, address: signIn.address };
  return {
    subject: emergency.subject(mail.customerName),
    html: await render(
      <Letter {...{ texts, brand: mail.brand, heading, introduction, closing, button }}>
        <Facts
          heads={[emergency.order, emergency.reason]}
          rows={[
            [
              <bdi key="order">{mail.orderNumber}</bdi>,
              <bdi key="reason" dir="auto">
                {mail.reason}
              </bdi>,
            ],
          ]}
        />
      </Letter>,
    ),
    text: asText(mail.brand, texts, [
      ...[heading, introduction, `${emergency.order}: ${mail.orderNumber}`, `${emergency.reason}: ${mail.reason}`],
      ...[`${button.text}:\n${button.url}`, closing],
    ]),
  };
}
