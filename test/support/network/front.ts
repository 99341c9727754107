import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { SIGN_IN, type Network } from '../agent/inject-fetch.ts';
import type { Issued } from './authority.ts';

/** What ends TLS before an app, with a certificate of its own. */
export type Front = { port: number; show: (issued: Issued) => void; close: () => Promise<void> };

/** Starts a front of an app; `network` says whether what is sent arrives, and whether its answer does. */
export async function startFront(app: FastifyInstance, issued: Issued, network: () => Network): Promise<Front> {
  const server = createServer(issued, (request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const payload = await text(request);
    if (network() === 'away') return void response.destroy();
    if (network() === 'answers itself') return void response.setHeader('content-type', 'text/html').end(SIGN_IN);
    const { method, url, headers } = request;
    const { connection: _ended, ...others } = headers;
    const about = { method: method as 'GET', url: url!, headers: others };
    const answer = await app.inject({ ...about, ...(payload !== '' && { payload }) });
    if (network() === 'loses answers') return void response.destroy();
    const { connection: _kept, 'transfer-encoding': _whole, ...answered } = answer.headers;
    response.writeHead(answer.statusCode, answered).end(answer.body);
  }

  return {
    port: (server.address() as AddressInfo).port,
    show: ({ key, cert }) => server.setSecureContext({ key, cert }),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
