import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Above those of well-known servers, and below those that systems give to whoever connects, who would take one at any moment;
 * Temporal's server on PostgreSQL can note no higher ones.
 */
const [LOWEST, ABOVE] = [10_000, 32_768];

/** A port of this machine that nothing listens on, and that nobody else is likely to take in the next moment. */
export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, ABOVE);
  return (await isFree(port)) ? port : freePort();
}

/** How often a server is started on other ports. */
const TRIES = 3;

/**
 * Starts a server on ports that nothing listens on, and on others when it ends while it starts: another program may have
 * taken one of them meanwhile. Rejects with the last server's failure.
 */
export async function onFreePorts<T>(start: () => Promise<T>): Promise<T> {
  for (let tried = 1; tried < TRIES; tried += 1) {
    const started = await start().catch(() => null);
    if (started !== null) return started;
  }
  return start();
}

/** Throws a sentence that names the port and the setting to change when nothing of ours can listen there. */
export async function requireFree(setting: string, port: number, host?: string): Promise<void> {
  const free = await isFree(port, host).catch((error: Error) => {
    throw new Error(`Port ${port} cannot be listened on (${error.message}): set ${setting} to another port, or HOST.`);
  });
  if (free) return;
  throw new Error(
    `Port ${port} is in use by another program: end that program, or set ${setting} to another port, ` +
      `as in \`${setting}=${await freePort()} npm start\`.`,
  );
}

/** Whether something could listen there now: listens for a moment. Other refusals than that it is taken are thrown. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
