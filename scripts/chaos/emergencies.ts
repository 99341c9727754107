import { codeOf, type Client } from './client.ts';
import { mailsAbout } from './unlocking.ts';

/** As many as a customer may declare in a year. */
const MOST = 2;

/** Declares as many emergencies as a customer may, each twice at once by the same request, and answers the orders' numbers. */
export async function declareEmergencies(client: Client, customer: string, application: string): Promise<string[]> {
  const numbers: string[] = [];
  const path = `/v1/accounts/${customer}/emergencies`;
  const asked = { application, capacity: 1, reason: 'everything is killed' };
  for (let place = 1; place <= MOST; place += 1) {
    const declare = () => client.change<{ number: string }>('POST', path, `emergency-${customer}-${place}`, asked);
    numbers.push(...(await Promise.all([declare(), declare()])).map(({ number }) => number));
  }
  const more = await client.call('POST', path, `emergency-${customer}-more`, asked);
  if (codeOf(more) !== 'EMERGENCIES_USED_UP')
    throw new Error(`One emergency more of ${customer} was answered ${more.status}: ${more.text}`);
  return numbers;
}

/** What of a customer's emergencies is not there once: its order, delivered and unlocked, and the vendor's e-mail. */
export async function emergencyViolations(client: Client, customer: string, numbers: string[]): Promise<string[]> {
  const listed = await client.readAll<{ order: string }>(`/v1/accounts/${customer}/emergencies`);
  const orders = listed.map(({ order }) => order).sort();
  const answered = [...new Set(numbers)].sort();
  const found =
    orders.length === MOST && orders.join() === answered.join()
      ? []
      : [`${customer}: ${MOST} emergencies were answered as ${answered.join()} and are ${orders.join()}`];
  for (const order of orders) {
    const events = await client.readAll<{ type: string }>(`/v1/orders/${order}/events`);
    for (const type of ['delivered', 'unlocked']) {
      const times = events.filter((event) => event.type === type).length;
      if (times !== 1) found.push(`${order}: ${type} ${times} times`);
    }
    const mails = await mailsAbout(client, order);
    if (mails.length !== 1) found.push(`${order}: the vendor got ${mails.length} e-mails`);
  }
  return found;
}
