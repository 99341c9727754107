/** Keeps a name of another script from turning the words around it (Unicode's first strong isolate, and its end). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Names one after the other, as the reader's language separates them: `comma` is its sign. */
export function listed(names: readonly string[], comma: string): string {
  return names.map(isolate).join(`${comma} `);
}
