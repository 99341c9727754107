import { describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { COLUMNS, type Column } from '../../../api/batches/columns.ts';
import { csvItems } from '../../../api/batches/csv.ts';
import { jsonLines } from '../../../api/batches/ndjson.ts';
import { BATCH_KINDS, type BatchKind } from '../../../domain/batches.ts';
import type { ProblemError } from '../../../services/problems/problems.ts';

/** Bytes as they may come over a network: cut anywhere. */
async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let from = 0, index = 0; from < bytes.length; index += 1) {
    const size = sizes[index % sizes.length]!;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

/** What each says, or the problem that it is. */
async function said(makers: AsyncIterable<() => unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const make of makers) all.push(orProblem(make));
  return all;
}

function orProblem(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    const { code, about } = error as ProblemError;
    return { code, ...(about.errors && { errors: about.errors }) };
  }
}

const problem = (reading: Promise<unknown>) =>
  reading.catch((error: unknown) =>
    orProblem(() => {
      throw error;
    }),
  );

const anyCuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
/** What a cell or a field can hold, an empty one apart: quotes, commas, ends of lines, whatever script. */
const anyCell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('"', ',', 'a,"b"\r\nc', '\n', 'Ünïcode 東京 🏨'),
  )
  .map((text) => text.replaceAll('\uFEFF', '') || 'x');

const csvOf = (rows: string[][], { bom, ending }: { bom: boolean; ending: 'unix' | 'windows' }) =>
  Buffer.from(stringify(rows, { bom, record_delimiter: ending, quoted_match: /[\r\n]/ }));
const anyFile = fc.record({ bom: fc.boolean(), ending: fc.constantFrom('unix', 'windows') });

/** An item of which every cell but some is filled in, each line with all of its cells. */
const anyItem = (kind: BatchKind) =>
  fc.record({
    cells: fc.dictionary(fc.constantFrom(...namesOf(kind, false)), anyCell),
    lines: fc.array(
      fc.tuple(...namesOf(kind, true).map((name) => (name === 'capacity' ? fc.constant('17') : anyCell))),
      { maxLength: 3 },
    ),
    repeats: fc.boolean(),
  });
const namesOf = (kind: BatchKind, isOfLine: boolean) =>
  Object.entries(COLUMNS[kind]).flatMap(([name, column]) => ((column.isOfLine ?? false) === isOfLine ? [name] : []));

function put(into: Record<string, unknown>, { path, isNumber }: Column, text: string): void {
  const [field, inner] = path;
  const value = isNumber ? Number(text) : text;
  if (inner === undefined) into[field!] = value;
  else into[field!] = { ...(into[field!] as object | undefined), [inner]: value };
}

