import { setTimeout as wait } from 'node:timers/promises';

/** An e-mail as it is handed over; under one key it is one e-mail. */
export type PostedMail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** What kind it is: `[A-Za-z0-9_-]`. */
  tag: string;
  idempotencyKey: string;
};

/** Where it is written down that something went wrong. */
export type Log = { warn: (about: object, message: string) => void; error: (about: object, message: string) => void };

/** Hands an e-mail to the provider; only `sent` is. */
export type SendMail = (
  mail: Omit<PostedMail, 'tag'> & { from: string; tags: { name: string; value: string }[] },
) => Promise<{ kind: 'sent' | 'refused' | 'taken' | 'later' | 'uncertain' }>;

const PAUSES_MS = [1_000, 5_000];

export type Post = ReturnType<typeof createPost>;

/**
 * Sends e-mails that somebody waits for and can ask for again: at once, three times at most, and no more when the process
 * ends. Nothing that must not be lost goes this way.
 */
export function createPost(deps: { send: SendMail; from: string; logger: Log }) {
  const onTheWay = new Set<Promise<void>>();

  /** Whether nothing of it is to be tried any more: it was taken, or never will be. */
  async function deliver({ tag, ...mail }: PostedMail): Promise<boolean> {
    for (const pause of [...PAUSES_MS, null]) {
      const { kind } = await deps.send({ ...mail, from: deps.from, tags: [{ name: 'kind', value: tag }] });
      if (kind === 'sent') return true;
      const isOver = kind === 'refused' || kind === 'taken';
      if (isOver || pause === null) {
        deps.logger.warn({ mail: mail.idempotencyKey, kind }, 'an e-mail was not sent');
        return isOver;
      }
      await wait(pause, undefined, { ref: false });
    }
    return false;
  }

  return {
    /**
     * Sends after so many milliseconds, without being waited for. `done` is for whoever keeps that it is to be sent: called
     * once it is, or once the provider never takes it.
     */
    send(mail: PostedMail, afterMs = 0, done: () => Promise<void> = () => Promise.resolve()): void {
      const sending = wait(afterMs)
        .then(() => deliver(mail))
        .then((isOver) => (isOver ? done() : undefined))
        .catch((error: unknown) => deps.logger.error({ err: error }, 'an e-mail could not be sent'))
        .finally(() => onTheWay.delete(sending));
      onTheWay.add(sending);
    },

    /** Resolves when nothing is on the way. */
    async settled(): Promise<void> {
      await Promise.all(onTheWay);
    },
  };
}
