import { deliver, inDays, newOrder, readOrder, type Order } from './chapters.ts';
import type { Cloud } from './cloud.ts';

type Preview = { events: { type: string }[] };

/** An order as a busy day brings it: for the wrong number of operators, with rooms that the customer only tries. */
function wrongOrder(number: string) {
  const order = newOrder(number);
  const trial = { application: 'hotel-services', capacity: 40, license: 'evaluation', endsOn: inDays(60) };
  return { ...order, lines: [{ ...order.lines[0]!, capacity: 200 }, ...order.lines.slice(1), trial] };
}

/**
 * A second order, changed as business changes it: ordered wrong and amended, unlocked, reduced for next year, one line
 * canceled, and an evaluation bought. `tell` shows the order after each step.
 */
export async function liveCorrected(
  cloud: Cloud,
  number: string,
  tell: (what: string) => Promise<void>,
): Promise<void> {
  const address = `/v1/orders/${number}`;
  const wrong = wrongOrder(number);
  await deliver(cloud, number, wrong);
  await tell('Another order came in, for 200 operators. It should have been 20.');

  const lines = [{ ...wrong.lines[0]!, capacity: 20 }, ...wrong.lines.slice(1)];
  await cloud.api('POST', `${address}/amendments`, { reference: 'AM-1', lines, purchaseOrder: 'PO-4711' });
  await shows(cloud, number, 'amended lines', ({ lines: [first] }) => first?.locked === 20);
  await tell(
    'The ERP amended it, and named the buyer’s own number. The link of the first e-mail unlocks nothing any more.',
  );

  await cloud.api('POST', `${address}/unlock`);
  const { lines: unlocked } = await shows(cloud, number, 'unlocked order', ({ stage }) => stage === 'unlocked');
  const [operators, fax, rooms] = unlocked.map(({ id }) => id);
  await tell('The vendor unlocked it, before the corrected e-mail had left.');

  const renewal = { reference: 'REN-1', endsOn: inDays(729), lines: [{ line: operators, capacity: 15 }] };
  const preview = await cloud.api<Preview>('POST', `${address}/renewals?preview=true`, renewal);
  await cloud.api('POST', `${address}/renewals`, renewal);
  await shows(cloud, number, 'planned reduction', ({ lines: [first] }) => first?.planned[0]?.capacity === 15);
  const foretold = preview.events.map(({ type }) => type).join(', ');
  await tell(
    `It was renewed with 15 operators from the next term on; 20 stay until then. The preview had said: ${foretold}.`,
  );

  await cloud.api('POST', `${address}/cancellation`, { reference: 'CAN-1', reason: 'Not needed', lines: [fax] });
  await shows(cloud, number, 'canceled line', ({ lines: [, second] }) => second?.state === 'canceled');
  await tell('The fax line was canceled; for 14 days that can be taken back.');

  const bought = { reference: 'CON-1', line: rooms, license: 'subscription', endsOn: inDays(364) };
  await cloud.api('POST', `${address}/conversions`, bought);
  await shows(cloud, number, 'converted line', ({ lines: [, , third] }) => third?.license === 'subscription');
  await tell('The customer bought what it had tried: the same line, now a subscription.');
}

async function shows(cloud: Cloud, number: string, what: string, isSo: (order: Order) => boolean): Promise<Order> {
  return cloud.eventually(what, async () => {
    const order = await readOrder(cloud, number);
    return isSo(order) ? order : undefined;
  });
}
