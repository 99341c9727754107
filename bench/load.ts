import type { Installation } from './installation.ts';

export const AT_A_TIME = 32;

/** Runs something that many times, with its index from 0, so many of them at any moment. */
export async function manyAtATime(
  times: number,
  run: (index: number) => Promise<unknown>,
  atATime = AT_A_TIME,
): Promise<void> {
  let next = 0;
  const runInTurn = async () => {
    while (next < times) await run(next++);
  };
  await Promise.all(Array.from({ length: atATime }, runInTurn));
}

type Api = Pick<Installation, 'apiUrl' | 'apiKey'>;

/** Places an order of two lines. Every order is of a customer that is new, so that accounts are made too. */
export async function placeOrder({ apiUrl, apiKey }: Api, number: string): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify(order(number));
  const response = await fetch(`${apiUrl}/v1/orders`, { method: 'POST', headers, body });
  const answer = await response.text();
  // What a busy machine did not take in time is sent again, as the answer says.
  if (response.status === 503) return placeOrder({ apiUrl, apiKey }, number);
  if (![200, 201].includes(response.status)) throw new Error(`An order was not taken (${response.status}): ${answer}`);
}

/** What is placed. */
export function order(number: string) {
  const party = (id: string) => ({ id, name: `Company ${id}`, email: `${id}@example.com` });
  return {
    number,
    customer: { ...party(`customer-${number}`), timeZone: 'Europe/Rome', locale: 'en' },
    reseller: party('bench-reseller'),
    lines: [
      { application: 'attendant-console', capacity: 20, license: 'subscription', endsOn: '2099-11-30' },
      { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { level: 'gold', endsOn: '2099-11-30' } },
    ],
  };
}
