import { mailBrand } from '../../../emails/brand.tsx';
import { renderCodesTriedMail } from '../../../emails/codes-tried.tsx';
import { renderEmergencyMail } from '../../../emails/emergency.tsx';
import { renderInvitationMail } from '../../../emails/invitation.tsx';
import { renderMachineReplacedMail } from '../../../emails/machine-replaced.tsx';
import { renderNoticeDigest } from '../../../emails/notice-digest.tsx';
import type { NoticeDigest, NoticeDigestLine } from '../../../emails/notice-mail.ts';
import { renderOrderMail } from '../../../emails/order-delivered.tsx';
import type { OrderMail, OrderMailLine } from '../../../emails/order-mail.ts';
import { renderProofMail, renderSignInMail } from '../../../emails/sign-in.tsx';
import { renderNewDeviceMail, renderPasskeyMail } from '../../../emails/signing-in.tsx';
import { renderWebhookDisabledMail } from '../../../emails/webhook-disabled.tsx';

const PORTAL = 'https://licensing.example';

/** What the texts of an e-mail are, and how many rows it has. */
export type LetterContent = {
  customer: string;
  seller: string;
  application: string;
  number: string;
  purchaseOrder: string | null;
  rows: number;
};

/** An e-mail as people get it. */
export type ShownLetter = { subject: string; html: string; text: string };

/** What most are like. */
export const USUAL: LetterContent = {
  ...{ customer: 'Acme Hotels', seller: 'Northwind Voice', application: 'Attendant Console' },
  ...{ number: 'SO-2026-00117', purchaseOrder: 'PO-4711', rows: 3 },
};

/** As little as can be said. */
export const SMALLEST: LetterContent = {
  ...{ customer: 'A', seller: 'N', application: 'C', number: '1', purchaseOrder: null, rows: 1 },
};

/** As much as the API takes: 200 lines, texts of 200 characters that are longest as bytes. */
export const LARGEST: LetterContent = {
  ...{ customer: '酒'.repeat(200), seller: '語'.repeat(200), application: '台'.repeat(200) },
  ...{ number: 'S'.repeat(80), purchaseOrder: '購'.repeat(80), rows: 200 },
};

export const LETTER_BRAND = mailBrand(
  {
    ...{ name: 'Contoso Communications', logo: null, accent: null },
    ...{ support: 'licensing@contoso.example', footer: 'Contoso Communications, 1 Harbour Street, Bristol' },
  },
  PORTAL,
);

const SECRET = 'WyJrMSIsIlNPLTIwMjYtMDAxMTciLCIxIl0.3q2-7wX9cBf_0aQ1Zk5uVtPr8sE';
const UNLOCK_LINK = `${PORTAL}/unlock/${SECRET}`;
const CHOICE_LINK = `${PORTAL}/notices/${SECRET}`;

/** The e-mail of a delivery with this content. */
export function orderMail(of: LetterContent, locale: string, changes: Partial<OrderMail> = {}): OrderMail {
  return {
    ...{ orderNumber: of.number, placedOn: '2026-11-02', isCorrection: false, purchaseOrder: of.purchaseOrder },
    customer: { name: of.customer, email: 'it@acme-hotels.example' },
    ...{ seller: { kind: 'reseller', name: of.seller }, distributorName: null },
    lines: Array.from({ length: of.rows }, (_, index) => orderLine(of.application, index)),
    ...{ unlockUrl: UNLOCK_LINK, portalUrl: PORTAL, locale, brand: LETTER_BRAND },
    ...changes,
  };
}

function orderLine(applicationName: string, index: number): OrderMailLine {
  const about = { applicationName, capacity: 20 + index, startsOn: '2026-12-01' };
  if (index % 3 === 1)
    return { ...about, unit: 'channels', license: 'perpetual', endsOn: null, care: null, capacity: 1_800 };
  const care = { level: 'platinum', endsOn: '2027-11-30' } as const;
  return { ...about, unit: 'operators', license: 'subscription', endsOn: '2027-11-30', care };
}

/** A digest with this content. */
export function digest(of: LetterContent, locale: string): NoticeDigest {
  const lines = Array.from({ length: of.rows }, (_, index): NoticeDigestLine => {
    const what = (['term', 'care', 'evaluation'] as const)[index % 3]!;
    const customer = { id: 'acme-hotels', name: of.customer };
    const about = { what, order: of.number, customer, applicationName: of.application };
    return { ...about, capacity: 20 + index, unit: 'operators', endsOn: '2026-12-01', daysLeft: 29 };
  });
  const addresses = { choiceUrl: CHOICE_LINK, portalUrl: PORTAL };
  return { accountName: of.seller, lines, ...addresses, locale, brand: LETTER_BRAND };
}

