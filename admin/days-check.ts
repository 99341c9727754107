import type { EntityManager } from '@mikro-orm/postgresql';
import { datedLines, type DatedLine } from '../db/queries/orders/dated-lines.ts';
import { driftOf } from '../domain/order/drift.ts';

const AT_ONCE = 1_000;

/**
 * Names the lines of open orders with boundaries to come that today's time zone database puts elsewhere, a boundary a line
 * of text. It changes nothing.
 */
export async function checkDays(em: EntityManager, nowMs = Date.now()): Promise<string> {
  const drifted: string[] = [];
  let last: DatedLine | null = null;
  for (;;) {
    const lines: DatedLine[] = await datedLines(em, last, AT_ONCE);
    for (const line of lines)
      for (const { boundary, kept, today } of driftOf(line, line.timeZone, nowMs))
        drifted.push(
          `${line.order} line ${line.line} (${line.timeZone}): ${boundary} ${inUtc(kept)}, today ${inUtc(today)}`,
        );
    last = lines.at(-1) ?? null;
    if (lines.length < AT_ONCE) break;
  }
  return drifted.length === 0
    ? 'Every boundary to come is where the time zone database has it today.'
    : drifted.join('\n');
}

function inUtc(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
