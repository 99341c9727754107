import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isReady } from './world.ts';

const LOOK_EVERY_MS = 500;
/** Of a connection, and so of no answer. */
const HEADERS_OF_HOPS = ['connection', 'content-encoding', 'content-length', 'host', 'keep-alive', 'transfer-encoding'];

/**
 * What stands before the apis, as a proxy does in production: sends each request to one that said at the last look that it is
 * ready (to any, where none did), to another one where a connection is refused, and answers 502 for one that broke off.
 * `refused` hears of each connection that was refused.
 */
export async function startFront(apis: () => string[], refused: () => void) {
  let ready: string[] = [];
  let turn = 0;
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  const look = async () => {
    const urls = apis();
    const found = await Promise.all(urls.map(async (url) => ((await isReady(url)) ? [url] : [])));
    ready = found.flat();
  };
  await look();

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const init = {
      method: request.method!,
      headers: withoutHops(Object.entries(request.headers) as [string, string][]),
      redirect: 'manual' as const,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    };
    const running = apis();
    const known = ready.filter((url) => running.includes(url));
    const choices = known.length > 0 ? known : running;
    turn += 1;
    for (const [index] of choices.entries()) {
      const url = choices[(turn + index) % choices.length]!;
      try {
        const answer = await fetch(`${url}${request.url}`, init);
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, withoutHops([...answer.headers])).end(body);
        return;
      } catch (error) {
        if ((error as { cause?: { code?: string } }).cause?.code !== 'ECONNREFUSED') break;
        refused();
      }
    }
    response.writeHead(502).end();
  }

  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many apis said at the last look that they are ready. */
    ready: () => ready.length,
    close() {
      clearInterval(looking);
      server.close();
      server.closeAllConnections();
    },
  };
}

function withoutHops(headers: [string, string][]): Record<string, string> {
  return Object.fromEntries(headers.filter(([name]) => !HEADERS_OF_HOPS.includes(name.toLowerCase())));
}
