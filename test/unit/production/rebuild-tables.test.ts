import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { STREAMS } from '../../../db/queries/publishing/streams.ts';

const FOLDER = new URL('../../../db/entities/', import.meta.url);

/** Every table that says of itself that an order's or a server's stream writes it. */
const written = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
  if (!file.endsWith('.ts')) return [];
  const source = readFileSync(new URL(file, FOLDER), 'utf8');
  const [, kind] = /Written by the stream `(order|server)\//.exec(source) ?? [];
  const [, table] = /tableName: '(\w+)'/.exec(source) ?? [];
  return kind ? [`${kind} ${table}`] : [];
});

test('every table that an order or a server writes is compared and rebuilt', () => {
  const rebuilt = Object.entries(STREAMS).flatMap(([kind, { parent, children }]) =>
    [parent, ...Object.values(children)].map(({ entity }) => `${kind} ${entity.meta.tableName}`),
  );
  expect(rebuilt.sort()).toEqual(written.sort());
});
