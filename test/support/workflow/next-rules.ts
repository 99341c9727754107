/** Bundled workflows as a later release ships them, whose newest rules are one further. */
export function withNextRules(code: string): string {
  const raised = code.replaceAll(
    /(const NEWEST_RULES = )(\d+)/g,
    (_, constant, rules) => `${constant}${Number(rules) + 1}`,
  );
  if (raised === code) throw new Error('The bundle does not say which rules are the newest');
  return raised;
}

/** Bundled workflows as a former release shipped them, which did not know this signal yet. */
export function withoutSignal(code: string, name: string): string {
  const former = code.replaceAll(new RegExp(`(defineSignal\\)\\()(['"])${name}\\2`, 'g'), `$1$2${name}-of-later$2`);
  if (former === code) throw new Error(`The bundle does not say where the signal ${name} is defined`);
  return former;
}
