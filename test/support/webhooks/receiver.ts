import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** A message as it came in, with its path, before anybody has verified it. */
export type Received = { path: string; id: string; headers: Record<string, string>; raw: string };

/** What an endpoint does with a message: a status, or whatever it does itself; null leaves it without an answer. */
export type Answering = (message: Received, response: ServerResponse) => number | null;

/** A receiver of webhooks on this machine, an endpoint a path. */
export type Receiver = {
  url: (path: string) => string;
  /** Decides what a path does from now on; by default it takes everything. */
  answer: (path: string, answering: Answering) => void;
  /** What came to a path, in order. */
  received: (path: string) => Received[];
  close: () => Promise<void>;
};

export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const endpoints = new Map<string, Answering>();
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await text(request);
    const headers = request.headers as Record<string, string>;
    const message = { path: request.url!, id: headers['webhook-id']!, headers, raw };
    received.push(message);
    const status = (endpoints.get(message.path) ?? (() => 204))(message, response);
    if (status !== null) response.writeHead(status).end();
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: (path) => `${address}${path}`,
    answer: (path, answering) => void endpoints.set(path, answering),
    received: (path) => received.filter((message) => message.path === path),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a message says, verified by the library as a receiver does it; throws where its signature does not hold. */
export function verified(secret: string, { raw, headers }: Received) {
  return new Webhook(secret).verify(raw, headers) as { type: string; timestamp: string; data: Record<string, unknown> };
}
