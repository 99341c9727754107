import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { checkInJwt } from './fleet.ts';

/** What an api answered: its status and headers, by their names in lower case. */
type Answer = { status: number; headers: Map<string, string> };

const SECONDS = 55;
const END_OF_HEADERS = '\r\n\r\n';

/** What happens to servers that wait. Instants are of this process's clock, in epoch milliseconds. */
export type Heard = {
  news: (server: string, atMs: number) => void;
  sentAway: (atMs: number) => void;
};

/**
 * Servers as AppSuites are: each waits on a connection of its own, checks in after news, and comes back after as many seconds
 * as it is told. All of them call one api, which `moveTo` replaces for whoever connects next. Of HTTP they know as much as
 * these answers need, so that the machine is the api's.
 */
export function createWaiters(firstUrl: string, publicUrl: string, heard: Heard) {
  let url = new URL(firstUrl);
  let isStopped = false;
  const etags = new Map<string, string>();
  const sockets = new Map<string, Socket>();

  /** Sends a request on the server's connection, which is opened where there is none; rejects when it ends before the answer. */
  function ask(server: string, head: string, jwt: string, body = ''): Promise<Answer> {
    const socket = sockets.get(server) ?? connect(Number(url.port), url.hostname).setNoDelay();
    sockets.set(server, socket);
    socket.write(
      `${head} HTTP/1.1\r\nhost: ${url.host}\r\nauthorization: Bearer ${jwt}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}${END_OF_HEADERS}${body}`,
    );
    return new Promise((resolve, reject) => {
      let text = '';
      const settle = (done: () => void) => {
        socket.removeAllListeners('data').removeAllListeners('close').removeAllListeners('error');
        socket.on('error', () => undefined);
        done();
      };
      socket.on('data', (data) => {
        text += data.toString('latin1');
        const answer = answerIn(text);
        if (!answer) return;
        if (answer.headers.get('connection') === 'close') leave(server);
        settle(() => resolve(answer));
      });
      for (const end of ['close', 'error'])
        socket.on(end, () => {
          leave(server);
          settle(() => reject(new Error('The connection has ended.')));
        });
    });
  }

  function leave(server: string): void {
    sockets.get(server)?.destroy();
    sockets.delete(server);
  }

  async function checkIn(server: string): Promise<void> {
    const { status, headers } = await ask(server, 'GET /v1/license', checkInJwt(server, publicUrl));
    if (status !== 200) throw new Error(`A check-in was answered ${status}.`);
    etags.set(server, headers.get('etag')!);
  }

  async function wait(server: string): Promise<void> {
    const body = JSON.stringify({ etag: etags.get(server), seconds: SECONDS });
    const { status, headers } = await ask(server, 'POST /v1/license/wait', checkInJwt(server, publicUrl, 'wait'), body);
    if (status === 503) {
      heard.sentAway(Date.now());
      return pause(Number(headers.get('retry-after')) * 1_000);
    }
    if (status !== 204) throw new Error(`A wait was answered ${status}.`);
    if (headers.get('changed') !== 'yes') return;
    heard.news(server, Date.now());
    await checkIn(server);
  }

  return {
    checkIn,

    moveTo: (other: string) => void (url = new URL(other)),

    /** Has a server wait until it is stopped; what was cut off is tried again. */
    async waitOn(server: string): Promise<void> {
      while (!isStopped) await wait(server).catch(() => pause(1_000));
    },

    stop(): void {
      isStopped = true;
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}

/** The answer in what has come so far; null while it is not whole. */
function answerIn(text: string): Answer | null {
  const end = text.indexOf(END_OF_HEADERS);
  if (end === -1) return null;
  const [first, ...lines] = text.slice(0, end).split('\r\n') as [string, ...string[]];
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const length = Number(headers.get('content-length') ?? 0);
  if (text.length < end + END_OF_HEADERS.length + length) return null;
  return { status: Number(first.split(' ')[1]), headers };
}
