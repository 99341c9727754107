/** Words of PromQL between what is asked: they name no metric. */
const WORDS = ['and', 'or', 'unless', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'bool', 'offset'];

/** What Prometheus itself says of whatever it scrapes. */
const ITS_OWN = ['up'];

/** The names of the metrics that an expression asks for, as they are exported: those of a histogram without the endings of its parts. */
export function metricsIn(expression: string): string[] {
  const bare = expression
    .replace(/"[^"]*"/g, '""')
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  const names = [...bare.matchAll(/[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)].map(([name]) => name);
  const asked = names.filter((name) => !WORDS.includes(name) && !ITS_OWN.includes(name));
  return [...new Set(asked.map((name) => name.replace(/_(bucket|count|sum)$/, '')))];
}

/** The names of labels that an expression chooses, groups or joins by. */
export function labelsIn(expression: string): string[] {
  const chosen = [...expression.matchAll(/([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, name]) => name!);
  const grouped = [...expression.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim()),
  );
  return [...new Set([...chosen, ...grouped])];
}

/** What a scrape says: each metric by its name, with the names of its labels. */
export function scraped(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, name] of text.matchAll(/^# TYPE (\S+) /gm)) found.set(name!, new Set());
  for (const [, name, labels = ''] of text.matchAll(/^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+$/gm)) {
    const base = found.has(name!) ? name! : name!.replace(/_(bucket|count|sum)$/, '');
    for (const [, label] of labels.matchAll(/(\w+)="/g)) found.get(base)?.add(label!);
  }
  return found;
}
