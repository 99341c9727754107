import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../../db/orm.ts';
import { ROOT } from '../../prepare/binaries.mjs';
import { pause } from '../faults/pausing.ts';
import type { Kind, World } from './world.ts';

/** What happens while callers go on: `during` names a time of it, which the report shows by itself. */
export type Happening = {
  world: World;
  during: (name: string, work: () => Promise<void>) => Promise<void>;
  seconds: number;
  /** Where the former program is, of a scenario that has one. */
  former: string;
  say: (line: string) => void;
};

/** A fault that anybody can have happen to a product of its own, by its name. */
export type Scenario = {
  about: string;
  /** Megabytes of the disk that PostgreSQL gets for itself. */
  diskMegabytes?: number;
  /** What the program of a former commit does, where there is one. */
  former?: 'begins' | 'comes back';
  happens: (happening: Happening) => Promise<void>;
};

const HALF_MS = 500;

export const SCENARIOS = {
  pause: {
    about: 'PostgreSQL is stopped where it is (SIGSTOP), and goes on',
    happens: ({ world, during, seconds }) =>
      during('paused', async () => {
        const { resume } = pause(world.postgres.pid());
        await delay(seconds * 1000);
        resume();
      }),
  },
  'pause-temporal': {
    about: 'Temporal is stopped where it is (SIGSTOP), and goes on',
    happens: ({ world, during, seconds }) =>
      during('paused', async () => {
        const { resume } = pause(world.temporal.pid);
        await delay(seconds * 1000);
        resume();
      }),
  },
  partition: {
    about: 'the network to PostgreSQL loses everything without a word, then the one to Temporal',
    async happens({ world, during, seconds }) {
      for (const [name, network] of [
        ['no PostgreSQL', world.toPostgres],
        ['no Temporal', world.toTemporal],
      ] as const) {
        await during(name, async () => {
          network.part();
          await delay(seconds * 1000);
          network.heal();
        });
        await during('healed', () => delay(seconds * 1000));
      }
    },
  },
  'slow-disk': {
    about: 'each write that PostgreSQL waits for takes a tenth of a second more (commit_delay)',
    async happens({ world, during, seconds }) {
      await set(world, [`alter system set commit_delay = 100000`, `alter system set commit_siblings = 0`]);
      await during('slow', () => delay(seconds * 1000));
      await set(world, ['alter system reset commit_delay', 'alter system reset commit_siblings']);
    },
  },
  'full-disk': {
    about: 'the disk of PostgreSQL is full, and gets room again (Linux, as root: it has a disk of its own)',
    diskMegabytes: 420,
    happens: ({ world, during, seconds }) =>
      during('full', async () => {
        const end = Date.now() + seconds * 1000;
        // What it gives up itself is taken, too.
        while (Date.now() < end) {
          world.disk!.fill();
          await delay(HALF_MS);
        }
        world.disk!.free();
      }),
  },
  clock: {
    about: 'the clock of one api, then of one worker, steps an hour ahead, and back',
    async happens({ world, during, seconds }) {
      for (const kind of ['api', 'worker'] as const) {
        const { pid } = world.of(kind)[0]!.child;
        process.kill(pid, 'SIGWINCH');
        await during(`${kind} ahead`, () => delay((seconds * 1000) / 2));
        process.kill(pid, 'SIGPIPE');
        await during(`${kind} back`, () => delay((seconds * 1000) / 2));
      }
    },
  },
  'kill-worker': {
    about: 'one of two workers is killed with what it held in memory',
    happens: ({ world, during, seconds }) =>
      during('killed', async () => {
        await world.take(world.of('worker')[0]!, 'SIGKILL');
        await delay(seconds * 1000);
      }),
  },
  rolling: {
    about: 'each worker, then each api, is asked to stop and another takes its place',
    happens: ({ world, during }) =>
      inTurn(['worker', 'api'], { world, during, next: (kind) => world.start(kind, ROOT), say: () => undefined }),
  },
  upgrade: {
    about: 'the program of a former commit is replaced under load: migrations, workers, apis',
    former: 'begins',
    async happens({ world, during, say }) {
      await during('migrations', () => world.migrate(ROOT));
      await inTurn(['worker', 'api'], { world, during, next: (kind) => world.start(kind, ROOT), say });
    },
  },
  rollback: {
    about: 'the program is replaced by that of a former commit under load, apis before workers, and comes again',
    former: 'comes back',
    async happens({ world, during, seconds, former, say }) {
      await inTurn(['api', 'worker'], { world, during, next: (kind) => world.start(kind, former), say });
      await during('former', () => delay(seconds * 1000));
      await inTurn(['worker', 'api'], { world, during, next: (kind) => world.start(kind, ROOT), say });
    },
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

type Turn = Pick<Happening, 'world' | 'during' | 'say'> & { next: (kind: Kind) => Promise<unknown> };

/** Replaces what runs at this moment one after the other: the next one serves before one is asked to stop. */
async function inTurn(kinds: readonly Kind[], { world, during, next, say }: Turn): Promise<void> {
  for (const kind of kinds)
    await during(`${kind}s`, async () => {
      for (const part of world.of(kind)) {
        await next(kind);
        await world.take(part, 'SIGTERM');
        say(`${part.name} is replaced.`);
      }
    });
}

/** Past the network that fails; its owner is superuser of a database that was made for this. */
async function set({ databaseUrl }: World, statements: readonly string[]): Promise<void> {
  const orm = await connect(databaseUrl, 1);
  try {
    for (const statement of [...statements, 'select pg_reload_conf()']) await orm.em.fork().execute(statement);
  } finally {
    await orm.close();
  }
}
