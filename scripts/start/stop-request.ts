const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C arrives twice: from the terminal, and from npm, which passes it on. */
const SAME_REQUEST_MS = 1000;

/** Resolves when a person or the system asks to stop; asked again, it calls `force`. */
export function stopRequest(say: (line: string) => void, force: () => void): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const onSignal = () => {
      if (askedAt === undefined) {
        askedAt = Date.now();
        say('\nStopping, in order. Ctrl-C again ends everything at once.');
        resolve();
      } else if (Date.now() - askedAt > SAME_REQUEST_MS) {
        say('Ending everything at once.');
        force();
      }
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
