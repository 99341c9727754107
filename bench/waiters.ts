import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { checkInJwt } from './fleet.ts';

/** What an api answered: its status and headers. */
type Answer = { status: number; headers: Record<string, string | string[] | undefined> };

type Call = { method: 'GET' | 'POST'; path: string; jwt: string; body?: object };

const SECONDS = 55;

/** What happens to servers that wait. Instants are of this process's clock, in epoch milliseconds. */
export type Heard = {
  news: (server: string, atMs: number) => void;
  sentAway: (atMs: number) => void;
};

/**
 * Servers as AppSuites are: each waits, checks in after news, and comes back after as many seconds as it is told. All of them
 * call one api, which `moveTo` replaces for whoever calls next.
 */
export function createWaiters(firstUrl: string, publicUrl: string, heard: Heard) {
  let url = firstUrl;
  // One each: what finds its way among the connections of all takes longer than what is measured.
  const agents = new Map<string, Agent>();
  let isStopped = false;
  const etags = new Map<string, string>();

  function ask(server: string, { method, path, jwt, body }: Call): Promise<Answer> {
    const agent = agents.get(server) ?? new Agent({ keepAlive: true, maxSockets: 1 });
    agents.set(server, agent);
    const json = body && JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${jwt}`,
      ...(json !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
    };
    return new Promise((resolve, reject) => {
      request(`${url}${path}`, { method, agent, headers }, (response) => {
        response.resume();
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers }));
      })
        .on('error', reject)
        .end(json);
    });
  }

  async function checkIn(server: string): Promise<void> {
    const { status, headers } = await ask(server, {
      method: 'GET',
      path: '/v1/license',
      jwt: checkInJwt(server, publicUrl),
    });
    if (status !== 200) throw new Error(`A check-in was answered ${status}.`);
    etags.set(server, headers.etag as string);
  }

  async function wait(server: string): Promise<void> {
    const body = { etag: etags.get(server), seconds: SECONDS };
    const { status, headers } = await ask(server, {
      method: 'POST',
      path: '/v1/license/wait',
      jwt: checkInJwt(server, publicUrl, 'wait'),
      body,
    });
    if (status === 503) {
      heard.sentAway(Date.now());
      return pause(Number(headers['retry-after']) * 1_000);
    }
    if (status !== 204) throw new Error(`A wait was answered ${status}.`);
    if (headers.changed !== 'yes') return;
    heard.news(server, Date.now());
    await checkIn(server);
  }

  return {
    checkIn,
    moveTo: (other: string) => void (url = other),

    /** Has a server wait until it is stopped; what was cut off is tried again. */
    async waitOn(server: string): Promise<void> {
      while (!isStopped) await wait(server).catch(() => pause(1_000));
    },

    stop(): void {
      isStopped = true;
      for (const agent of agents.values()) agent.destroy();
    },
  };
}
