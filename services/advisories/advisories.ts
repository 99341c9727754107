import {
  listAdvisories,
  publishAdvisory,
  readAdvisory,
  withdrawAdvisory,
  type AdvisoryPosition,
  type KeptAdvisory,
} from '../../db/queries/advisories/advisories.ts';
import { serversOfVersions, versionsInUse, type AffectedServer } from '../../db/queries/advisories/affected.ts';
import { readJournal } from '../../db/queries/read-journal.ts';
import { MOST_OPEN_ADVISORIES, type Advisory } from '../../domain/advisories/advisory.ts';
import { isInRange, parseRange } from '../../domain/advisories/range.ts';
import { sightOf, type Caller } from '../../domain/people/permissions.ts';
import { parseVersion } from '../../domain/server/version.ts';
import type { Asked } from '../asked.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { presentEvent } from '../event-view.ts';
import { instant } from '../orders/view.ts';
import { ProblemError, refuseInvalid } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import type { OpenAdvisories } from './open.ts';

/** It is published, and perhaps withdrawn. */
const LONGEST_LIFE = 10;

type Page = { limit: number; cursor?: string | undefined };

/** An advisory as the API answers it; instants are ISO 8601 UTC. */
export type AdvisoryView = ReturnType<typeof present>;

export type AdvisoryService = ReturnType<typeof createAdvisoryService>;

/** What the vendor says of versions of the AppSuite. Callers have been asked whether they may publish. */
export function createAdvisoryService({ orm, clock, secretKeys }: Deps, open: OpenAdvisories) {
  const cursors = createCursors(secretKeys);
  const em = () => orm.em.fork();

  /** Problems: NOT_FOUND. */
  async function find(id: string): Promise<KeptAdvisory> {
    const kept = await readAdvisory(em(), id);
    if (!kept) throw new ProblemError('NOT_FOUND');
    return kept;
  }

  return {
    /** The open ones that concern a version, which a document names; null is a server that never said one. */
    affecting: (version: string | null) => open.affecting(version),

    /** Problems: NOT_FOUND. */
    read: async (id: string): Promise<AdvisoryView> => present(await find(id)),

    /** What became of it, newest first; that is little. */
    async life(id: string) {
      const items = await readJournal(em(), [`advisory/${id}`], { types: [] }, LONGEST_LIFE, {});
      return items.map(presentEvent).reverse();
    },

    /** All, or the open ones alone, last published first. Problems: INVALID_REQUEST for a forged cursor. */
    async list(onlyOpen: boolean, { limit, cursor }: Page) {
      const list = onlyOpen ? 'advisories/open' : 'advisories';
      const after = cursors.read<AdvisoryPosition>(list, cursor);
      const rows = await listAdvisories(em(), { open: onlyOpen, limit: limit + 1, after });
      return toPage(rows, limit, present, ({ publishedAt, id }) => cursors.write(list, { publishedAt, id }));
    },

    /**
     * Publishes an advisory: documents of affected servers name it from their next check-in on. The same again changes
     * nothing; whether it was new is answered. Problems: INVALID_REQUEST, ADVISORY_ID_TAKEN, TOO_MANY_ADVISORIES.
     */
    async publish(advisory: Advisory, { by }: Asked): Promise<{ isNew: boolean; view: AdvisoryView }> {
      const before = await readAdvisory(em(), advisory.id);
      if (!before) {
        refuseWrong(advisory);
        const hasRoom = await publishAdvisory(em(), advisory, { by, at: new Date(clock()) }, MOST_OPEN_ADVISORIES);
        if (!hasRoom) throw new ProblemError('TOO_MANY_ADVISORIES', { details: { most: MOST_OPEN_ADVISORIES } });
        open.forget();
      }
      const kept = before ?? (await find(advisory.id));
      if (!isSame(kept, advisory)) throw new ProblemError('ADVISORY_ID_TAKEN');
      return { isNew: !before, view: present(kept) };
    },

    /** Withdraws it: documents name it no more. Again is no error. Problems: NOT_FOUND. */
    async withdraw(id: string, { by }: Asked): Promise<void> {
      await find(id);
      await withdrawAdvisory(em(), id, { by, at: new Date(clock()) });
      open.forget();
    },

    /**
     * The activated servers whose version it concerns and that a caller may see, by id, with when each was told.
     * Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor.
     */
    async listServers(caller: Caller, id: string, { limit, cursor }: Page) {
      const range = parseRange((await find(id)).affects);
      const list = `advisories/${id}/servers`;
      const after = cursors.read<string>(list, cursor);
      const looking = { sight: sightOf(caller), nowMs: clock() };
      const inUse = range ? await versionsInUse(em(), looking) : [];
      const versions = inUse.filter((version) => isInRange(version, range!));
      const asked = { advisory: id, versions, limit: limit + 1, after };
      const rows = versions.length === 0 ? [] : await serversOfVersions(em(), looking, asked);
      return toPage(rows, limit, presentServer, (row) => cursors.write(list, row.id));
    },
  };
}

function refuseWrong({ title, affects, url, fixedIn }: Advisory): void {
  checkTexts({ '/title': title });
  const range = parseRange(affects);
  const isRead = fixedIn === null || parseVersion(fixedIn) !== null;
  refuseInvalid([
    ...(range ? [] : [{ pointer: '/affects', message: NO_RANGE }]),
    ...(isRead ? [] : [{ pointer: '/fixedIn', message: 'is no version: write it as 2026.Winter.3' }]),
    ...(range && fixedIn !== null && isInRange(fixedIn, range)
      ? [{ pointer: '/fixedIn', message: 'is itself a version that `affects` names' }]
      : []),
    ...(isWeb(url) ? [] : [{ pointer: '/url', message: 'is no address that begins with https://' }]),
  ]);
}

const NO_RANGE = 'is no list of comparisons joined by spaces, such as <2026.Winter.3 or >=2025.Winter.1 <2026.Winter.3';

function isWeb(url: string): boolean {
  return URL.parse(url)?.protocol === 'https:' && !/\s/.test(url);
}

function isSame(kept: KeptAdvisory, { title, severity, affects, url, fixedIn }: Advisory): boolean {
  return (
    kept.title === title &&
    kept.severity === severity &&
    kept.affects === affects &&
    kept.url === url &&
    kept.fixedIn === fixedIn
  );
}

function present({ publishedAt, withdrawnAt, ...advisory }: KeptAdvisory) {
  return { ...advisory, publishedAt: instant(publishedAt), withdrawnAt: instant(withdrawnAt) };
}

function presentServer({ customerId: customer, toldAt, ...server }: AffectedServer) {
  return { ...server, customer, toldAt: instant(toldAt) };
}
