import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './child.ts';
import { withRemedy } from '../prepare/remedies.mjs';
import type { RunFile, ServiceName } from './run-file.ts';

/** A process to keep running. */
export type Service = {
  name: ServiceName;
  launch: () => Promise<Child>;
  /** Waits until it serves; only the first start waits. */
  ready: (child: Child) => Promise<void>;
};

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;
/** A process that lived this long had started well: the next pause is short again. */
const HEALTHY_AFTER_MS = 10_000;

export type Supervisor = ReturnType<typeof createSupervisor>;

/** Starts services, starts again what dies, and stops all of it in the reverse order of `order`. */
export function createSupervisor(order: readonly ServiceName[], runFile: RunFile, say: (line: string) => void) {
  const children = new Map<ServiceName, Child>();
  const launching = new Map<ServiceName, Promise<Child>>();
  const stopping = new AbortController();

  /** Registers what is under way too, so that a stop in the middle of a launch finds what comes of it. */
  function launch(service: Service): Promise<Child> {
    const launched = launchAndRecord(service).finally(() => launching.delete(service.name));
    launching.set(service.name, launched);
    return launched;
  }

  async function launchAndRecord({ name, ...service }: Service): Promise<Child> {
    stopping.signal.throwIfAborted();
    const child = await service.launch();
    children.set(name, child);
    record(name, child.pid);
    void child.exited.then(() => {
      children.delete(name);
      record(name, null);
    });
    return child;
  }

  /** A disk that is full must not end the supervisor above what it supervises. */
  function record(name: ServiceName, pid: number | null): void {
    try {
      runFile.set(name, pid);
    } catch (error) {
      say(withRemedy(`What runs could not be written down (${(error as Error).message}).`));
    }
  }

  async function keepAlive(service: Service, first: Child): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    let attempt = Promise.resolve(first);
    while (true) {
      const startedAt = Date.now();
      const how = await attempt.then(
        (child) => child.exited,
        (error: Error) => error.message,
      );
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      say(withRemedy(`${service.name} ended (${how}); it is started again in ${pauseMs / 1000} s.`));
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      attempt = launch(service);
    }
  }

  return {
    /**
     * Starts a service and resolves when it serves; from then on it is kept alive. Rejects when its first start fails, or a
     * stop was asked for meanwhile.
     */
    async start(service: Service): Promise<void> {
      const child = await launch(service);
      await service.ready(child);
      stopping.signal.throwIfAborted();
      void keepAlive(service, child);
    },

    /** Stops what runs, one after the other, with a line for each. */
    async stop(): Promise<void> {
      stopping.abort();
      for (const name of order.toReversed()) {
        await launching.get(name)?.catch(() => undefined);
        const child = children.get(name);
        await child?.stop();
        if (child) say(`${name} stopped.`);
      }
    },

    /** Ends what runs at once. */
    kill(): void {
      for (const child of children.values()) child.kill();
    },
  };
}
