import { expect, test } from '@jest/globals';
import { remembered } from '../../../domain/remembered.ts';

function counted() {
  const asked: string[] = [];
  const answer = remembered((text: string, number: number) => {
    asked.push(`${text} ${number}`);
    if (text === 'none') throw new Error('There is none.');
    return number === 0 ? 0 : `${text}${number}`;
  });
  return { asked, answer };
}

test('is computed once, whatever the answer, and apart from others', () => {
  const { asked, answer } = counted();
  for (const _ of [1, 2])
    expect([answer('a', 1), answer('a', 2), answer('b', 1), answer('a', 0)]).toEqual(['a1', 'a2', 'b1', 0]);
  expect(asked).toEqual(['a 1', 'a 2', 'b 1', 'a 0']);
});

test('what is refused is refused again', () => {
  const { asked, answer } = counted();
  for (const _ of [1, 2]) expect(() => answer('none', 1)).toThrow('There is none.');
  expect(asked).toHaveLength(2);
});

test('does not grow with all that is ever asked', () => {
  const { asked, answer } = counted();
  for (let number = 1; number <= 1_001; number += 1) answer('a', number);
  expect([answer('a', 1_001), answer('a', 1)]).toEqual(['a1001', 'a1']);
  expect(asked).toHaveLength(1_002);
});
