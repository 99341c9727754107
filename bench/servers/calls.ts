import autocannon, { type Request } from 'autocannon';

/** What became of calls: how many had which status, and how long they took, in milliseconds. */
export type Called = { statuses: Map<number, number>; seconds: number; p99: number };

/**
 * Sends a list of requests on each connection, one after the other: for so many seconds, from the beginning again where a list
 * comes to its end, or each of them once. Throws where one was not answered.
 */
export async function callInLists(url: string, lists: Request[][], seconds: number | 'once'): Promise<Called> {
  let connection = 0;
  const { statusCodeStats, duration, latency, errors } = await autocannon({
    url,
    connections: lists.length,
    ...(seconds === 'once' ? { amount: lists.flat().length, timeout: 60 } : { duration: seconds }),
    setupClient: (client) => client.setRequests(lists[connection++]!),
  });
  if (errors > 0) throw new Error(`${url} left ${errors} calls without an answer.`);
  const statuses = Object.entries(statusCodeStats).map(([code, { count = 0 }]) => [Number(code), count] as const);
  return { statuses: new Map(statuses), seconds: duration, p99: latency.p99 };
}

/** How many calls each connection makes, which share them evenly. */
export function dealt<Item>(items: Item[], connections: number): Item[][] {
  const each = Math.ceil(items.length / connections);
  return Array.from({ length: connections }, (_, index) => items.slice(each * index, each * (index + 1)));
}
