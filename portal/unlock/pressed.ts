import type { FastifyRequest } from 'fastify';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';

/** Which edition of the delivery stood on the page whose button was pressed; nothing where the form does not say. */
export function shownIn(request: FastifyRequest): { edition?: number } {
  const edition = Number(readForm(request).edition);
  return Number.isSafeInteger(edition) && edition >= 1 ? { edition } : {};
}

/** What the page is asked to say after an unlock, as the query of its address. An order that is over takes none: its page says why. */
export async function outcomeOf(unlocking: Promise<{ applied: boolean }>): Promise<'' | '?taken'> {
  try {
    return (await unlocking).applied ? '' : '?taken';
  } catch (error) {
    if (['ORDER_CANCELED', 'ORDER_ENDED'].includes(codeOf(error))) return '';
    throw error;
  }
}
