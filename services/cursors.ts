import { timingSafeEqual } from 'node:crypto';
import { derive, type NamedKey } from '../secrets/named-keys.ts';
import { bytesOf } from '../secrets/strict.ts';
import { invalid } from './problems/problems.ts';

const LABEL = 'cursor';
const MAC_BYTES = 12;

/** Makes and reads cursors: opaque, for one list, and impossible to forge. */
export function createCursors(keys: readonly NamedKey[]) {
  const mac = (key: NamedKey, list: string, content: string) =>
    derive(key, LABEL, [list, content]).subarray(0, MAC_BYTES);

  return {
    write(list: string, position: unknown): string {
      const content = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${content}.${mac(keys[0]!, list, content).toString('base64url')}`;
    },

    /** Problems: INVALID_REQUEST for a cursor that this list never gave. */
    read<Position>(list: string, cursor: string | undefined, pointer = '/cursor'): Position | null {
      if (cursor === undefined) return null;
      const [content = '', signature = '', ...others] = cursor.split('.');
      const given = others.length === 0 ? bytesOf(signature) : null;
      const holds = keys.some((key) => given?.length === MAC_BYTES && timingSafeEqual(given, mac(key, list, content)));
      if (!holds) throw invalid([{ pointer, message: 'is no cursor that this list gave' }]);
      return JSON.parse(Buffer.from(content, 'base64url').toString()) as Position;
    },
  };
}

/** Cuts what was read, one more than asked for, into a page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
  cursorOf: (last: Row) => string,
): { items: Item[]; nextCursor: string | null } {
  const items = rows.slice(0, limit).map(present);
  return { items, nextCursor: rows.length > limit ? cursorOf(rows[limit - 1]!) : null };
}
