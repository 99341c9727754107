/** An event as it stands in a journal: numbered in its stream, with the instant it took effect and the one it was written down. */
export type Recorded<Event> = Event & {
  /** Position in the stream, from 1, without gaps. */
  seq: number;
  /** Epoch milliseconds at which it took effect. */
  at: number;
  /** Epoch milliseconds at which the workflow wrote it down; later than `at` when nothing ran in between. */
  recordedAt: number;
};

/** What every stream's state knows about its own journal. */
export type Position = { seq: number; lastAt: number };

/** The instant a command counts for: never before the stream's last event, never in the future. */
export function clampAt(position: Position, atMs: number, nowMs: number): number {
  return Math.max(position.lastAt, Math.min(atMs, nowMs));
}

/** Numbers an event as the next of its stream. */
export function recordNext<Event>(
  position: Position,
  event: Event,
  atMs: number,
  recordedAtMs: number,
): Recorded<Event> {
  return { ...event, seq: position.seq + 1, at: atMs, recordedAt: recordedAtMs };
}