const told = (url: string, locale: string) => ({
  ...{ url, locale, at: Date.UTC(2026, 10, 2, 9, 30), timeZone: 'Europe/Rome', brand: LETTER_BRAND },
});

/** Every e-mail that there is, by what it is called, with the address of its button. */
export const LETTERS: Record<
  string,
  { button: string; render: (of: LetterContent, locale: string) => Promise<ShownLetter> }
> = {
  delivery: { button: UNLOCK_LINK, render: (of, locale) => renderOrderMail(orderMail(of, locale)) },
  'delivery-direct': {
    button: UNLOCK_LINK,
    render: (of, locale) => renderOrderMail(orderMail(of, locale, { seller: null })),
  },
  'delivery-corrected': {
    button: UNLOCK_LINK,
    render: (of, locale) =>
      renderOrderMail(orderMail(of, locale, { isCorrection: true, distributorName: of.customer })),
  },
  digest: { button: `${PORTAL}/renewals`, render: (of, locale) => renderNoticeDigest(digest(of, locale)) },
  'sign-in': {
    button: `${PORTAL}/sign-in/link/${SECRET.slice(-43)}`,
    render: (_of, locale) =>
      renderSignInMail({ url: LETTERS['sign-in']!.button, code: 'K7QD-3MXP', locale, brand: LETTER_BRAND }),
  },
  proof: {
    button: `${PORTAL}/prove`,
    render: (_of, locale) =>
      renderProofMail({ url: `${PORTAL}/prove`, code: 'K7QD-3MXP', locale, brand: LETTER_BRAND }),
  },
  'passkey-added': {
    button: `${PORTAL}/passkeys`,
    render: ({ customer }, locale) =>
      renderPasskeyMail({ ...told(`${PORTAL}/passkeys`, locale), name: customer, what: 'passkeyAdded' }),
  },
  'passkey-removed': {
    button: `${PORTAL}/passkeys`,
    render: ({ customer }, locale) =>
      renderPasskeyMail({ ...told(`${PORTAL}/passkeys`, locale), name: customer, what: 'passkeyRemoved' }),
  },
  'new-device': {
    button: `${PORTAL}/not-me/${SECRET.slice(-43)}`,
    render: (_of, locale) =>
      renderNewDeviceMail({ ...told(LETTERS['new-device']!.button, locale), userAgent: 'Mozilla/5.0 Firefox/140.0' }),
  },
  'codes-tried': {
    button: `${PORTAL}/sign-in`,
    render: (_of, locale) => renderCodesTriedMail({ url: `${PORTAL}/sign-in`, locale, brand: LETTER_BRAND }),
  },
  invitation: {
    button: `${PORTAL}/sign-in`,
    render: ({ customer, seller }, locale) => {
      const names = { accountName: customer, invitedBy: seller };
      return renderInvitationMail({ ...names, url: `${PORTAL}/sign-in`, locale, brand: LETTER_BRAND });
    },
  },
  'machine-replaced': {
    button: `${PORTAL}/customers/acme-hotels/servers/srv_1`,
    render: ({ customer }, locale) => {
      const url = LETTERS['machine-replaced']!.button;
      return renderMachineReplacedMail({ server: customer, url, locale, brand: LETTER_BRAND });
    },
  },
  emergency: {
    button: `${PORTAL}/orders/EMG-acme-hotels-1`,
    render: ({ customer, application, seller }, locale) =>
      renderEmergencyMail({
        ...{ orderNumber: 'EMG-acme-hotels-1', customerName: customer, applicationName: application },
        ...{ capacity: 40, unit: 'operators', endsOn: '2026-12-01', reason: seller },
        ...{ url: LETTERS.emergency!.button, locale, brand: LETTER_BRAND },
      }),
  },
  'webhook-disabled': {
    button: `${PORTAL}/sign-in`,
    render: (_of, locale) =>
      renderWebhookDisabledMail({
        ...{ webhook: 'whk_1', host: 'hooks.northwind.example', because: 'nothing-taken' },
        ...{ url: `${PORTAL}/sign-in`, locale, brand: LETTER_BRAND },
      }),
  },
};
