import { afterAll, beforeAll } from '@jest/globals';
import { startWorker } from '../api/api.ts';
import { openSite, type TestSite } from './site.ts';

const DAY_MS = 86_400_000;

/** A site with a worker for all tests of a file, on a clock that they can move by days, which is that of all machines, too. */
export function movingSite() {
  let site: TestSite;
  let worker: { stop: () => Promise<void> };
  let movedMs = 0;
  const clock = () => Date.now() + movedMs;
  beforeAll(async () => {
    site = await openSite({ clock });
    worker = await startWorker(site);
  });
  afterAll(async () => {
    await worker.stop();
    await site.close();
  });
  return { site: () => site, clock, pass: (days: number) => void (movedMs += days * DAY_MS) };
}
