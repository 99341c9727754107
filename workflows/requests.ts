import type { HandledRequest, Request, ServerAnswer, ServerStart } from '../temporal/contract.ts';

const REMEMBERED_MS = 86_400_000;

/** The requests of the last day, so that a repeat gets the first answer, also after a roll-over. */
export function createRequests(start: ServerStart) {
  const handled: HandledRequest[] = 'handled' in start ? [...start.handled] : [];
  return {
    /** What a request was answered when it was handled; undefined where it was not, or more than a day ago. */
    answerTo: ({ request }: Request) => handled.find(({ id }) => id === request)?.answer,

    /** Keeps the answer to a request that has just been handled, and returns it. */
    remember({ request: id, at }: Request, answer: ServerAnswer): ServerAnswer {
      handled.push({ id, at, answer });
      return answer;
    },

    /** What a next run has to know. */
    carry: (nowMs: number) => handled.filter((request) => request.at > nowMs - REMEMBERED_MS),
  };
}
