/**
 * The worlds that were seen, each a row of whole numbers, in the sequence in which they were found. Rows are compared whole,
 * so that no two worlds are ever taken for one. A row costs its numbers and some twelve bytes.
 */
export function createVisited(width: number) {
  let cells = new Int32Array(width << 12);
  let slots = new Int32Array(1 << 14).fill(-1);
  let rows = 0;

  function isAt(row: number, world: readonly number[]): boolean {
    for (let index = 0; index < width; index += 1) if (cells[row * width + index] !== world[index]) return false;
    return true;
  }

  function slotOf(world: readonly number[]): number {
    let slot = hash(world) & (slots.length - 1);
    for (; slots[slot] !== -1 && !isAt(slots[slot]!, world); slot = (slot + 1) & (slots.length - 1));
    return slot;
  }

  function grow(): void {
    const former = cells;
    cells = new Int32Array(former.length * 2);
    cells.set(former);
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let row = 0; row < rows; row += 1) slots[slotOf(read(row))] = row;
  }

  function read(row: number): number[] {
    return [...cells.subarray(row * width, (row + 1) * width)];
  }

  return {
    /** The row of a world that was never seen; null of one that was. */
    add(world: readonly number[]): number | null {
      const slot = slotOf(world);
      if (slots[slot] !== -1) return null;
      cells.set(world, rows * width);
      slots[slot] = rows;
      rows += 1;
      if (rows * width === cells.length || rows * 2 > slots.length) grow();
      return rows - 1;
    },

    read,

    size: () => rows,
  };
}

/** FNV-1a over whole numbers. */
function hash(world: readonly number[]): number {
  let hashed = 0x811c9dc5;
  for (const number of world) hashed = Math.imul(hashed ^ number, 0x01000193) ^ (hashed >>> 13);
  return hashed >>> 0;
}
