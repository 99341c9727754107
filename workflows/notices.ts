import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { digestDay, isSameNotice, nextDigestAt } from '../domain/notices.ts';
import { noticeSignal, noticesQuery, type DigestAnswer, type NoticesStart, type WaitingNotice } from './contract.ts';
import { durably } from './durably.ts';
import { wantsRollOver } from './rollover.ts';

const sendDigest = durably('sendDigest', 'Send the digest of the day, if anything is left to tell', 1);

/**
 * What one account is to be told of, collected until its morning: one digest a day at most, over all its orders. It ends
 * when nothing waits, and the next notice starts it again; what was told is remembered where digests are kept.
 */
export async function notices({ account, waiting: carried }: NoticesStart): Promise<void> {
  let waiting = carried;
  let lastDigest: DigestAnswer['outcome'] | null = null;
  let changed = false;

  setHandler(noticesQuery, () => waiting);
  setHandler(noticeSignal, (notice) => {
    if (waiting.some((known) => isSameNotice(known, notice))) return;
    // The newest time zone counts for all: an account has one.
    changed ||= waiting.some(({ timeZone }) => timeZone !== notice.timeZone);
    waiting = [...waiting.map((known) => ({ ...known, timeZone: notice.timeZone })), notice];
  });
  await condition(() => waiting.length > 0);

  while (waiting.length > 0) {
    const due = nextDigestAt(Date.now(), waiting[0]!.timeZone);
    setCurrentDetails(describe(waiting, due, lastDigest));
    changed = false;
    const summary = `Waits for the digest of ${new Date(due).toISOString()}`;
    const interrupted = await condition(() => changed || wantsRollOver(), due - Date.now(), { summary });
    // Late by hours it is still sent on its day, but never before the morning.
    const day = interrupted ? null : digestDay(Date.now(), waiting[0]!.timeZone);
    if (day !== null) await tell(day);
    if (wantsRollOver() && waiting.length > 0) return continueAsNew<typeof notices>({ account, waiting });
  }
  setCurrentDetails(`Nothing waits. The last digest: ${lastDigest ?? 'none'}.`);

  async function tell(day: string): Promise<void> {
    const asked = waiting;
    const request = { account, day, notices: asked.map(({ timeZone: _, ...notice }) => notice) };
    const { outcome, left } = await sendDigest(request);
    lastDigest = outcome;
    const isSettled = (notice: WaitingNotice) =>
      asked.some((one) => isSameNotice(one, notice)) && !left.some((one) => isSameNotice(one, notice));
    waiting = waiting.filter((notice) => !isSettled(notice));
  }
}

function describe(waiting: WaitingNotice[], due: number, lastDigest: string | null): string {
  const shown = waiting.slice(0, 50);
  return [
    `The next digest is due at ${new Date(due).toISOString()}; ${waiting.length} notices wait for it. The last one: ${lastDigest ?? 'none in this run'}.`,
    '',
    '| order | line | what | days before | ends on |',
    '|---|---|---|---|---|',
    ...shown.map(({ order, line, what, days, endsOn }) => `| ${order} | ${line} | ${what} | ${days} | ${endsOn} |`),
    ...(shown.length < waiting.length ? ['', `and ${waiting.length - shown.length} more`] : []),
  ].join('\n');
}
