import type { ListedKey } from '../db/queries/accounts/api-keys.ts';

const HEADINGS = ['id', 'account', 'name', 'made', 'last used'];

/** Keys as lines of text, a key each, below the names of the columns; instants in UTC, to the minute. */
export function tableOfKeys(keys: readonly ListedKey[]): string {
  const rows = keys.map(({ id, account, name, createdAt, lastUsedAt }) => [
    ...[id, account, name ?? '–', toMinute(createdAt)],
    lastUsedAt ? toMinute(lastUsedAt) : '–',
  ]);
  const lines = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toMinute(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}Z`;
}
