import { ORDER_CHANGES } from '../../../domain/order/offers.ts';
import { Notice } from '../../parts/said/notice.tsx';
import type { Query } from '../../parts/list/query.ts';
import { useTexts } from '../../reader.ts';

const DONE = [...ORDER_CHANGES, 'place'] as const;

/** Which change a page's address says was made, and whether it shows already. */
export function readChanged({ changed, soon }: Query) {
  const change = DONE.find((one) => one === changed);
  return change ? { change, isSoon: soon !== undefined } : null;
}

/** Says what was done to an order, and what comes next. */
export function ChangedNotice({ changed }: { changed: ReturnType<typeof readChanged> }) {
  const { orderChanges } = useTexts();
  if (!changed) return null;
  const { done, next } = orderChanges.changes[changed.change];
  return (
    <Notice kind="success" title={done} text={next}>
      {changed.isSoon && <div>{orderChanges.soon}</div>}
    </Notice>
  );
}
