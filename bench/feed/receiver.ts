import { closeSync, openSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/**
 * A receiver of webhooks that writes down each message before it takes it, with its endpoint, the event's id, stream and
 * place, a line each. Takes the port, the file, and the secrets by endpoint as JSON. Endpoints whose name says how they fail do.
 */
const [port, file, secrets] = process.argv.slice(2);
const webhooks = new Map(
  Object.entries(JSON.parse(secrets!) as Record<string, string>).map(([path, secret]) => [path, new Webhook(secret)]),
);
const log = openSync(file!, 'a');
process.once('exit', () => closeSync(log));

const FAILING: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/error': (response) => void response.writeHead(500).end(),
  '/gone': (response) => void response.writeHead(410).end(),
  '/redirect': (response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
  '/reset': (response) => void response.destroy(),
  '/hangs': () => undefined,
};

/** A message that is not what its webhook signed ends the receiver: nobody is to take it for delivered. */
async function take(request: IncomingMessage, response: ServerResponse, webhook: Webhook): Promise<void> {
  const body = await text(request).catch(() => null);
  // Whoever was sending it has died.
  if (body === null) return;
  const { data } = webhook.verify(body, request.headers as Record<string, string>) as {
    data: { id: string; stream: string; seq: number };
  };
  writeSync(log, `${request.url} ${data.id} ${data.stream} ${data.seq}\n`);
  response.writeHead(204).end();
}

const server = createServer((request, response) => {
  const path = request.url!;
  const fail = FAILING[path];
  if (fail) return fail(response);
  void take(request, response, webhooks.get(path)!);
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
