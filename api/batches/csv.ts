import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { BatchKind } from '../../domain/batches.ts';
import type { InputError } from '../../domain/order/arriving/accept.ts';
import { invalid, ProblemError, refuseInvalid } from '../../services/problems/problems.ts';
import { COLUMNS, KEYS, type Column } from './columns.ts';

/** A row with the line of the file at which it ends, for whoever has to find it. */
type Row = { cells: string[]; line: number };
type Named = { name: string; column: Column };

/** More rows than an item can have lines: what follows is refused by its schema, and not held. */
const MOST_ROWS = 1_001;
/** As large as the body of a single call. */
const LONGEST_ROW_CHARACTERS = 1_048_576;

const NUMBER = /^\d{1,9}$/;

/**
 * What the rows of a CSV file (RFC 4180, UTF-8, with commas) say, as something that makes each item or throws why that can't
 * be done. Rows that follow one another and name the same item are one. An empty cell says nothing. Problems:
 * INVALID_REQUEST for columns that are unknown or named twice and for quotes that end nowhere, MALFORMED_BODY for what is no UTF-8.
 */
export async function* csvItems(kind: BatchKind, chunks: AsyncIterable<Buffer>): AsyncGenerator<() => unknown> {
  let columns: Named[] | null = null;
  let rows: Row[] = [];
  for await (const row of rowsOf(chunks)) {
    if (columns === null) {
      columns = columnsOf(kind, row.cells);
      continue;
    }
    const [first] = rows;
    if (first && !areOfOneItem(kind, columns, first, row)) {
      yield itemOf(columns, rows);
      rows = [];
    }
    if (rows.length < MOST_ROWS) rows.push(row);
  }
  if (columns !== null && rows.length > 0) yield itemOf(columns, rows);
}

async function* rowsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const parser = parse({
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW_CHARACTERS,
  });
  const texts = Readable.from(decoded(chunks));
  texts.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { cells: record, line: info.lines };
  } catch (error) {
    if (error instanceof CsvError) throw invalid([{ pointer: '', message: `cannot be read as CSV: ${error.message}` }]);
    throw error;
  } finally {
    texts.destroy();
  }
}

/** The text of bytes as they come, without the mark of UTF-8 at its beginning. */
async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new ProblemError('MALFORMED_BODY');
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

function columnsOf(kind: BatchKind, names: string[]): Named[] {
  refuseInvalid(
    names.flatMap((name, index): InputError[] => {
      const pointer = `/${index}`;
      if (!Object.hasOwn(COLUMNS[kind], name))
        return [{ pointer, message: `the column ${JSON.stringify(name)} is not known here` }];
      return names.indexOf(name) === index ? [] : [{ pointer, message: `the column ${name} is named twice` }];
    }),
  );
  return names.map((name) => ({ name, column: COLUMNS[kind][name]! }));
}

/** A row that lacks what names its item stands for itself. */
function areOfOneItem(kind: BatchKind, columns: Named[], one: Row, other: Row): boolean {
  const [main] = KEYS[kind];
  return (
    columns.every(({ name }, index) => {
      if (!KEYS[kind].includes(name)) return true;
      return one.cells[index] === other.cells[index] && (name !== main || Boolean(one.cells[index]));
    }) && columns.some(({ name }) => name === main)
  );
}

function itemOf(columns: Named[], rows: Row[]): () => unknown {
  return () => {
    refuseInvalid([
      ...rows.flatMap(({ cells, line }) =>
        cells.length === columns.length
          ? []
          : [
              {
                pointer: '',
                message: `line ${line} has ${cells.length} cells, and there are ${columns.length} columns`,
              },
            ],
      ),
      ...differing(columns, rows),
    ]);
    const item: Record<string, unknown> = {};
    put(item, columns, rows[0]!, false);
    const lines = rows.flatMap((row) => lineOf(columns, row));
    return lines.length > 0 ? { ...item, lines } : item;
  };
}

/** What is no part of a line stands in the first row; others leave it empty, or repeat it. */
function differing(columns: Named[], [first, ...others]: Row[]): InputError[] {
  return columns.flatMap(({ column }, index) => {
    const other = column.isOfLine
      ? undefined
      : others.find(({ cells }) => cells[index] && cells[index] !== first!.cells[index]);
    return other
      ? [
          {
            pointer: `/${column.path.join('/')}`,
            message: `is another in line ${other.line} than in the first row of its item`,
          },
        ]
      : [];
  });
}

function lineOf(columns: Named[], row: Row): unknown[] {
  const itself = columns.findIndex(({ column }) => column.isOfLine && column.path.length === 0);
  if (itself !== -1) return row.cells[itself] ? [row.cells[itself]] : [];
  const line = {};
  put(line, columns, row, true);
  return Object.keys(line).length > 0 ? [line] : [];
}

function put(into: Record<string, unknown>, columns: Named[], { cells }: Row, isOfLine: boolean): void {
  for (const [index, { column }] of columns.entries()) {
    const text = cells[index];
    if (!text || (column.isOfLine ?? false) !== isOfLine) continue;
    const value = column.isNumber && NUMBER.test(text) ? Number(text) : text;
    const [field, inner] = column.path;
    if (inner === undefined) into[field!] = value;
    else into[field!] = { ...(into[field!] as object | undefined), [inner]: value };
  }
}
