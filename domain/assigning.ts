/** How much of an application a server is to have, in units; `expected` is what whoever asks has seen it to have. */
export type WantedCell = { server: string; application: string; capacity: number; expected?: number | undefined };

/** A capacity that was set: what it was before, and what it is. */
export type ChangedCell = { server: string; application: string; before: number; after: number };

/** At most so many capacities are set by one call, and so many servers made. */
export const MOST_CELLS = 200;
export const MOST_NEW_SERVERS = 20;

/** The cells that a person typed something else into than was there. */
export function changed<Cell extends WantedCell>(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ capacity, expected }) => capacity !== expected);
}

/**
 * Cells in the order in which they can be set: those that give back come first, as what they give can be what others take.
 * `held` says what a cell has that nobody says to have seen.
 */
export function inTurns<Cell extends WantedCell>(
  cells: readonly Cell[],
  held: (cell: Cell) => number = () => 0,
): { givingBack: Cell[]; taking: Cell[] } {
  const isLess = (cell: Cell) => cell.capacity < (cell.expected ?? held(cell));
  return { givingBack: cells.filter(isLess), taking: cells.filter((cell) => !isLess(cell)) };
}

/** What takes back a save: each cell that it changed is to be what it was, where it still is what the save made it. */
export function undoOf(cells: readonly ChangedCell[]): WantedCell[] {
  return cells.map(({ server, application, before, after }) => ({
    ...{ server, application, capacity: before, expected: after },
  }));
}

/** The first cell that is asked for twice; undefined where none is. */
export function askedTwice(cells: readonly WantedCell[]): number | undefined {
  const seen = new Set<string>();
  const at = cells.findIndex(({ server, application }) => {
    const cell = `${server} ${application}`;
    return seen.has(cell) || !seen.add(cell);
  });
  return at < 0 ? undefined : at;
}
