import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { AppSuiteError, RefusedError, UnreachableError } from '../../../agent/errors.ts';
import { leave } from '../../../agent/leave.ts';
import { offlineReturn } from '../../../agent/offline/give-back.ts';
import { offlineInstall } from '../../../agent/offline/install.ts';
import { offlineRequest } from '../../../agent/offline/request.ts';
import { readStatus } from '../../../agent/status/status.ts';
import * as former from '../../fixtures/appsuite-2026/agent/errors.ts';
import { activate as formerActivate } from '../../fixtures/appsuite-2026/agent/activate.ts';
import { checkIn as formerCheckIn } from '../../fixtures/appsuite-2026/agent/check-in.ts';
import { leave as formerLeave } from '../../fixtures/appsuite-2026/agent/leave.ts';
import { offlineReturn as formerReturn } from '../../fixtures/appsuite-2026/agent/offline/give-back.ts';
import { offlineInstall as formerInstall } from '../../fixtures/appsuite-2026/agent/offline/install.ts';
import { offlineRequest as formerRequest } from '../../fixtures/appsuite-2026/agent/offline/request.ts';
import { readStatus as formerStatus } from '../../fixtures/appsuite-2026/agent/status.ts';

/** The AppSuite of `agent/`: what a customer does with it. */
export const NEWEST = { activate, checkIn, leave, offlineRequest, offlineInstall, offlineReturn, readStatus };

/** The one of 2026, which is never changed: what it answers lacks what came later. Its refusals are told as those of the newest. */
export const FROZEN: typeof NEWEST = {
  activate: told(formerActivate),
  checkIn: told(formerCheckIn),
  leave: told(formerLeave),
  offlineRequest: told(formerRequest),
  offlineInstall: told(formerInstall),
  offlineReturn: told(formerReturn),
  readStatus: told(formerStatus),
};

/** A command of the former AppSuite in the place of one of the newest. */
function told<Newest>(command: (options: never) => Promise<unknown>): Newest {
  const asked = (options: never) =>
    command(options).catch((error: unknown) => {
      if (error instanceof former.RefusedError) throw new RefusedError(error.code, error.message, error.serverTimeMs);
      if (error instanceof former.UnreachableError) throw new UnreachableError(error.message, error.retryAfterSeconds);
      if (error instanceof former.AppSuiteError) throw new AppSuiteError(error.message);
      throw error;
    });
  return asked as Newest;
}
