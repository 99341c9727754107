import type Type from 'typebox';
import type { BatchKind } from '../../domain/batches.ts';
import { isShowable } from '../../domain/text/text.ts';
import type { ReadItem } from '../../services/batches/receiving.ts';
import { keepable } from '../../services/input.ts';
import { invalid, ProblemError } from '../../services/problems/problems.ts';
import { toInputError, type Failure } from '../hooks/errors.ts';
import { Closed, Id } from '../schemas/common.ts';
import { Cancellation, Expansion, Renewal } from '../schemas/orders/order-facts.ts';
import { PostedOrder } from '../schemas/orders/orders.ts';
import { createValidatorCompiler } from '../validation.ts';

const ofOrder = <Properties extends Type.TProperties>({ properties }: Type.TObject<Properties>) =>
  Closed({ order: Id, ...properties });

/** An item of each kind: the body of its own call, of a fact with the order that it is about. */
export const ITEMS = {
  orders: PostedOrder,
  renewals: ofOrder(Renewal),
  expansions: ofOrder(Expansion),
  cancellations: ofOrder(Cancellation),
} satisfies Record<BatchKind, Type.TSchema>;

const LONGEST_ORDER = 80;

type Check = (value: unknown) => boolean | { error?: unknown };

/** Reads items of batches by the schemas of their own calls. */
export function createReadItems() {
  const compile = createValidatorCompiler();
  const checks = new Map<BatchKind, Check>();

  function checkOf(kind: BatchKind): Check {
    const known = checks.get(kind) ?? (compile({ schema: ITEMS[kind] } as never) as Check);
    checks.set(kind, known);
    return known;
  }

  /** An item as its call would take it, or with what that would answer to it; `make` may throw that as well. */
  return function readItem(kind: BatchKind, make: () => unknown): ReadItem {
    let value: unknown;
    try {
      value = make();
      const content = keepable(value);
      const checked = checkOf(kind)(content);
      if (typeof checked === 'object' && checked.error)
        throw invalid((checked.error as Failure[]).map((failure) => toInputError(failure, 'body')));
      return { order: orderOf(kind, content)!, content };
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      return { order: orderOf(kind, value), problem };
    }
  };
}

/** Which order an item is about; null where it does not say so. */
function orderOf(kind: BatchKind, value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  const order = (value as Record<string, unknown>)[kind === 'orders' ? 'number' : 'order'];
  return typeof order === 'string' && order.length <= LONGEST_ORDER && isShowable(order) ? order : null;
}
