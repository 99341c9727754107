import { AsyncLocalStorage } from 'node:async_hooks';

/** What a worker is doing, as its log says it; `requestId` is that of the request it does it for. */
export type Doing = { workflowId?: string; activity: string; requestId?: string };

const current = new AsyncLocalStorage<Doing>();

/** Does something so that every line that is logged meanwhile says what is being done. */
export function whileDoing<Result>(doing: Doing, work: () => Result): Result {
  return current.run(doing, work);
}

/** What is being done; undefined where nobody said. */
export const doingNow = () => current.getStore();
