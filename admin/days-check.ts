import type { EntityManager } from '@mikro-orm/postgresql';
import { datedLines, type DatedLine } from '../db/queries/orders/dated-lines.ts';
import { driftOf, type Drift } from '../domain/order/drift.ts';

const AT_ONCE = 1_000;

/**
 * Names the lines of open orders with boundaries to come that today's time zone database puts elsewhere, a boundary a line
 * of text. It changes nothing.
 */
export async function checkDays(em: EntityManager, nowMs = Date.now()): Promise<string> {
  const drifted: string[] = [];
  for await (const { line, drifts } of driftingLines(em, nowMs))
    for (const { boundary, kept, today } of drifts)
      drifted.push(
        `${line.order} line ${line.line} (${line.timeZone}): ${boundary} ${inUtc(kept)}, today ${inUtc(today)}`,
      );
  return drifted.length === 0
    ? 'Every boundary to come is where the time zone database has it today.'
    : drifted.join('\n');
}

/** Lines of open orders with what of them lies elsewhere today, by order. */
export async function* driftingLines(
  em: EntityManager,
  nowMs: number,
): AsyncGenerator<{ line: DatedLine; drifts: Drift[] }> {
  let last: DatedLine | null = null;
  for (;;) {
    const lines: DatedLine[] = await datedLines(em, last, AT_ONCE);
    for (const line of lines) {
      const drifts = driftOf(line, line.timeZone, nowMs);
      if (drifts.length > 0) yield { line, drifts };
    }
    last = lines.at(-1) ?? null;
    if (lines.length < AT_ONCE) return;
  }
}

function inUtc(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
