import { writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { signalNotices } from '../../activities/tell-notices.ts';
import * as contract from '../../temporal/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/workflow/bench.ts';
import { liveOfEarlySignals, sayEarly } from './early-life.ts';
import { liveOfNotices } from './notices-life.ts';
import { liveOfReduction } from './reduced-life.ts';
import { liveOfServer } from './server-life.ts';
import { liveOfTerms } from './terms-life.ts';

/**
 * Records how today's workflows live, for `npm test` to replay for as long as such histories may be running: run it when
 * a workflow learns something new, under a new name, and keep the files there are.
 */
const label = process.argv[2];
if (!label || !/^[a-z0-9-]+$/.test(label)) {
  console.error('Give the recording a name of its own, such as: npm run histories -- 0002-renewals');
  process.exit(1);
}

await record(live);
await record(liveOfServer);
await record(liveOfTerms);
await record(liveOfNotices);
await record(liveOfReduction);
await record(liveOfEarlySignals, sayEarly);

/**
 * Lives on a server of its own, where time is skipped, and writes down every workflow that the life names; `before` it
 * lives, no worker runs.
 */
async function record(
  life: (bench: Bench) => Promise<string[]>,
  before?: (bench: Bench) => Promise<void>,
): Promise<void> {
  const bench = await openTimeSkippingBench();
  await before?.(bench);
  let mailsTried = 0;
  const published = new Map<string, unknown[]>();
  const keep = (workflowId: string, publication: unknown) => {
    published.set(workflowId, [...(published.get(workflowId) ?? []), structuredClone(publication)]);
  };
  const lived = await bench.withWorker(() => life(bench), {
    activities: {
      // A life can replace it while it goes on.
      readCandidates: (about) => bench.activities.readCandidates(about),
      async publishOrder(publication) {
        keep(contract.orderWorkflowId(publication.order.number), publication);
        await bench.activities.publishOrder(publication);
      },
      async publishServer(publication) {
        keep(contract.serverWorkflowId(publication.server.id), publication);
        await bench.activities.publishServer(publication);
      },
      async tellNotices(notice) {
        // The reseller has moved when the third line is told.
        const timeZone = notice.line === '3' ? 'Pacific/Auckland' : 'Europe/Rome';
        await signalNotices({ client: bench.env.client, taskQueue: bench.taskQueue }, { ...notice, timeZone });
      },
      // Resend does not answer at first, so that e-mails have workflows.
      async sendMail(mail) {
        if ((mailsTried += 1) === 1) throw new Error('no answer');
        return bench.activities.sendMail(mail);
      },
      async sendDigest(request) {
        keep(contract.noticesWorkflowId(request.account), request);
        const { outcome } = await bench.activities.sendDigest(request);
        return { outcome, left: request.notices.slice(2).map(({ order, seq }) => ({ order, seq })) };
      },
    },
  });
  for (const workflowId of lived) await save(bench, workflowId, published.get(workflowId) ?? []);
  await bench.stop();
}

/** A subscription that runs out, a perpetual license that stays, and a server that takes of both, activates and gives back. */
async function live(life: Bench): Promise<string[]> {
  const { workflow } = life.env.client;
  const at = await life.now();
  const day = (days: number) => new Date(at + days * 86_400_000).toISOString().slice(0, 10);
  await life.startOrder('SO-1', [
    sold({ license: 'subscription', startsOn: day(0), endsOn: day(120), care: { level: 'gold', endsOn: day(120) } }),
  ]);
  await life.startOrder('SO-2', [sold({ care: { level: 'basic', endsOn: day(60) } })]);
  for (const number of ['SO-1', 'SO-2']) {
    await workflow.getHandle(contract.orderWorkflowId(number)).signal(contract.unlockSignal, { at });
    await life.until(() => life.events(number).some((event) => event.type === 'unlocked'));
  }
  await life.startServer('srv_1');
  const server = workflow.getHandle(contract.serverWorkflowId('srv_1'));
  const capacity = { at, application: 'attendant-console', tokenKey: 'k1' };
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'x' } as const;
  const machine = { fingerprint: 'machine', publicKey, version: '2026.Autumn.1', hostname: null };
  await server.executeUpdate(contract.setCapacityUpdate, { args: [{ ...capacity, request: 'r1', capacity: 15 }] });
  await server.executeUpdate(contract.activateUpdate, { args: [{ at, request: 'r2', tokenVersion: 1, ...machine }] });
  await server.executeUpdate(contract.rotateUpdate, { args: [{ at, request: 'r3', tokenKey: 'k1', byVendor: true }] });
  await server.executeUpdate(contract.setCapacityUpdate, { args: [{ ...capacity, request: 'r4', capacity: 5 }] });
  await server.executeUpdate(contract.leaveUpdate, { args: [{ at, request: 'r5' }] });
  await server.executeUpdate(contract.setCapacityUpdate, { args: [{ ...capacity, request: 'r6', capacity: 0 }] });
  await server.executeUpdate(contract.retireUpdate, { args: [{ at, request: 'r7' }] });
  await server.result();
  await workflow.getHandle(contract.orderWorkflowId('SO-1')).result();
  return ['order/SO-1', 'order/SO-2', 'server/srv_1', 'mail/SO-1/1'];
}

/** Without stack traces, which name folders of the machine that recorded it. */
async function save(bench: Bench, workflowId: string, publications: unknown[]): Promise<void> {
  const history = await bench.env.client.workflow.getHandle(workflowId).fetchHistory();
  const file = new URL(`${label}-${workflowId.replaceAll('/', '-')}.json`, import.meta.url);
  const told = JSON.parse(historyToJSON(history), (key, value: unknown) => (key === 'stackTrace' ? '' : value)) as unknown;
  const recording = { workflowId, history: told, publications };
  writeFileSync(file, `${JSON.stringify(recording, null, 1)}\n`);
  console.log(`${workflowId}: ${history.events?.length} events`);
}
