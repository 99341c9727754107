/**
 * Instants are epoch milliseconds wherever queries answer them, as in rules and workflows; entities, parameters and rows to
 * be written hold a `Date`. A statement never answers a bare `timestamptz`: the driver would make text of it.
 */

/** What a row, or some of it, is once it was read: nothing is absent, and no instant is a `Date`. */
export type Read<Row> = { [Column in keyof Row & string]-?: ReadValue<Exclude<Row[Column], undefined>> };
type ReadValue<Value> = Value extends Date ? number : Value;

/** In SQL, an instant as it is answered. */
export function inMs(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}

/** An instant as it is written. */
export function instant(epochMs: number): Date;
export function instant(epochMs: number | null): Date | null;
export function instant(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}
