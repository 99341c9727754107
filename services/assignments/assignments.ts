import type { AccountService } from '../accounts/accounts.ts';
import type { Deps } from '../deps.ts';
import type { ServerService } from '../servers/servers.ts';
import { createAssignable } from './assignable.ts';
import { createAssigning } from './assigning.ts';
import { createMoving } from './moving.ts';
import { createSetCell } from './setting.ts';

export type AssignmentService = ReturnType<typeof createAssignmentService>;

/** Capacity of many applications on many servers of a customer: what can be given, giving it, and moving it. */
export function createAssignmentService(deps: Deps, accounts: AccountService, servers: ServerService) {
  const setCell = createSetCell(deps, servers);
  return {
    ...createAssignable(deps, { accounts, servers }),
    assign: createAssigning(deps, { accounts, servers, setCell }),
    move: createMoving(servers, setCell),
  };
}
