import { expect, test } from '@jest/globals';
import { faultOf, isDataRefused, isStatementRefused } from '../../../db/away.ts';

const failed = (code: string) => new Error('a statement failed', { cause: Object.assign(new Error('why'), { code }) });

/** SQLSTATEs of appendix A of PostgreSQL's manual, and what each says: of the database at this moment, of a value, or of a row. */
test.each([
  ...['08006', '08001', '08003', '57P01', '57P02', '57P03', '57P05', '53300', '25P03'].map((code) => [code, 'away']),
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'].map((code) => [code, 'away']),
  ...['57014', '55P03', '40001', '40P01'].map((code) => [code, 'late']),
  ...['53100', '53200', '53400', '53000', '58030', '25006'].map((code) => [code, 'unwritable']),
  ...['22021', '22P05', '22003', '22001', '08P01'].map((code) => [code, 'value']),
  ...['23505', '23502', '23503', '23514'].map((code) => [code, 'row']),
  ...['42P01', '25001', '25P02', '57P04', ''].map((code) => [code, 'nothing']),
])('%s says: %s', (code, what) => {
  const error = failed(code);
  const said = faultOf(error) ?? (isDataRefused(error) ? 'value' : isStatementRefused(error) ? 'row' : 'nothing');
  expect(said).toBe(what);
});

test.each([
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated unexpectedly',
  'Client was closed and is not queryable',
])('the driver’s own "%s" says that the database is away', (words) => {
  expect(faultOf(new Error('a statement failed', { cause: new Error(words) }))).toBe('away');
});
