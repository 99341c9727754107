import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { createServers, type Machine } from '../../support/api/servers.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> };

beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const { assign, tokenOf, activate, checkIn, anActivatedServer, eventsOf } = createServers(() => api);

const numberOf = ({ headers }: { headers: Record<string, unknown> }) => headers['check-in-number'] as string;

/** A check-in that presents a number; answers with its own. */
async function present(id: string, machine: Machine, number: string, etag?: string, jti: string = randomUUID()) {
  const answer = await checkIn(id, machine, etag, { chk: number, jti });
  return { status: answer.status, number: numberOf(answer), etag: answer.headers.etag as string };
}

describe('Check-In-Number', () => {
  test('every answer carries a new one, the activation’s and a 304’s too, and the ETag does not depend on it', async () => {
    const { id, machine, activated } = await anActivatedServer();
    const first = await present(id, machine, numberOf(activated));
    const second = await present(id, machine, first.number, first.etag);
    expect([activated.status, first.status, second.status]).toEqual([201, 200, 304]);
    expect(new Set([numberOf(activated), first.number, second.number]).size).toBe(3);
    expect([first.etag, second.etag]).toEqual([activated.headers.etag, activated.headers.etag]);
    expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);
  });

  test('two machines with one identity are journaled, and both get the license all the same', async () => {
    const { id, machine, activated } = await anActivatedServer();
    const original = await present(id, machine, numberOf(activated));
    const clone = await present(id, machine, numberOf(activated));
    expect((await present(id, machine, original.number)).status).toBe(200);
    expect((await present(id, machine, clone.number)).status).toBe(200);
    expect((await eventsOf(id)).slice(3)).toEqual(['clone-suspected']);
    const { body } = await api.call('GET', `/v1/servers/${id}/events`);
    expect(body.items.at(-1)).toMatchObject({ stream: `contact/${id}`, seq: 1, type: 'clone-suspected' });
  });

  test('a restored snapshot is journaled, and goes on without another word', async () => {
    const { id, machine, activated } = await anActivatedServer();
    let { number } = await present(id, machine, numberOf(activated));
    for (let day = 0; day < 3; day++) ({ number } = await present(id, machine, number));
    const restored = await present(id, machine, numberOf(activated));
    expect((await present(id, machine, restored.number)).status).toBe(200);
    expect((await eventsOf(id)).slice(3)).toEqual(['snapshot-suspected']);
  });

  test('the same request twice makes no new number and no alarm', async () => {
    const { id, machine, activated } = await anActivatedServer();
    const jti = randomUUID();
    const first = await present(id, machine, numberOf(activated), undefined, jti);
    const again = await present(id, machine, numberOf(activated), undefined, jti);
    expect(again.number).toBe(first.number);
    await present(id, machine, again.number);
    expect(await eventsOf(id)).toHaveLength(3);
  });

  test('of many calls at the same moment each is answered, and no two get the same number', async () => {
    const { id, machine, activated } = await anActivatedServer();
    const calls = Array.from({ length: 12 }, () => present(id, machine, numberOf(activated)));
    const answers = await Promise.all(calls);
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(12);
  });

  test('a repeated activation is no clone, and a reinstalled AppSuite begins anew', async () => {
    const { id, machine, activated } = await anActivatedServer();
    const token = await tokenOf(id);
    const repeated = await activate(token, machine);
    expect(decodeJwt(repeated.body.license)).toMatchObject({ sub: id });
    const next = await present(id, machine, numberOf(repeated));
    expect((await present(id, machine, next.number)).status).toBe(200);
    expect(numberOf(repeated)).toBe(numberOf(activated));
    expect(await eventsOf(id)).toHaveLength(3);
  });

  test('what is no text, or too long to be remembered, is not authentic', async () => {
    const { id, machine } = await anActivatedServer();
    for (const claims of [{ chk: 7 }, { chk: 'x'.repeat(300) }, { jti: 'x'.repeat(300) }])
      expect((await checkIn(id, machine, undefined, claims)).body.code).toBe('CHECK_IN_NOT_AUTHENTIC');
  });
});

describe('when to call again', () => {
  test('within a day; within an hour when nothing is licensed', async () => {
    const [one, other] = [await anActivatedServer(), await anActivatedServer()];
    for (const { activated } of [one, other]) {
      const seconds = activated.body.checkInAfterSeconds as number;
      expect(seconds).toBeGreaterThan(0.9 * 86_400);
      expect(seconds).toBeLessThanOrEqual(86_400);
    }
    await assign(one.id, 'digital-fax', 0);
    const { body } = await checkIn(one.id, one.machine);
    expect(decodeJwt(body).checkInAfterSeconds).toBeLessThanOrEqual(3_600);
    expect(decodeJwt(body).checkInAfterSeconds).toBeGreaterThan(0.9 * 3_600);
  });
});
