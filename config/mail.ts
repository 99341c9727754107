import { readUrl, type Settings } from './settings.ts';

/** `mailbox` says that mail goes to the development mailbox; `baseUrl` undefined is Resend's own; without `webhookSecret` no reports are taken. */
export type MailConfig = {
  apiKey: string;
  baseUrl: string | undefined;
  from: string;
  mailbox: boolean;
  webhookSecret: string | null;
};

/** How e-mail is sent: in production a key and a sender are required, or the mailbox has to be asked for. */
export function readMail(settings: Settings, production: boolean, publicUrl: string): MailConfig {
  const { text, mistake } = settings;
  const apiKey = text('RESEND_API_KEY');
  const from = text('MAIL_FROM');
  const asked = text('MAILBOX');
  const baseUrl = readUrl(settings, 'RESEND_BASE_URL');
  if (asked && asked !== 'development') mistake(`MAILBOX is "${asked}": set it to development, or not at all.`);
  if (asked && apiKey) mistake('RESEND_API_KEY and MAILBOX exclude each other: remove the one that is not meant.');
  if (production && !apiKey && !asked) {
    mistake('RESEND_API_KEY is missing: set it, or MAILBOX=development to send no mail and show it at /dev/outbox.');
  }
  if (production && apiKey && !from) {
    mistake('MAIL_FROM is missing: set it like Licensing <licensing@example.com>, in a domain verified at Resend.');
  }
  return {
    apiKey: apiKey ?? 're_development',
    baseUrl: baseUrl ?? (apiKey ? undefined : `${publicUrl}/dev/resend`),
    from: from ?? 'Cloud Licensing <licensing@cloud-licensing.example>',
    mailbox: !apiKey,
    webhookSecret: readWebhookSecret(settings),
  };
}

function readWebhookSecret({ text, mistake }: Settings): string | null {
  const value = text('RESEND_WEBHOOK_SECRET');
  if (value && !/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(value))
    mistake(
      'RESEND_WEBHOOK_SECRET is none: copy the signing secret, which begins with whsec_, from the webhook at Resend.',
    );
  return value ?? null;
}
