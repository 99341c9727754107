import type { Seen } from './load.ts';

/** A time of a scenario, in milliseconds from the beginning of the load. */
export type Phase = { name: string; fromMs: number; toMs: number };

/** What callers saw in each time: attempts that began in it, how long they took, and what became of those that had no answer. */
export function reportOf(seen: readonly Seen[], phases: readonly Phase[]): string[] {
  const rows = phases.map(({ name, fromMs, toMs }) => {
    const within = seen.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
    const ms = within.map((one) => one.ms).toSorted((a, b) => a - b);
    const unanswered = Object.entries(
      countOf(within.filter(({ isAnswered }) => !isAnswered).map(({ outcome }) => outcome)),
    );
    const failed = unanswered.toSorted(([, a], [, b]) => b - a).map(([outcome, count]) => `${count} × ${outcome}`);
    return [
      ...[name, `${((toMs - fromMs) / 1000).toFixed(0)} s`, `${within.length}`],
      ...[inSeconds(at(ms, 0.5)), inSeconds(at(ms, 0.95)), inSeconds(at(ms, 1)), failed.join(', ') || 'all answered'],
    ];
  });
  return inColumns([['', 'for', 'attempts', 'p50', 'p95', 'slowest', 'without an answer'], ...rows]);
}

/** How long after an instant the last attempt that had no answer began; 0 where each had one. */
export function quietAfterMs(seen: readonly Seen[], atMs: number): number {
  const late = seen.filter((one) => !one.isAnswered && one.atMs > atMs);
  return Math.max(0, ...late.map((one) => one.atMs - atMs));
}

function countOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const inSeconds = (ms: number) => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

function inColumns(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
