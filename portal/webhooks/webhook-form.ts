import { EVENT_TYPES, type EventType } from '../../domain/journal.ts';
import type { AccountTexts } from '../../languages/texts/account.ts';
import type { PostedWebhook, WebhookView } from '../../services/webhooks/webhooks.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import type { FormBody } from '../form.ts';

/** What stands in the fields of the form; no type is all of them. */
export type TypedWebhook = {
  url: string;
  description: string;
  types: readonly EventType[];
  request: string | undefined;
};

/** What is wrong, in the reader's words, by field; `title` where it is none of them. */
export type WrongWebhook = Partial<Record<'url' | 'description' | 'title', string>>;

export const EMPTY_WEBHOOK: TypedWebhook = { url: '', description: '', types: [], request: undefined };

/** The name of the field that has events of a type delivered. */
export const fieldOf = (type: EventType) => `type:${type}`;

export function asTyped({ url, description, types }: WebhookView): TypedWebhook {
  return { url, description: description ?? '', types: types ?? [], request: undefined };
}

export function readWebhook(form: FormBody): TypedWebhook {
  const types = EVENT_TYPES.filter((type) => form[fieldOf(type)] === 'yes');
  return { url: form.url ?? '', description: form.description ?? '', types, request: form.request };
}

/** The body that the API would take. */
export function asPosted({ url, description, types }: TypedWebhook): Required<PostedWebhook> {
  return { url, description: description || null, types: types.length > 0 ? [...types] : null };
}

/** Why the service refused what was typed. Throws again what is nothing of the kind. */
export function wrongWith(error: unknown, { webhooks }: AccountTexts): WrongWebhook {
  const said = webhooks.wrong;
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'TOO_MANY_WEBHOOKS') return { title: said.tooMany };
  if (error.code === 'CHANGED_MEANWHILE') return { title: said.changed };
  if (error.code !== 'INVALID_REQUEST') throw error;
  const isOfText = (error.about.errors ?? []).some(({ pointer }) => pointer === '/description');
  return isOfText ? { description: said.description } : { url: said.url };
}
