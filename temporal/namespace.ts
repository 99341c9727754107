import { setTimeout as wait } from 'node:timers/promises';
import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { CLI_ATTRIBUTES, numbered, SEARCH_ATTRIBUTES } from './search-attributes.ts';

/** Closed workflows can be read this long: support asks about an order that ended weeks ago, never years. */
const RETENTION = msToTs('30 days');

/** Frontends learn of a new namespace within seconds; until then they do not know it. */
const KNOWN_WITHIN_MS = 60_000;
const LOOK_AGAIN_AFTER_MS = 500;

/** gRPC's codes for what is not there, and for what is there already. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/**
 * Makes a namespace with its retention and the search attributes of orders, without which none can start, and waits until
 * it is known. Repeating it changes nothing.
 */
export async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  const { workflowService, operatorService } = connection;
  await workflowService
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod: RETENTION })
    .catch(unlessCode(ALREADY_EXISTS));
  const deadline = Date.now() + KNOWN_WITHIN_MS;
  while (!(await hasAll())) {
    if (Date.now() > deadline) throw new Error(`Temporal does not know its new namespace ${namespace}`);
    await wait(LOOK_AGAIN_AFTER_MS);
  }

  async function hasAll(): Promise<boolean> {
    const found = await operatorService.listSearchAttributes({ namespace }).catch(unlessCode(NOT_FOUND));
    if (!found) return false;
    const missing = Object.values(SEARCH_ATTRIBUTES).filter(({ name }) => !Object.hasOwn(found.customAttributes, name));
    if (missing.length > 0)
      await operatorService.addSearchAttributes({ namespace, searchAttributes: numbered(missing) });
    return true;
  }
}

/** What to run where a namespace lacks search attributes, without which no order can start; null where it has them all. */
export async function missingAttributes(
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<string | null> {
  const known = await operatorService.listSearchAttributes({ namespace });
  const missing = CLI_ATTRIBUTES.filter(({ name }) => !Object.hasOwn(known.customAttributes, name));
  if (missing.length === 0) return null;
  const options = missing.map(({ name, type }) => `--name ${name} --type ${type}`);
  return `Search attributes are missing. Run: temporal operator search-attribute create --namespace ${namespace} ${options.join(' ')}`;
}

function unlessCode(expected: number): (error: unknown) => undefined {
  return (error) => {
    if (!isGrpcServiceError(error) || Number(error.code) !== expected) throw error;
  };
}
