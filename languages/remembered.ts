/** Which languages, regions and time zones there are is said by whoever asks: more of them than this are made anew. */
const MOST = 500;

/** Keeps what is slow to make, by its name, and no more of it than a process has room for. */
export function remembered<Made>(): (name: string, make: () => Made) => Made {
  const known = new Map<string, Made>();
  return (name, make) => {
    const made = known.get(name) ?? make();
    if (known.size >= MOST) known.clear();
    known.set(name, made);
    return made;
  };
}
