import { afterAll, beforeAll } from '@jest/globals';
import { openTimeSkippingBench, type Bench } from './bench.ts';

/** One worker for all tests of a file: the test server stalls on workflows that are still cached by a worker that has gone. */
export function withOneWorker(take: (bench: Bench) => void): void {
  let bench: Bench;
  let running: Promise<void>;
  const finished = Promise.withResolvers<void>();
  beforeAll(async () => {
    bench = await openTimeSkippingBench();
    take(bench);
    running = bench.withWorker(() => finished.promise);
  });
  afterAll(async () => {
    finished.resolve();
    await running;
    await bench.stop();
  });
}
