import type { Answer, TestApi } from './api.ts';
import { until } from '../until.ts';

/** What a test posts of a batch as it would come over a network. */
export type Sent = { type: string; body: string | Buffer };

export const ndjson = (items: readonly unknown[]): Sent => ({
  type: 'application/x-ndjson',
  body: items.map((item) => `${JSON.stringify(item)}\n`).join(''),
});
export const csv = (...rows: string[]): Sent => ({ type: 'text/csv', body: rows.map((row) => `${row}\r\n`).join('') });

/** How tests meet batches. */
export function createBatches(api: () => Pick<TestApi, 'call'>) {
  const { call } = { call: (...asked: Parameters<TestApi['call']>) => api().call(...asked) };

  const post = (kind: string, { type, body }: Sent, query = '', headers: object = {}): Promise<Answer> =>
    call('POST', `/v1/batches?kind=${kind}${query}`, body, { 'content-type': type, ...headers });

  /** Waits until a batch is over; answers it. */
  async function untilOver(id: string): Promise<Answer['body']> {
    let batch: Answer['body'];
    await until(async () => {
      batch = (await call('GET', `/v1/batches/${id}`)).body;
      return batch.state === 'done' || batch.state === 'canceled';
    });
    return batch;
  }

  const itemsOf = async (id: string, query = ''): Promise<Answer['body'][]> =>
    (await call('GET', `/v1/batches/${id}/items?limit=100${query}`)).body.items;

  /** Posts a batch, waits until it is over, and answers its items. */
  async function carriedOut(kind: string, sent: Sent, query = ''): Promise<Answer['body'][]> {
    const { status, body } = await post(kind, sent, query);
    if (status !== 202) throw new Error(JSON.stringify(body));
    await untilOver(body.id);
    return itemsOf(body.id);
  }

  return { post, untilOver, itemsOf, carriedOut };
}
