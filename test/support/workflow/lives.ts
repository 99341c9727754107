import {
  activateUpdate,
  orderWorkflowId,
  serverWorkflowId,
  setCapacityUpdate,
  unlockSignal,
} from '../../../temporal/contract.ts';
import { sold, type Bench } from './bench.ts';

/** What people and AppSuites do with the workflows of a bench. */
export function createLives(bench: Bench) {
  const { workflow } = bench.env.client;
  const order = (number: string) => workflow.getHandle(orderWorkflowId(number));
  const server = (id: string) => workflow.getHandle(serverWorkflowId(id));

  async function unlock(number: string): Promise<void> {
    await order(number).signal(unlockSignal, { at: await bench.now() });
  }

  async function assign(id: string, application: string, capacity: number): Promise<void> {
    const change = { at: await bench.now(), request: `assign ${capacity}`, application, capacity, tokenKey: 'k1' };
    await server(id).executeUpdate(setCapacityUpdate, { args: [change] });
  }

  /** Activates a server on a machine of its own; answers when, in epoch milliseconds. */
  async function activate(id: string): Promise<number> {
    const publicKey = { kty: 'OKP', crv: 'Ed25519', x: id } as const;
    const machine = { fingerprint: id, publicKey, version: '2026.Autumn.1', hostname: null };
    const at = await bench.now();
    await server(id).executeUpdate(activateUpdate, {
      args: [{ at, request: 'activate', tokenVersion: 1, ...machine }],
    });
    return at;
  }

  return {
    order,
    server,
    unlock,

    /** An activated server that holds one unit of a new order; answers when it was activated, in epoch milliseconds. */
    async anActivatedServer(id: string, number: string, application = 'attendant-console'): Promise<number> {
      await bench.startOrder(number, [sold({ application })]);
      await unlock(number);
      await bench.until(() => bench.events(number).some(({ type }) => type === 'unlocked'));
      await bench.startServer(id);
      await assign(id, application, 1);
      return activate(id);
    },
  };
}
