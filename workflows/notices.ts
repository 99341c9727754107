import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { digestDay, nextDigestAt, noticeKey } from '../domain/notices.ts';
import {
  noticeSignal,
  noticesQuery,
  type DigestAnswer,
  type NoticesStart,
  type WaitingNotice,
} from '../temporal/contract.ts';
import { durably } from './durably.ts';
import { isLongRun } from './rollover.ts';
import { failUnknownSignals } from './signals.ts';

const MOST_SHOWN = 50;

/** Never a local activity: that would keep its workflow task, and the orders that are asked need tasks to answer. */
const sendDigest = durably('sendDigest', 'Send the digest of the day, if anything is left to tell', {
  localAttempts: 0,
});

/**
 * What one account is to be told of, collected until its morning: one digest a day at most, over all its orders. It ends
 * when nothing waits, and the next notice starts it again; what was told is remembered where digests are kept.
 */
export async function notices({ account, waiting: carried }: NoticesStart): Promise<void> {
  let waiting = carried;
  let lastDigest: DigestAnswer['outcome'] | null = null;
  let moved = false;

  setHandler(noticesQuery, () => waiting);
  setHandler(noticeSignal, (notice) => {
    if (waiting.some((known) => noticeKey(known) === noticeKey(notice))) return;
    const { timeZone } = notice;
    // An account has one time zone, and the newest is it.
    if (waiting.some((known) => known.timeZone !== timeZone)) {
      moved = true;
      waiting = waiting.map((known) => ({ ...known, timeZone }));
    }
    waiting.push(notice);
    show();
  });
  failUnknownSignals();
  await condition(() => waiting.length > 0);

  while (waiting.length > 0) {
    show();
    moved = false;
    const due = nextDue();
    const summary = `Waits for the digest of ${new Date(due).toISOString()}`;
    const interrupted = await condition(() => moved || isLongRun(), due - Date.now(), { summary });
    // Late by hours it is still sent on its day, but never before the morning.
    const day = interrupted ? null : digestDay(Date.now(), waiting[0]!.timeZone);
    if (day !== null) await tell(day);
    if (isLongRun() && waiting.length > 0) return continueAsNew<typeof notices>({ account, waiting });
  }
  show();

  function nextDue(): number {
    return nextDigestAt(Date.now(), waiting[0]!.timeZone);
  }

  function show(): void {
    setCurrentDetails(describe(waiting, waiting.length > 0 ? nextDue() : null, lastDigest));
  }

  async function tell(day: string): Promise<void> {
    const asked = [...waiting];
    const request = { account, day, notices: asked.map(({ timeZone: _, ...notice }) => notice) };
    const { outcome, left } = await sendDigest(request);
    lastDigest = outcome;
    const settled = new Set(asked.map(noticeKey)).difference(new Set(left.map(noticeKey)));
    waiting = waiting.filter((notice) => !settled.has(noticeKey(notice)));
  }
}

function describe(waiting: WaitingNotice[], due: number | null, lastDigest: string | null): string {
  const last = `The last digest of this run: ${lastDigest ?? 'none'}.`;
  if (due === null) return `Nothing waits. ${last}`;
  const shown = waiting.slice(0, MOST_SHOWN);
  return [
    `${waiting.length} wait for the digest of ${new Date(due).toISOString()}. ${last}`,
    '',
    '| order | line | what | days before | ends on |',
    '|---|---|---|---|---|',
    ...shown.map(({ order, line, what, days, endsOn }) => `| ${order} | ${line} | ${what} | ${days} | ${endsOn} |`),
    ...(shown.length < waiting.length ? ['', `and ${waiting.length - shown.length} more`] : []),
  ].join('\n');
}
