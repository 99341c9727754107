import { expect, test } from '@jest/globals';
import { isDatabaseAway, isDataRefused, isStatementRefused } from '../../db/away.ts';

const failed = (code: string) => new Error('a statement failed', { cause: Object.assign(new Error('why'), { code }) });

/** SQLSTATEs of appendix A of PostgreSQL's manual, and what each says: the database is away, a value is refused, or a row. */
test.each([
  ...['08006', '08001', '08003', '57P01', '57P03', '53300', 'ECONNREFUSED'].map((code) => [code, 'away'] as const),
  ...['22021', '22P05', '22003', '22001', '08P01'].map((code) => [code, 'value'] as const),
  ...['23505', '23502', '23503', '23514'].map((code) => [code, 'row'] as const),
  ...['42P01', '40001', '40P01', ''].map((code) => [code, 'neither'] as const),
])('%s says: %s', (code, what) => {
  expect([isDatabaseAway(failed(code)), isDataRefused(failed(code)), isStatementRefused(failed(code))]).toEqual([
    what === 'away',
    what === 'value',
    what === 'value' || what === 'row',
  ]);
});
