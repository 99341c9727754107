import type { ReactNode } from 'react';
import { useTexts } from '../../reader.ts';
import { listed } from '../list/listed.ts';

type FoldedProps = {
  /** What is chosen, in the reader's words, to be read while it is folded. */
  chosen: readonly string[];
  children: ReactNode;
};

/** Fields of a filter that fold on a telephone, where they would fill the screen; elsewhere they stand open. */
export function Folded({ chosen, children }: FoldedProps) {
  const { filter, words } = useTexts();
  return (
    <details className="filters">
      <summary>
        {filter.filters}
        {chosen.length > 0 && `: ${listed(chosen, words.comma)}`}
      </summary>
      <div className="d-flex flex-wrap align-items-end gap-2">{children}</div>
    </details>
  );
}
