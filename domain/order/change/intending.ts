import { refuseWhenOver } from '../line/capacity.ts';
import type { IntentStatement } from '../facts.ts';
import { aboutLine, livingLineNamed } from '../line/lines.ts';
import type { Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';

/**
 * What the seller means to do when a line ends; it changes no right. The same again changes nothing.
 * Refusals: LINE_UNKNOWN, LINE_CANCELED, ORDER_CANCELED, ORDER_ENDED.
 */
export function stateIntent(order: Order, statement: IntentStatement): OrderEvent[] {
  const { line: id, reference, contentHash, intent, capacity } = statement;
  refuseWhenOver(order);
  const line = livingLineNamed(order, id);
  const known = order.intents.find((intent) => intent.line === id);
  const isKnown = intent === null ? !known : known?.contentHash === contentHash;
  return isKnown ? [] : [{ type: 'intent-stated', ...aboutLine(line), reference, contentHash, intent, capacity }];
}

/** The order after its seller said what it means to do with a line. */
export function evolveIntent(order: Order, event: RecordedOrderEvent & { type: 'intent-stated' }): Order {
  const { line, intent, capacity, reference, contentHash, at, by = null } = event;
  const others = order.intents.filter((other) => other.line !== line);
  const stated = intent === null ? [] : [{ line, intent, capacity, reference, contentHash, statedAt: at, by }];
  return { ...order, isChanged: true, intents: [...others, ...stated] };
}
