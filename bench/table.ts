import type { Row } from './in-turns.ts';

/** The rows as a table in Markdown. */
export function table(rows: Row[]): string {
  const cells = rows.map(({ what, ours, against, theirs, ratio, target }) => [
    ...[what, ours.toFixed(0), against, theirs.toFixed(0), ratio.toFixed(2)],
    `≥ ${target}${ratio < target ? ', missed' : ''}`,
  ]);
  const head = ['per second', 'here', 'beside', 'there', 'ratio', 'target'];
  const lines = [head, head.map(() => '---'), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
