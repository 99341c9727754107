import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** How a proxy behaves; a test changes it as it goes. */
export type TestProxy = {
  /** With user and password, where it asks for them. */
  address: string;
  origin: string;
  /** `user:password` that it asks for; null asks for none. */
  credentials: string | null;
  /** `cuts` ends each connection without a word, `silent` never answers. */
  behavior: 'lets through' | 'forbids' | 'cuts' | 'silent';
  /** Where names lead that it knows, as `host:port`; to any other there is no way. */
  ways: Record<string, number>;
  /** What was asked for, as `host:port`. */
  asked: string[];
  close: () => Promise<void>;
};

/** Starts a proxy of the kind that stands before whole networks: CONNECT (RFC 9110), and Basic credentials. */
export async function startProxy(credentials: string | null = null): Promise<TestProxy> {
  const sockets = new Set<Duplex>();
  const server = createServer((_request, response) => void response.writeHead(405).end());
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (request: IncomingMessage, socket: Duplex) => answer(request, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy: TestProxy = {
    ...{ origin, credentials, behavior: 'lets through', ways: {}, asked: [] },
    get address() {
      return proxy.credentials === null ? origin : origin.replace('//', `//${encoded(proxy.credentials)}@`);
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };

  function answer({ url = '', headers }: IncomingMessage, socket: Duplex): void {
    proxy.asked.push(url);
    socket.on('error', () => socket.destroy());
    if (proxy.behavior === 'silent') return;
    if (proxy.behavior === 'cuts') return void socket.destroy();
    const isKnown = proxy.credentials === null || headers['proxy-authorization'] === basic(proxy.credentials);
    if (!isKnown) return refuse(socket, '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="corp"');
    if (proxy.behavior === 'forbids') return refuse(socket, '403 Forbidden');
    const port = proxy.ways[url];
    if (port === undefined) return refuse(socket, '502 Bad Gateway');
    tunnel(socket, port);
  }

  function tunnel(socket: Duplex, port: number): void {
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    sockets.add(onward);
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  }

  return proxy;
}

function refuse(socket: Duplex, head: string): void {
  socket.end(`HTTP/1.1 ${head}\r\nContent-Length: 0\r\n\r\n`);
}

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;
const encoded = (credentials: string) => credentials.split(':').map(encodeURIComponent).join(':');
