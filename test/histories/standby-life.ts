import * as contract from '../../temporal/contract.ts';
import type { Bench } from '../support/workflow/bench.ts';

/** A server that is made a standby when it is registered, activates without holding anything, stands by for another one, and for nobody, and retires. */
export async function liveOfStandby(life: Bench): Promise<string[]> {
  const { workflow } = life.env.client;
  const id = contract.serverWorkflowId('srv_5');
  const server = workflow.getHandle(id);
  let requests = 0;
  const request = async () => ({ at: await life.now(), request: `s${(requests += 1)}` });
  const change = async (standbyFor: string | null) =>
    server.executeUpdate(contract.changeUpdate, { args: [{ ...(await request()), standbyFor, tokenKey: 'k1' }] });
  await life.startServer('srv_5', { role: 'redundancy', standby: { standbyFor: 'srv_2', tokenKey: 'k1' } });
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'y' } as const;
  const machine = { tokenVersion: 1, fingerprint: 'machine', publicKey, version: '2026.Autumn.1', hostname: null };
  await server.executeUpdate(contract.activateUpdate, { args: [{ ...machine, ...(await request()) }] });
  await life.env.sleep('10 days');
  await change('srv_3');
  await change(null);
  await server.executeUpdate(contract.retireUpdate, { args: [await request()] });
  await server.result();
  return [id];
}
