import * as contract from '../../temporal/contract.ts';
import { sold, type Bench } from '../support/workflow/bench.ts';

/** A server that falls silent, says that it was updated, leaves with a rotated token and comes back, goes offline, returns what it held, goes offline again, is overridden, and is asked for more while it retires. */
export async function liveOfServer(life: Bench): Promise<string[]> {
  const { workflow } = life.env.client;
  const id = contract.serverWorkflowId('srv_2');
  const server = workflow.getHandle(id);
  let requests = 0;
  const request = async () => ({ at: await life.now(), request: `s${(requests += 1)}` });
  const setCapacity = async (capacity: number) => {
    const change = { application: 'attendant-console', tokenKey: 'k1', onlineOnly: false, capacity };
    await server.executeUpdate(contract.setCapacityUpdate, { args: [{ ...(await request()), ...change }] });
  };
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'y' } as const;
  const machine = { tokenVersion: 1, fingerprint: 'machine', publicKey, version: '2026.Autumn.1', hostname: null };
  const goOffline = async (requestHash: string) => {
    const { seq, shares } = await server.query(contract.serverQuery);
    const exchange = { document: `document of ${requestHash}`, requestHash, basedOn: seq, lines: shares, needOnline: [], response: 'signed' };
    await server.executeUpdate(contract.goOfflineUpdate, {
      args: [{ ...machine, ...exchange, ...(await request()) }],
    });
  };

  /** Retires the server; `meanwhile` happens while it asks its orders. */
  const retireBefore = async (meanwhile: () => Promise<void>) => {
    const read = life.activities.readCandidates.bind(life.activities);
    const asked = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    life.activities.readCandidates = async (about) => {
      asked.resolve();
      await done.promise;
      return read(about);
    };
    const retired = server.executeUpdate(contract.retireUpdate, { args: [await request()] });
    await asked.promise;
    await meanwhile();
    done.resolve();
    await retired;
  };

  await life.startOrder('SO-3', [sold()]);
  await workflow.getHandle(contract.orderWorkflowId('SO-3')).signal(contract.unlockSignal, { at: await life.now() });
  await life.until(() => life.events('SO-3').some((event) => event.type === 'unlocked'));
  await life.startServer('srv_2');
  await setCapacity(5);
  await server.executeUpdate(contract.activateUpdate, { args: [{ ...machine, ...(await request()) }] });
  await life.env.sleep('20 days');
  machine.version = '2026.Autumn.2';
  await server.executeUpdate(contract.activateUpdate, { args: [{ ...machine, ...(await request()) }] });
  await life.env.sleep('10 days');
  const rotation = { ...(await request()), tokenKey: 'k2', byVendor: true };
  await server.executeUpdate(contract.rotateUpdate, { args: [rotation] });
  machine.tokenVersion = 2;
  await server.executeUpdate(contract.leaveUpdate, { args: [await request()] });
  await server.executeUpdate(contract.activateUpdate, { args: [{ ...machine, ...(await request()) }] });
  await goOffline('request 1');
  await setCapacity(6);
  await life.env.sleep('30 days');
  const returned = { document: 'document of request 1' };
  await server.executeUpdate(contract.returnUpdate, { args: [{ ...(await request()), ...returned }] });
  await goOffline('request 2');
  await server.executeUpdate(contract.overrideUpdate, { args: [{ ...(await request()), reason: 'burned down' }] });
  await setCapacity(0);
  await retireBefore(async () => {
    const change = { ...(await request()), application: 'attendant-console', tokenKey: 'k2', onlineOnly: false, capacity: 4 };
    await server.startUpdate(contract.setCapacityUpdate, { args: [change], waitForStage: 'ACCEPTED' });
  });
  await server.result();
  return [id];
}
