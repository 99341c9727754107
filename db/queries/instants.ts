/** An instant as the database layer takes it, from epoch milliseconds. */
export function instant(epochMs: number): Date;
export function instant(epochMs: number | null): Date | null;
export function instant(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}
