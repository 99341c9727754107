import { expect, jest, test } from '@jest/globals';
import { createStateMany } from '../../../services/orders/intents-of-many.ts';

type Parts = Parameters<typeof createStateMany>[1];
type Caller = Parameters<ReturnType<typeof createStateMany>>[0];

const AGREED = { intent: 'renew', capacity: 40, note: 'Agreed by phone' };
const caller = { by: 'person/anna' } as unknown as Caller;

function stating() {
  const state = jest.fn<Parts['intents']['state']>(() => Promise.resolve({} as never));
  const lines = [
    { id: '1', intent: AGREED },
    { id: '2', intent: null },
  ];
  const parts = {
    access: { toOrder: () => Promise.resolve() },
    orders: { readOrder: () => Promise.resolve({ lines }) },
    intents: { state },
  } as unknown as Parts;
  const stateMany = createStateMany({ logger: { error() {} } } as never, parts);
  return async (intent: 'renew' | 'end') => {
    const both = ['1', '2'].map((line) => ({ order: 'SO-1', line }));
    const outcomes = await stateMany(caller, both, intent, { requestId: 'r', by: caller.by });
    expect(outcomes.map(({ problem }) => problem)).toEqual([null, null]);
    return state.mock.calls.map(([, line, posted]) => [line, posted]);
  };
}

test('a line that means the same already keeps what was agreed for it, when the same is stated for many', async () => {
  expect(await stating()('renew')).toEqual([['2', { intent: 'renew', keepsNote: true }]]);
});

test('a line that meant something else keeps its note, when something is stated for many', async () => {
  expect(await stating()('end')).toEqual([
    ['1', { intent: 'end', keepsNote: true }],
    ['2', { intent: 'end', keepsNote: true }],
  ]);
});
