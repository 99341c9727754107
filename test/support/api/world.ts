import type { Role } from '../../../domain/people/permissions.ts';
import { startWorker, type ApiChanges } from './api.ts';
import { signInAs } from './people.ts';
import { openSite, type TestSite } from '../portal/site.ts';
import { until } from '../until.ts';

/** `http`, as the browsers of tests know no certificate: cookies are then not bound to HTTPS. */
const PUBLIC_URL = 'http://127.0.0.1:3000';

export type World = TestSite & {
  /** Signs somebody in as a member of an account: the `cookie` header of their browser. */
  signIn: (account: string, role?: Role) => Promise<string>;
  /** Posts an order with the vendor's key, and waits until its workflow has delivered it. */
  deliver: (order: { number: string }) => Promise<void>;
  /** Waits until something is so. */
  until: (isSo: () => Promise<boolean>) => Promise<void>;
};

/** API, portal and a worker on real parts, as people and an ERP meet them. */
export async function openWorld(changes: ApiChanges = {}): Promise<World> {
  const api = await openSite({ publicUrl: PUBLIC_URL, mailbox: true, ...changes });
  const worker = await startWorker(api);
  return {
    ...api,
    until,
    async signIn(account, role = 'administrator') {
      const { cookie } = await signInAs(api.database.orm.em.fork(), account, { role, publicUrl: PUBLIC_URL });
      return cookie;
    },
    async deliver(order) {
      const { status, body } = await api.call('POST', '/v1/orders', order);
      if (status !== 201) throw new Error(`The order was not taken: ${JSON.stringify(body)}`);
      await until(async () => (await api.call('GET', `/v1/orders/${order.number}/events`)).body.items.length > 0);
    },
    async close() {
      await worker.stop();
      await api.close();
    },
  };
}

/** The body of an answer; one that is not the one hoped for fails the test that asked. */
export async function answered(world: Pick<World, 'call'>, ...asked: Parameters<World['call']>) {
  const answer = await world.call(...asked);
  if (answer.status >= 300) throw new Error(`${asked[0]} ${asked[1]}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
