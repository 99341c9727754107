import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it was received; `parent` is '' where it has none, instants are in nanoseconds. */
export type Span = {
  service: string;
  trace: string;
  id: string;
  parent: string;
  name: string;
  beganAt: bigint;
  endedAt: bigint;
  attributes: Record<string, unknown>;
};

export type Collector = { url: string; spans: Span[]; stop: () => Promise<void> };

type Attribute = { key: string; value: Record<string, unknown> };
type Posted = {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: {
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        name: string;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        attributes: Attribute[];
      }[];
    }[];
  }[];
};

/** A collector as OTLP over HTTP in JSON sees it: it takes spans at `/v1/traces`, and keeps them. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    if (request.url !== '/v1/traces') return void response.writeHead(404).end();
    spans.push(...spansIn(JSON.parse(body) as Posted));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }
}

function spansIn({ resourceSpans }: Posted): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        service: String(valuesOf(resource.attributes)['service.name']),
        ...{ trace: span.traceId, id: span.spanId, parent: span.parentSpanId ?? '', name: span.name },
        ...{ beganAt: BigInt(span.startTimeUnixNano), endedAt: BigInt(span.endTimeUnixNano) },
        attributes: valuesOf(span.attributes),
      })),
    ),
  );
}

function valuesOf(attributes: Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
