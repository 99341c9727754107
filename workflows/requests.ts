import type { HandledRequest, ServerAnswer, ServerStart } from '../temporal/contract.ts';

const REMEMBERED_MS = 86_400_000;

/** The requests of the last day, so that a repeat gets the first answer, also after a roll-over. */
export function createRequests(start: ServerStart) {
  const handled: HandledRequest[] = 'handled' in start ? [...start.handled] : [];
  const find = (id: string) => handled.find((request) => request.id === id)?.answer;

  function once(id: string, at: number, make: () => ServerAnswer): ServerAnswer;
  function once(id: string, at: number, make: () => Promise<ServerAnswer>): Promise<ServerAnswer>;
  function once(id: string, at: number, make: () => ServerAnswer | Promise<ServerAnswer>) {
    const remember = (answer: ServerAnswer) => {
      handled.push({ id, at, answer });
      return answer;
    };
    const made = find(id) ?? make();
    if (made instanceof Promise) return made.then(remember);
    return find(id) ? made : remember(made);
  }

  return {
    /** Whether a request was handled within the last day. */
    handled: (id: string) => find(id) !== undefined,

    /** Handles a request, or answers what was answered the first time. */
    once,

    /** What a next run has to know. */
    carry: (nowMs: number) => handled.filter((request) => request.at > nowMs - REMEMBERED_MS),
  };
}
