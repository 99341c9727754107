import { evolve } from '../../domain/order/evolve.ts';
import { handle, handleFact, passTime } from '../../domain/order/handle.ts';
import { candidatesOf } from '../../domain/server/candidates.ts';
import { gives, ordersToAsk, sharesAfter } from '../../domain/server/changing.ts';
import { handle as handleServer } from '../../domain/server/handle.ts';
import { createMessages } from '../../workflows/messages.ts';

/** What is explored: the product's own functions, or the same with a bug planted into one of them. */
export type Rules = typeof RULES;

export const RULES = {
  evolve,
  handle,
  handleFact,
  passTime,
  candidatesOf,
  sharesAfter,
  ordersToAsk,
  gives,
  handleServer,
  createMessages,
};
