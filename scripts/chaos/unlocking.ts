import type { Client } from './client.ts';
import type { PlannedLife, PlannedOrder } from './plan.ts';

export type Mail = { id: string; to: string[]; html: string; tags: { name: string; value: string }[] };

/** Posts an order as the vendor's ERP does. */
export async function place(client: Client, life: PlannedLife, { number, sold }: PlannedOrder): Promise<void> {
  await client.change('POST', '/v1/orders', `place-${number}`, {
    number,
    customer: { id: life.customer, name: `Customer ${life.customer}`, email: `it@${life.customer}.example` },
    reseller: { id: life.reseller, name: `Reseller ${life.reseller}`, email: recipientOf(life) },
    lines: [
      { application: 'digital-fax', capacity: sold['digital-fax'], license: 'perpetual' },
      {
        ...{ application: 'call-recording', capacity: sold['call-recording'], license: 'subscription' },
        endsOn: '2099-12-31',
      },
    ],
  });
}

export function recipientOf({ reseller }: Pick<PlannedLife, 'reseller'>): string {
  return `orders@${reseller}.example`;
}

/** Every e-mail of the development mailbox about an order. */
export async function mailsAbout(client: Client, number: string): Promise<Mail[]> {
  const { items } = await client.read<{ items: Mail[] }>('/dev/outbox.json');
  return items.filter(({ tags }) => tags.some(({ name, value }) => name === 'order' && value === number));
}

/** Reads the order's e-mail and presses its button as a person does; resolves when the order is unlocked. */
export async function unlockByMail(client: Client, number: string): Promise<void> {
  const mail = await client.until(`an e-mail about ${number}`, async () => (await mailsAbout(client, number))[0]);
  const path = /\/unlock\/[A-Za-z0-9._~-]+/.exec(mail.html)?.[0];
  if (!path) throw new Error(`The e-mail about ${number} has no unlock link`);
  const page = await client.send(path);
  if (page.status !== 200) throw new Error(`The unlock page of ${number} was answered ${page.status}`);
  const pressed = await client.send(path, { method: 'POST' });
  if (pressed.status !== 303) throw new Error(`The unlock button of ${number} was answered ${pressed.status}`);
  await untilUnlocked(client, number);
}

/** Resolves when the order says that it is unlocked; what it has can be assigned from then on. */
export async function untilUnlocked(client: Client, number: string): Promise<void> {
  await client.until(`an unlocked delivery of ${number}`, async () => {
    const order = await client.read<{ deliveries: { unlockedAt: string | null }[] }>(`/v1/orders/${number}`);
    return order.deliveries[0]?.unlockedAt;
  });
}
