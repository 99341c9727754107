import { Notice } from '../../parts/said/notice.tsx';
import { Timeline } from '../../parts/said/timeline.tsx';
import { useTexts } from '../../reader.ts';
import type { JournalEvent } from '../../services.ts';

/** What happened to an order last, and what to call who did it. */
export type LastChange = { events: readonly JournalEvent[]; doers: ReadonlyMap<string, string> };

type ChangedNoticeProps = {
  changed: LastChange;
  /** What its reader is to do about it. */
  text: string;
  /** Names of the customer's servers. */
  servers?: ReadonlyMap<string, string>;
};

/** The order has changed since a form about it was opened: by whom, and what to do. */
export function ChangedNotice({ changed: { events, doers }, text, servers = new Map() }: ChangedNoticeProps) {
  return (
    <Notice kind="warning" title={useTexts().orderChanges.changedMeanwhile} text={text}>
      <Timeline events={events} kind="orderEvents" names={{ servers, deliveries: new Map(), doers }} />
    </Notice>
  );
}
