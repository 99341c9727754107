import { Gauge, Histogram, type Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * Adds the API's own to the numbers of its process: how long requests took by route, never by address, and who holds a
 * connection, each counted when somebody asks.
 */
export function createMetrics(
  registry: Registry,
  holding: {
    /** Servers that wait for another license document. */
    licenseWaits: () => number;
    /** Requests that wait for what comes to the feed. */
    feedWaits: () => number;
    connections: () => Promise<number>;
  },
) {
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  const gauge = (name: string, help: string, count: () => number | Promise<number>) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await count());
      },
    });
  gauge('license_waits', 'Servers that wait for another license document', holding.licenseWaits);
  gauge('feed_waits', 'Requests that wait for what comes to the feed', holding.feedWaits);
  gauge('http_connections', 'Open connections of callers', holding.connections);
  return {
    observe: (method: string, route: string, status: number, seconds: number) =>
      requests.observe({ method, route, status }, seconds),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
