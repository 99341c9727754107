import { digestMailId, mailWorkflowId } from '../temporal/contract.ts';

/** As Resend takes tags, and reports them: a list, or an object. */
export type Tag = { name: string; value: string };

/** Resend's tags know letters, digits, dashes and underscores: every other character becomes an underscore and its code. */
export function writeTags(tags: Record<string, string>): Tag[] {
  return Object.entries(tags).map(([name, value]) => ({
    name,
    value: value.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`),
  }));
}

/** The e-mail's own id, by the tags that it was sent with: it is known also where Resend's answer never arrived. */
export function idByTags(sent: Tag[] | Record<string, string>): string | null {
  const entries = Array.isArray(sent) ? sent.map(({ name, value }) => [name, value] as const) : Object.entries(sent);
  const { order, delivery, edition, copy, account, day } = Object.fromEntries(
    entries.map(([name, value]) => [name, readTag(value)]),
  ) as Record<string, string | undefined>;
  if (order && delivery) return mailWorkflowId(order, delivery, Number(copy ?? 1), Number(edition ?? 1));
  return account && day ? digestMailId(account, day) : null;
}

function readTag(value: string): string {
  return value.replace(/_([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
