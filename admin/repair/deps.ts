import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import type { NamedKey } from '../../secrets/named-keys.ts';

/** So much is looked at at the same time; each has two connections at most. */
export const AT_A_TIME = 16;

export type RepairDeps = {
  orm: MikroORM;
  client: Client;
  secretKeys: readonly NamedKey[];
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

export type RepairOptions = {
  /** Says what differs and changes nothing. */
  onlyCheck: boolean;
  /** Streams of which a person decided that the journal counts where it and the workflow tell of different things, or the workflow where an intake is of another order. */
  byJournal: ReadonlySet<string>;
  byWorkflow: ReadonlySet<string>;
};

/** What is known about the restore while streams are looked at. */
export type RepairRun = RepairDeps &
  RepairOptions & {
    /** Whether the database was restored since it was last found whole. */
    isUnrepaired: boolean;
    /** When that was noticed, in epoch milliseconds; null where it was not restored. */
    restoredAt: number | null;
  };
