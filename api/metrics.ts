import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/** Numbers of this process: Node's own, how many servers wait, and how long requests took by route, never by address. */
export function createMetrics({ waiting }: { waiting: () => number }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  new Gauge({
    name: 'license_waits',
    help: 'Servers that wait for another license document',
    registers: [registry],
    collect() {
      this.set(waiting());
    },
  });
  return {
    observe: (method: string, route: string, status: number, seconds: number) =>
      requests.observe({ method, route, status }, seconds),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
