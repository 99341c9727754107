import type { Connection } from '@temporalio/client';

const AT_ONCE = 100;

/**
 * The columns that namespaces of the cluster have given to search attributes of their own, in lower case: as Temporal maps
 * them, ours (`OrderStage` and so on) among them.
 */
export async function columnsInUse({ workflowService }: Pick<Connection, 'workflowService'>): Promise<Set<string>> {
  const columns = new Set<string>();
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.listNamespaces({ pageSize: AT_ONCE, ...(nextPageToken && { nextPageToken }) });
    for (const { config } of page.namespaces)
      for (const column of Object.keys(config?.customSearchAttributeAliases ?? {})) columns.add(column.toLowerCase());
    nextPageToken = page.nextPageToken;
  } while (nextPageToken && nextPageToken.length > 0);
  return columns;
}
