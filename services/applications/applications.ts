import type { Application } from '../../domain/catalogue/catalogue.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';

const LIST = 'applications';

export type ApplicationService = ReturnType<typeof createApplicationService>;

/** The catalogue, for everybody who is known. */
export function createApplicationService({ catalogue, secretKeys }: Deps) {
  const cursors = createCursors(secretKeys);
  return {
    /** Applications, retired ones too, in the vendor's sequence. Problems: INVALID_REQUEST for a forged cursor. */
    list({ limit, cursor }: { limit: number; cursor?: string | undefined }) {
      const from = cursors.read<number>(LIST, cursor) ?? 0;
      return toPage([...catalogue.values()].slice(from, from + limit + 1), limit, present, () =>
        cursors.write(LIST, from + limit),
      );
    },
  };
}

function present({ names: _inLanguages, ...application }: Application) {
  return { ...application, requires: [...application.requires] };
}
