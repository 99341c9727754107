import { setCurrentDetails } from '@temporalio/workflow';
import { serverState, type Server } from '../domain/server/server.ts';

const AWAITED = {
  registered: 'capacity to be assigned',
  waiting: 'its Activation Token to be pasted into the AppSuite',
  activated: 'nobody',
  retired: 'nobody',
};

/** Shows operators where the server stands: a small table in Temporal's UI. */
export function showServer(server: Server): void {
  const state = serverState(server);
  const rows = server.shares.map(
    (share) => `| ${share.order} | ${share.line} | ${share.application} | ${share.capacity} |`,
  );
  setCurrentDetails(
    [
      `**${state}**, waits for ${AWAITED[state]}`,
      '',
      '| order | line | application | capacity |',
      '|---|---|---|---|',
      ...rows,
    ].join('\n'),
  );
}
