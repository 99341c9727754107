import { setDefaultSignalHandler, setHandler, type SignalDefinition } from '@temporalio/workflow';

type Handler = (message: never) => void;

/**
 * Handlers of signals that a run begins to listen with all at once. Signals that came before its first task wait until
 * somebody listens: set one by one, the handlers would get them kind by kind, an unlock before the expansion that came first.
 */
export function createSignals() {
  const handlers = new Map<SignalDefinition<[never]>, Handler>();
  return {
    on<Message>(signal: SignalDefinition<[Message]>, handler: (message: Message) => void): void {
      handlers.set(signal as SignalDefinition<[never]>, handler);
    },

    listen(): void {
      const early: [name: string, message: never][] = [];
      setDefaultSignalHandler((name, message) => void early.push([name, message as never]));
      failUnknownSignals();
      for (const [signal, handler] of handlers) setHandler(signal, handler);
      const byName = new Map([...handlers].map(([{ name }, handler]) => [name, handler]));
      for (const [name, message] of early) (byName.get(name) ?? (() => failUnknown(name)))(message);
    },
  };
}

/**
 * Lets a signal that this release does not know fail its task, so that it waits, with all that came after it, for a worker
 * that knows it: unread it would be gone with the run. Called when every handler is set.
 */
export function failUnknownSignals(): void {
  setDefaultSignalHandler(failUnknown);
}

function failUnknown(name: string): never {
  throw new Error(`This release does not know the signal "${name}": a newer worker has to take it`);
}
