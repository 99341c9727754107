import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { QueryDefinition } from '@temporalio/common';
import type { Recorded } from '../../domain/recorded.ts';
import { within } from '../../temporal/calls.ts';
import { CONTENT_HASH, type Told } from '../../temporal/contract.ts';

/** A workflow that Temporal knows; `contentHash` is of what an order was posted as, where its start noted that. */
export type Listed = { isOpen: boolean; contentHash: string | null };

type TellingQuery<Answer> = QueryDefinition<Answer, [number]>;

const ANSWER_WITHIN_MS = 20_000;
const OPEN = 'RUNNING';
/** gRPC's code for what is not there. */
const NOT_FOUND = 5;

/** The workflows of a kind that Temporal knows, open or closed, by what follows their kind in their ids. */
export async function listWorkflows(client: Client, kind: string): Promise<Map<string, Listed>> {
  const listed = new Map<string, Listed>();
  const query = `WorkflowType = '${kind}' AND ExecutionStatus != 'ContinuedAsNew'`;
  for await (const { workflowId, status, memo } of client.workflow.list({ query })) {
    const id = workflowId.slice(kind.length + 1);
    const isOpen = status.name === OPEN || listed.get(id)?.isOpen === true;
    const hash = memo?.[CONTENT_HASH];
    listed.set(id, { isOpen, contentHash: typeof hash === 'string' ? hash : null });
  }
  return listed;
}

/** Whether a workflow is open at this moment: what is listed may be behind. */
export async function isOpenNow(client: Client, workflowId: string): Promise<boolean> {
  return (await statusNow(client, workflowId)) === OPEN;
}

/** Whether Temporal knows a workflow at this moment, open or closed. */
export async function isKnownNow(client: Client, workflowId: string): Promise<boolean> {
  return (await statusNow(client, workflowId)) !== null;
}

async function statusNow(client: Client, workflowId: string): Promise<string | null> {
  try {
    const { status } = await within(client, ANSWER_WITHIN_MS, () => client.workflow.getHandle(workflowId).describe());
    return status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Asks a stream of itself, and for its events behind a place: those that its run lacks by former runs, as far back as Temporal has them. */
export async function askTold<Answer extends Told<Recorded<{ type: string }>>>(
  client: Client,
  workflowId: string,
  query: TellingQuery<Answer>,
  place: number,
): Promise<Answer> {
  const ask = (behind: number, runId?: string) =>
    within(client, ANSWER_WITHIN_MS, () => client.workflow.getHandle(workflowId, runId).query(query, behind));
  const newest = await ask(place);
  const events = [...newest.events];
  while (events.length > 0 && events.at(-1)!.seq < newest.publishedTo) {
    const more = (await ask(events.at(-1)!.seq)).events;
    if (more.length === 0) break;
    events.push(...more);
  }
  let first = events[0]?.seq ?? newest.publishedTo + 1;
  const formerOf = async (run?: string) => (first > place + 1 ? formerRun(client, workflowId, run) : null);
  for (let run = await formerOf(); run !== null; run = await formerOf(run)) {
    const former: Answer['events'] = [];
    for (let behind = place; ;) {
      const { events: some } = await ask(behind, run);
      former.push(...some.filter(({ seq }) => seq < first));
      if (some.length === 0 || some.at(-1)!.seq >= first - 1) break;
      behind = some.at(-1)!.seq;
    }
    events.unshift(...former);
    first = former[0]?.seq ?? first;
  }
  return { ...newest, events };
}

/** What the first run of a workflow says; null where Temporal has forgotten it. */
export async function askFirstRun<Answer>(
  client: Client,
  workflowId: string,
  query: TellingQuery<Answer>,
): Promise<Answer | null> {
  const { firstExecutionRunId: run } = (await beginning(client, workflowId)) ?? {};
  if (!run) return null;
  try {
    return await within(client, ANSWER_WITHIN_MS, () =>
      client.workflow.getHandle(workflowId, run).query(query, Number.MAX_SAFE_INTEGER),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function formerRun(client: Client, workflowId: string, runId?: string): Promise<string | null> {
  return (await beginning(client, workflowId, runId))?.continuedExecutionRunId || null;
}

/** How a run began; null where Temporal has forgotten it. */
async function beginning(client: Client, workflowId: string, runId?: string) {
  const { namespace } = client.options;
  const execution = { workflowId, ...(runId && { runId }) };
  try {
    const { history } = await within(client, ANSWER_WITHIN_MS, () =>
      client.workflowService.getWorkflowExecutionHistory({ namespace, execution, maximumPageSize: 1 }),
    );
    return history?.events?.[0]?.workflowExecutionStartedEventAttributes ?? null;
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === NOT_FOUND) return null;
    throw error;
  }
}
