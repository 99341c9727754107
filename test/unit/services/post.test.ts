import { expect, test } from '@jest/globals';
import { createPost, type SendMail } from '../../../mail/post.ts';

type Kind = Awaited<ReturnType<SendMail>>['kind'];

const MAIL = { to: 'a@b.example', subject: 's', html: 'h', text: 't', tag: 'invitation', idempotencyKey: 'k' };

/** How often an e-mail was tried whose attempts end so, and how often it was said to be done. */
async function sent(...kinds: Kind[]): Promise<{ tried: number; done: number }> {
  const counted = { tried: 0, done: 0 };
  const post = createPost({
    from: 'l@licensing.example',
    send: () => Promise.resolve({ kind: kinds[counted.tried++] ?? kinds.at(-1)! }),
    logger: { warn: () => undefined, error: () => undefined },
  });
  post.send(MAIL, 0, async () => void (counted.done += 1));
  await post.settled();
  return counted;
}

test.each(['sent', 'refused', 'taken'] as const)('an e-mail is done with once it is %s', async (kind) => {
  expect(await sent(kind)).toEqual({ tried: 1, done: 1 });
});

test('one that the provider took the second time is done with then, and one that it never took is not', async () => {
  const outcomes = await Promise.all([sent('later', 'sent'), sent('later'), sent('uncertain')]);
  expect(outcomes).toEqual([
    { tried: 2, done: 1 },
    { tried: 3, done: 0 },
    { tried: 3, done: 0 },
  ]);
}, 10_000);
