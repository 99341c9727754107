import { derive, keyNamed, type NamedKey } from './named-keys.ts';

/** Which secret of a webhook: its version, and the name of the key that it is derived with. */
export type WebhookSecret = { version: number; key: string };

const PREFIX = 'whsec_';

/** What signs the messages of a webhook: 256 bits, derived, so that they are stored nowhere. Fails when the key they are derived with is missing. */
export function webhookSecret(
  keys: readonly NamedKey[],
  webhook: string,
  { version, key: name }: WebhookSecret,
): string {
  const key = keyNamed(keys, name);
  if (!key)
    throw new Error(`SECRET_KEYS lacks the key ${name}, which secrets of webhooks are derived with: add it back`);
  return `${PREFIX}${derive(key, 'webhook-secret', [webhook, version]).toString('base64')}`;
}
