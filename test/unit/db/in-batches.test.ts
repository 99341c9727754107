import { describe, expect, test } from '@jest/globals';
import { inBatches } from '../../../db/in-batches.ts';

const LIMITS = { callsAtOnce: 2, itemsAtOnce: 3 };

/** Calls that the test answers one by one. */
function heldCalls(limits = {}, keysOf = (item: string) => [item[0]!]) {
  const calls: { items: string[]; answer: () => void; fail: () => void }[] = [];
  const ask = inBatches(
    (items: string[]) =>
      new Promise<string[]>((resolve, reject) => {
        const answer = () => resolve(items.map((item) => `answer to ${item}`));
        calls.push({ items, answer, fail: () => reject(new Error('away')) });
      }),
    keysOf,
    { ...LIMITS, ...limits },
  );
  return { calls, ask, items: () => calls.map(({ items }) => items) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('in batches', () => {
  test('what comes alone is asked at once, and what comes together in one call', async () => {
    const { ask, calls, items } = heldCalls();
    const alone = ask('a');
    await turn();
    const [second, third] = [ask('b'), ask('c')];
    await turn();
    expect(items()).toEqual([['a'], ['b', 'c']]);
    calls.forEach(({ answer }) => answer());
    expect(await Promise.all([alone, second, third])).toEqual(['answer to a', 'answer to b', 'answer to c']);
  });

  test('while enough calls are under way everything waits, and then goes together, a bounded number at once', async () => {
    const { ask, calls, items } = heldCalls();
    for (const item of ['a', 'b']) {
      void ask(item);
      await turn();
    }
    const late = ['c', 'd', 'e', 'f'].map((item) => ask(item));
    await turn();
    expect(items()).toEqual([['a'], ['b']]);
    calls[0]!.answer();
    calls[1]!.answer();
    for (let turns = 0; turns < 3; turns++) await turn();
    expect(items().slice(2)).toEqual([['c', 'd', 'e'], ['f']]);
    calls.forEach(({ answer }) => answer());
    expect(await Promise.all(late)).toHaveLength(4);
  });

  test('of many in one call some go on before others get a turn, and then the rest', async () => {
    const { ask, calls } = heldCalls({ itemsAtOnce: 100 });
    let gone = 0;
    const all = Array.from({ length: 45 }, (_, index) => ask(String.fromCharCode(97 + index)).then(() => (gone += 1)));
    await turn();
    calls[0]!.answer();
    const seen: number[] = [];
    while (gone < 45) {
      await turn();
      if (gone > (seen.at(-1) ?? 0)) seen.push(gone);
    }
    expect(seen).toEqual([20, 40, 45]);
    await Promise.all(all);
    void ask('z');
    await turn();
    expect(calls[1]!.items).toEqual(['z']);
  });

  test('two items of the same kind are never in one call', async () => {
    const { ask, items } = heldCalls();
    void ask('a1');
    void ask('a2');
    await turn();
    await turn();
    expect(items()).toEqual([['a1'], ['a2']]);
  });

  test('nor are two that share one of several keys, and what waits stays in sequence', async () => {
    const { ask, items } = heldCalls({}, (item) => [...item]);
    for (const item of ['ab', 'bc', 'cd', 'ef']) void ask(item);
    for (let turns = 0; turns < 3; turns++) await turn();
    expect(items()).toEqual([['ab', 'ef'], ['bc']]);
  });

  test.each([
    ['the database refuses one of several', '22P05'],
    ['one of several is taken by another', '23505'],
    ['one of several is held up by another statement', '40P01'],
    ['one of several waits for a lock for too long', '55P03'],
  ])('where %s, each is called alone', async (_why, code) => {
    const asked: string[][] = [];
    const ask = inBatches(
      async (items: string[]) => {
        asked.push(items);
        if (items.includes('bad')) throw Object.assign(new Error('refused'), { code });
        return items;
      },
      () => [],
      LIMITS,
    );
    const settled = await Promise.allSettled(['a', 'bad', 'b'].map((item) => ask(item)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(asked).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
    expect(await ask('c')).toBe('c');
  });

  test('a call that fails fails for all that are in it, and the next one goes on', async () => {
    const { ask, calls } = heldCalls();
    const both = [ask('a'), ask('b')];
    await turn();
    calls[0]!.fail();
    for (const one of both) await expect(one).rejects.toThrow('away');
    const next = ask('c');
    await turn();
    calls[1]!.answer();
    expect(await next).toBe('answer to c');
  });
});
