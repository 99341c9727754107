import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the fake behaves: `down` hangs up, `silent` never answers, `accept-and-hang-up` takes the e-mail and gives no answer, else it refuses. */
export type Behavior =
  'up' | 'down' | 'silent' | 'accept-and-hang-up' | { statusCode: number; name: string; message?: string };

type Sent = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  tags: { name: string; value: string }[];
  headers?: Record<string, string>;
};

export type FakeResend = {
  url: string;
  behavior: Behavior;
  /** Connections that were made. */
  connections: number;
  /** Requests of any outcome. */
  requests: number;
  /** Idempotency keys of the requests that were looked at, in order. */
  keys: string[];
  /** E-mails that left, in order. */
  sent: Sent[];
  stop: () => Promise<void>;
};

const REMEMBERS_MS = 24 * 3_600_000;

/** Resend's API as far as sending goes, with its memory of idempotency keys, on a clock that the test moves. */
export async function startFakeResend(clock: () => number): Promise<FakeResend> {
  const known = new Map<string, { id: string; body: string; at: number }>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeResend = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behavior: 'up',
    connections: 0,
    requests: 0,
    keys: [],
    sent: [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('connection', () => (fake.connections += 1));
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    fake.requests += 1;
    if (fake.behavior === 'down') return void request.socket.destroy();
    if (fake.behavior === 'silent') return;
    if (typeof fake.behavior === 'object') {
      const { statusCode, name, message = 'no' } = fake.behavior;
      return write(response, statusCode, { statusCode, name, message });
    }
    const [status, answered] = take(String(request.headers['idempotency-key']), body);
    if (fake.behavior === 'accept-and-hang-up') return void request.socket.destroy();
    write(response, status, answered);
  }

  function take(key: string, body: string): [number, unknown] {
    fake.keys.push(key);
    const before = known.get(key);
    if (before && clock() - before.at < REMEMBERS_MS) {
      if (before.body === body) return [200, { id: before.id }];
      return [409, { statusCode: 409, name: 'invalid_idempotent_request', message: 'used with another payload' }];
    }
    const id = randomUUID();
    known.set(key, { id, body, at: clock() });
    fake.sent.push(JSON.parse(body) as Sent);
    return [200, { id }];
  }
}

function write(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
