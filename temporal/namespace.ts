import { setTimeout as wait } from 'node:timers/promises';
import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { numbered, SEARCH_ATTRIBUTES } from './search-attributes.ts';

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

function unlessCode(expected: number): (error: unknown) => undefined {
  return (error) => {
    if (!isGrpcServiceError(error) || Number(error.code) !== expected) throw error;
  };
}
