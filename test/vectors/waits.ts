import { afterNews, afterWait, freshWaits, type WaitOutcome, type Waits } from '../../agent/enforcement/waits.ts';

/** How a wait ended: after how many seconds, and with what. */
type End = { after: number } & (
  | { changed: 'no' }
  | { changed: 'yes'; isNews: boolean }
  | { retryAfter: number }
  | { brokenOff: true }
  | { isUnknown: true }
);

const no = (after = 55): End => ({ after, changed: 'no' });
const yes = (isNews: boolean): End => ({ after: 12, changed: 'yes', isNews });
const broken = (after: number): End => ({ after, brokenOff: true });
const later = (retryAfter: number): End => ({ after: 3, retryAfter });
const unknown: End = { after: 0, isUnknown: true };

const CASES: Record<string, End[]> = {
  'nothing changes': [no(), no()],
  'news, and none': [yes(true), no(), yes(true)],
  'news that are none': [yes(false), yes(false), yes(false), yes(true), yes(false)],
  'a newer wait in the place of this one': [no(1), no(55)],
  'a process that stops': [later(1), no(), later(60)],
  'a service that is away for long': [later(5), later(5), later(300), ...Array<End>(6).fill(broken(0)), no(), later(5)],
  'a proxy that cuts off after 30 s': [broken(30), broken(30.9), no(27), no(27)],
  'a proxy that cuts off after 10 s': [...Array<End>(4).fill(broken(10)), no(13), broken(10)],
  'a proxy that cuts off everything': Array<End>(12).fill(broken(3)),
  'connections that break at other ages': [broken(30), broken(31.6), broken(5), broken(20)],
  'the same age with something between': [broken(30), no(), broken(30), later(5), broken(30)],
  'nobody there at all': [broken(0), broken(0), broken(1.9), broken(1.9)],
  'a service that does not know of it': [unknown],
};

/** What an AppSuite does after each of some waits. */
export function waitVectors() {
  return Object.entries(CASES).map(([name, ends]) => {
    let waits = freshWaits();
    const steps = ends.map((end) => {
      const nowMs = end.after * 1_000;
      const next = (random: number) => afterEnd(waits, end, nowMs, () => random);
      const [latest, earliest] = [next(0), next(1)];
      waits = latest;
      const pause = [earliest, latest].map(({ next: { atMs } }) => Math.max(0, atMs - nowMs) / 1_000);
      return { ...end, seconds: latest.seconds, pause: pause[1] === Infinity ? null : pause };
    });
    return { name, steps };
  });
}

function afterEnd(waits: Waits, end: End, nowMs: number, random: () => number): Waits {
  const after = afterWait(waits, outcomeOf(end), { beganMs: 0, seconds: waits.seconds, nowMs }, random);
  return 'isNews' in end && end.isNews ? afterNews(after) : after;
}

function outcomeOf(end: End): WaitOutcome {
  if ('brokenOff' in end) return { kind: 'cut', afterMs: end.after * 1_000 };
  if ('retryAfter' in end) return { kind: 'later', retryAfterSeconds: end.retryAfter };
  if ('isUnknown' in end) return { kind: 'never' };
  return { kind: end.changed === 'yes' ? 'news' : 'none' };
}
