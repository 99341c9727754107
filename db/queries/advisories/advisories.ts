import type { EntityManager } from '@mikro-orm/postgresql';
import type { Advisory, AdvisoryEvent } from '../../../domain/advisories/advisory.ts';
import type { By } from '../../../domain/people/permissions.ts';
import type { AdvisoryRow } from '../../entities/servers/advisory.ts';
import { inMs, type Read } from '../instants.ts';
import { journaled } from '../publishing/journal.ts';
import { takeTurn } from '../turns.ts';

/** An advisory as it is kept; instants in epoch milliseconds. */
export type KeptAdvisory = Read<Omit<AdvisoryRow, 'seq'>>;

/** Where a list of advisories goes on. */
export type AdvisoryPosition = Pick<KeptAdvisory, 'publishedAt' | 'id'>;

const RECORD = `select id, title, severity, affects, url, fixed_in as "fixedIn", ${inMs('published_at')} as "publishedAt",
  ${inMs('withdrawn_at')} as "withdrawnAt" from advisories`;

/** Null where there is none. */
export async function readAdvisory(em: EntityManager, id: string): Promise<KeptAdvisory | null> {
  const [row] = await em.execute<KeptAdvisory[]>(`${RECORD} where id = ?`, [id]);
  return row ?? null;
}

/** Those that are not withdrawn, first published first. */
export function openAdvisories(em: EntityManager): Promise<KeptAdvisory[]> {
  return em.execute<KeptAdvisory[]>(`${RECORD} where withdrawn_at is null order by published_at, id`);
}

/** All, or those that are open, last published first, from a position on. */
export function listAdvisories(
  em: EntityManager,
  { open, limit, after }: { open: boolean; limit: number; after: AdvisoryPosition | null },
): Promise<KeptAdvisory[]> {
  return em.execute<KeptAdvisory[]>(
    `${RECORD} where true ${open ? 'and withdrawn_at is null' : ''} ${after ? 'and (published_at, id) < (?, ?)' : ''}
     order by published_at desc, id desc limit ?`,
    [...(after ? [new Date(after.publishedAt), after.id] : []), limit],
  );
}

type Told = { by: By; at: Date };

/**
 * Publishes an advisory and journals it, if fewer than `most` are open; one whose id is known stays as it is. Answers
 * whether there is room: no where nothing was written for want of it.
 */
export async function publishAdvisory(
  em: EntityManager,
  advisory: Advisory,
  told: Told,
  most: number,
): Promise<boolean> {
  const { id, title, severity, affects, url, fixedIn } = advisory;
  return em.transactional(async (tx) => {
    await takeTurn(tx, 'advisories');
    const [found] = await tx.execute<[{ isKnown: boolean; open: number }]>(
      `select exists (select from advisories where id = ?) as "isKnown",
         (select count(*)::int from advisories where withdrawn_at is null) as open`,
      [id],
    );
    if (found.isKnown) return true;
    if (found.open >= most) return false;
    const event: AdvisoryEvent = { type: 'advisory-published', title, severity, affects, url, fixedIn };
    await tx.execute(
      `with changed as (
         insert into advisories (id, seq, title, severity, affects, url, fixed_in, published_at)
         values (?, 1, ?, ?, ?, ?, ?, ?) returning id, seq),
       ${appended(event)} select 1`,
      [id, title, severity, affects, url, fixedIn, told.at, ...valuesOf(event, told)],
    );
    return true;
  });
}

/** Withdraws an advisory that is open, and journals that. */
export async function withdrawAdvisory(em: EntityManager, id: string, told: Told): Promise<void> {
  const event: AdvisoryEvent = { type: 'advisory-withdrawn' };
  await em.execute(
    `with changed as (
       update advisories set withdrawn_at = ?, seq = seq + 1 where id = ? and withdrawn_at is null returning id, seq),
     ${appended(event)} select 1`,
    [told.at, id, ...valuesOf(event, told)],
  );
}

function appended({ type }: AdvisoryEvent): string {
  return journaled(`select 'advisory/' || id, seq, '${type}', ?::timestamptz, ?::timestamptz, ?::jsonb from changed`);
}

function valuesOf({ type: _type, ...data }: AdvisoryEvent, { by, at }: Told): unknown[] {
  return [at, at, JSON.stringify({ ...data, by })];
}
