import { createServer, connect as dial, type AddressInfo, type Socket } from 'node:net';

export type TcpProxy = {
  port: number;
  /** From now on nothing comes through, either way, and nobody is told: as on a network that loses everything. */
  part: () => void;
  /** What was held back goes on, and so do connections that nobody has given up. */
  heal: () => void;
  close: () => void;
};

/** Stands between two parts of the product on this machine, so that the network between them can fail. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>();
  const waiting = new Set<Socket>();
  let isParted = false;

  const server = createServer((caller) => {
    caller.on('error', () => caller.destroy());
    if (!isParted) return join(caller);
    caller.pause();
    waiting.add(caller);
  });

  function join(caller: Socket): void {
    if (caller.destroyed) return;
    const called = dial(target, '127.0.0.1');
    const pair: [Socket, Socket] = [caller, called];
    pairs.add(pair);
    called.on('error', () => called.destroy());
    caller.pipe(called).pipe(caller);
    for (const [one, other] of [pair, pair.toReversed()])
      one!.on('close', () => {
        pairs.delete(pair);
        other!.destroy();
      });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,

    part() {
      isParted = true;
      for (const [caller, called] of pairs) {
        caller.unpipe(called).pause();
        called.unpipe(caller).pause();
      }
    },

    heal() {
      isParted = false;
      for (const [caller, called] of pairs) caller.pipe(called).pipe(caller);
      for (const caller of waiting) join(caller);
      waiting.clear();
    },

    close() {
      server.close();
      for (const socket of [...pairs].flat()) socket.destroy();
      for (const socket of waiting) socket.destroy();
    },
  };
}
