import { writeFileSync } from 'node:fs';
import { Context } from '@temporalio/activity';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { signalNotices } from '../../activities/tell-notices.ts';
import * as contract from '../../temporal/contract.ts';
import { openTimeSkippingBench, type Bench } from '../support/workflow/bench.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { liveOfBatch, liveOfLongBatch, type Walks } from './batch-life.ts';
import { liveOfEarlySignals, sayEarly } from './early-life.ts';
import { liveOfEvaluation } from './evaluation-life.ts';
import { liveOfEditions } from './editions-life.ts';
import { liveOfEndings } from './endings-life.ts';
import { liveOfNotices } from './notices-life.ts';
import { liveOfPlaces } from './places-life.ts';
import { liveOfReduction } from './reduced-life.ts';
import { liveOfServer } from './server-life.ts';
import { liveOfStandby } from './standby-life.ts';
import { liveOfTerms } from './terms-life.ts';
import { liveOfWebhook, turnsOfWebhook } from './webhook-life.ts';

/**
 * Records how today's workflows live, for `npm test` to replay for as long as such histories may be running: run it when
 * a workflow learns something new, under a new name, and keep the files there are.
 */
const label = process.argv[2];
if (!label || !/^[a-z0-9-]+$/.test(label)) {
  console.error('Give the recording a name of its own, such as: npm run histories -- 0002-transfers');
  process.exit(1);
}

const walks: Walks = [];

await record(liveOfServer);
await record(liveOfStandby);
await record(liveOfTerms);
await record(liveOfNotices);
await record(liveOfReduction);
await record(liveOfEvaluation);
await record(liveOfEndings);
await record(liveOfEditions);
await record(liveOfPlaces);
await record(liveOfWebhook);
await record(liveOfEarlySignals, sayEarly);
await record((bench) => liveOfBatch(bench, walks));
await record((bench) => liveOfLongBatch(bench, walks));

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
  const published = new Map<string, { runId: string; publications: unknown[] }>();
  // A history is that of the last run.
  const keep = (workflowId: string, publication: unknown) => {
    const { runId } = Context.current().info.workflowExecution!;
    const before = published.get(workflowId);
    const publications = before?.runId === runId ? before.publications : [];
    published.set(workflowId, { runId, publications: [...publications, structuredClone(publication)] });
  };
  const lived = await bench.withWorker(() => life(bench), {
    delivering: turnsOfWebhook(bench),
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
      async walkBatch() {
        for (;;) {
          const walk = walks.shift();
          if (walk) return walk;
          await pause(5);
        }
      },
      async showBatch(shown) {
        keep(contract.batchWorkflowId(shown.batch), shown);
        await bench.activities.showBatch(shown);
      },
      async sendDigest(request) {
        keep(contract.noticesWorkflowId(request.account), request);
        const { outcome } = await bench.activities.sendDigest(request);
        return { outcome, left: request.notices.slice(2).map(({ order, seq }) => ({ order, seq })) };
      },
    },
  });
  for (const workflowId of lived) await save(bench, workflowId, published.get(workflowId)?.publications ?? []);
  await bench.stop();
}

/** Writes an event or a publication a line, so that a change of one shows as one; without stack traces, which name folders of this machine. */
async function save(bench: Bench, workflowId: string, publications: unknown[]): Promise<void> {
  const history = await bench.env.client.workflow.getHandle(workflowId).fetchHistory();
  const told = JSON.parse(historyToJSON(history), (key, value: unknown) => (key === 'stackTrace' ? '' : value)) as {
    events: unknown[];
  };
  const file = new URL(`${label}-${workflowId.replaceAll('/', '-')}.json`, import.meta.url);
  const list = (items: unknown[]) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const recording = `"workflowId": ${JSON.stringify(workflowId)},\n"history": {"events": ${list(told.events)}},\n"publications": ${list(publications)}`;
  writeFileSync(file, `{\n${recording}\n}\n`);
  console.log(`${workflowId}: ${told.events.length} events`);
}
