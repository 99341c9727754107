import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { linesByTurns } from '../../../telemetry/lines.ts';

function opened() {
  const written: string[] = [];
  let end = () => {};
  const ending = { on: (_event: 'exit', listener: () => void) => void (end = listener) };
  const lines = linesByTurns({ write: (text) => void written.push(text) }, ending as never);
  return { written, lines, end: () => end() };
}

test('lines of one turn are written together, in their order, and those of the next after them', async () => {
  const { written, lines } = opened();
  lines.write('one\n');
  lines.write('two\n');
  expect(written).toEqual([]);
  await nextTurn();
  lines.write('three\n');
  await nextTurn();
  await nextTurn();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

test('a process that ends has written all of its lines, each once', async () => {
  const { written, lines, end } = opened();
  lines.write('last words\n');
  end();
  expect(written).toEqual(['last words\n']);
  await nextTurn();
  expect(written).toEqual(['last words\n']);
});
