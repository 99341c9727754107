/** Keeps every different part of worlds once: a world names its parts by number. */
export function createStock<Part>(keyOf: (part: Part) => string) {
  const numbers = new Map<string, number>();
  const parts: Part[] = [];
  return {
    /** The number of a part; `isNew` where it was never seen. */
    add(part: Part): { number: number; isNew: boolean } {
      const key = keyOf(part);
      const known = numbers.get(key);
      if (known !== undefined) return { number: known, isNew: false };
      numbers.set(key, parts.length);
      parts.push(part);
      return { number: parts.length - 1, isNew: true };
    },

    at: (number: number): Part => parts[number]!,

    size: () => parts.length,
  };
}

/** Items in a sequence that depends on them alone. */
export function sorted<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, text: JSON.stringify(item) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ item }) => item);
}
