import type { ListedKey } from '../db/queries/accounts/api-keys.ts';

const HEADINGS = ['id', 'account', 'name', 'scopes', 'made', 'by', 'ends', 'last used'];
const NOTHING = '–';

/** Keys as lines of text, a key each, below the names of the columns; instants in UTC, to the minute. */
export function tableOfKeys(keys: readonly ListedKey[]): string {
  const rows = keys.map(({ id, account, name, scopes, createdAt, createdBy, expiresAt, lastUsedAt }) => [
    ...[id, account, name ?? NOTHING, scopes?.join(',') ?? 'all', toMinute(createdAt), createdBy ?? NOTHING],
    ...[toMinute(expiresAt), toMinute(lastUsedAt)],
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

function toMinute(epochMs: number | null): string {
  return epochMs === null ? NOTHING : `${new Date(epochMs).toISOString().slice(0, 16)}Z`;
}
