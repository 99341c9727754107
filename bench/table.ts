import type { Row } from './in-turns.ts';

/** The rows as a table in Markdown. */
export function table(rows: Row[]): string {
  const cells = rows.map(({ what, ours, against, theirs, ratio, target, beside = '' }) => [
    ...[what, ours.toFixed(0), against, theirs.toFixed(0), ratio.toFixed(2)],
    ...[target === null ? '' : `≥ ${target}${ratio < target ? ', missed' : ''}`, beside],
  ]);
  const head = ['per second', 'here', 'beside', 'there', 'ratio', 'target', 'here / there'];
  const lines = [head, head.map(() => '---'), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