describe.each(BATCH_KINDS)('CSV of %s', (kind) => {
  test('says what was written, however it is quoted, cut and ended, with each item’s rows together', async () => {
    const names = Object.keys(COLUMNS[kind]);
    const lineNames = namesOf(kind, true);
    await fc.assert(
      fc.asyncProperty(fc.array(anyItem(kind), { maxLength: 4 }), anyFile, anyCuts, async (items, file, sizes) => {
        // What tells two items apart is each one's own.
        const own = items.map((item, index) => {
          const cells: Record<string, string> = {
            ...item.cells,
            [kind === 'orders' ? 'number' : 'order']: `SO-${index}`,
          };
          return { ...item, cells };
        });
        const rows = own.flatMap(({ cells, lines, repeats }) =>
          (lines.length > 0 ? lines : [[]]).map((line, row) =>
            names.map((name) => {
              const place = lineNames.indexOf(name);
              if (place !== -1) return line[place] ?? '';
              const isKey = ['number', 'order', 'reference'].includes(name);
              return row === 0 || repeats || isKey ? (cells[name] ?? '') : '';
            }),
          ),
        );
        const expected = own.map(({ cells, lines }) => {
          const item: Record<string, unknown> = {};
          for (const [name, text] of Object.entries(cells)) put(item, COLUMNS[kind][name]!, text);
          if (lines.length === 0) return item;
          const asLine = (line: string[]) => {
            const posted: Record<string, unknown> = {};
            for (const [place, name] of lineNames.entries()) put(posted, COLUMNS[kind][name]!, line[place]!);
            return posted;
          };
          return { ...item, lines: kind === 'cancellations' ? lines.map(([line]) => line) : lines.map(asLine) };
        });
        expect(await said(csvItems(kind, cut(csvOf([names, ...rows], file), sizes)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('CSV', () => {
  const read = (...rows: string[]) => said(csvItems('renewals', cut(Buffer.from(rows.join('\n')), [7])));

  test.each<[string, string[], unknown]>([
    [
      'an unknown column',
      ['order,colour', 'SO-1,red'],
      { code: 'INVALID_REQUEST', errors: [{ pointer: '/1', message: 'the column "colour" is not known here' }] },
    ],
    [
      'a column that is named twice',
      ['order,order', 'a,b'],
      { code: 'INVALID_REQUEST', errors: [{ pointer: '/1', message: 'the column order is named twice' }] },
    ],
    [
      'a column of another kind of batch',
      ['number', 'SO-1'],
      { code: 'INVALID_REQUEST', errors: [{ pointer: '/0', message: 'the column "number" is not known here' }] },
    ],
    [
      'a quote that ends nowhere',
      ['order,reference', 'SO-1,"R'],
      { code: 'INVALID_REQUEST', errors: [{ pointer: '', message: expect.stringContaining('line 2') }] },
    ],
    [
      'a quote in the middle of a cell',
      ['order,reference', 'SO-1,"R"x'],
      { code: 'INVALID_REQUEST', errors: [{ pointer: '', message: expect.stringContaining('line 2') }] },
    ],
  ])('with %s is refused whole', async (_, rows, refusal) => {
    expect(await problem(read(...rows))).toEqual(refusal);
  });

  test('that is no UTF-8 is refused whole', async () => {
    const bytes = Buffer.concat([Buffer.from('order,reference\nSO-1,'), Buffer.from([0xe9, 0x0a])]);
    expect(await problem(said(csvItems('renewals', cut(bytes, [5]))))).toEqual({ code: 'MALFORMED_BODY' });
  });

  test('refuses the item of a row that has too few cells or too many, and no other', async () => {
    expect(
      await read('order,reference,endsOn', 'SO-1,R,2027-01-01', 'SO-2,R', 'SO-3,R,2027-01-01,,', 'SO-4,R,2027-01-01'),
    ).toEqual([
      { order: 'SO-1', reference: 'R', endsOn: '2027-01-01' },
      { code: 'INVALID_REQUEST', errors: [{ pointer: '', message: 'line 3 has 2 cells, and there are 3 columns' }] },
      { code: 'INVALID_REQUEST', errors: [{ pointer: '', message: 'line 4 has 5 cells, and there are 3 columns' }] },
      { order: 'SO-4', reference: 'R', endsOn: '2027-01-01' },
    ]);
  });

  test('refuses an item whose rows say two things of it, and takes rows without an order one by one', async () => {
    expect(
      await read(
        'order,reference,endsOn,line',
        'SO-1,R,2027-01-01,1',
        'SO-1,R,2028-01-01,2',
        ',R,,1',
        ',R,,2',
        'SO-1,R2,,1',
      ),
    ).toEqual([
      {
        code: 'INVALID_REQUEST',
        errors: [{ pointer: '/endsOn', message: 'is another in line 3 than in the first row of its item' }],
      },
      { reference: 'R', lines: [{ line: '1' }] },
      { reference: 'R', lines: [{ line: '2' }] },
      { order: 'SO-1', reference: 'R2', lines: [{ line: '1' }] },
    ]);
  });

  test('of its columns alone says nothing, and empty rows are none', async () => {
    expect(await read('order,reference')).toEqual([]);
    expect(await read('order,reference', '', 'SO-1,R', '', '')).toEqual([{ order: 'SO-1', reference: 'R' }]);
    expect(await read('')).toEqual([]);
  });

  test('holds no more of an item than its schema can refuse', async () => {
    const rows = Array.from({ length: 5_000 }, (_, line) => `SO-1,R,${line}`);
    const [item] = (await read('order,reference,line', ...rows)) as { lines: unknown[] }[];
    expect(item!.lines).toHaveLength(1_001);
  });
});

describe('NDJSON', () => {
  test('says what was written, however it is cut and ended', async () => {
    const anyLines = fc.array(fc.jsonValue(), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        anyLines,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.boolean(),
        anyCuts,
        async (values, ending, ends, sizes) => {
          const named = values.map((value) => ({ named: value }));
          const text = named.map((value) => JSON.stringify(value)).join(ending) + (ends ? ending : '');
          const isSaid = await said(jsonLines(cut(Buffer.from(text), sizes)));
          const isTaken = (value: unknown) => orProblem(() => JSON.parse(JSON.stringify(value)));
          expect(
            isSaid.map((one, index) => ((one as { code?: string }).code === 'INVALID_REQUEST' ? named[index] : one)),
          ).toEqual(named.map(isTaken));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('refuses the line that is no JSON, no UTF-8, names something twice or is too long, and no other', async () => {
    const lines = [
      '{"a":1}',
      '{"a":',
      Buffer.from([0x22, 0xe9, 0x22]),
      '{"a":1,"a":2}',
      `"${'x'.repeat(1_100_000)}"`,
      '  ',
      '{"b":2}',
    ];
    const bytes = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
    expect(await said(jsonLines(cut(bytes, [65_536])))).toEqual([
      { a: 1 },
      { code: 'MALFORMED_BODY' },
      { code: 'MALFORMED_BODY' },
      { code: 'INVALID_REQUEST', errors: [{ pointer: '/a', message: 'is given twice' }] },
      { code: 'TOO_LARGE' },
      { b: 2 },
    ]);
  });

  test('with a mark of UTF-8 at its beginning is read without it', async () => {
    expect(await said(jsonLines(cut(Buffer.from('\uFEFF{"a":1}\n'), [2])))).toEqual([{ a: 1 }]);
  });
});
