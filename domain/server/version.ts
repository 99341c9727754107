/** Seasons in the order in which the vendor releases them within a year. */
const SEASONS = ['Winter', 'Spring', 'Summer', 'Autumn'] as const;

/** The oldest AppSuite that can be activated: Winter 2020. */
const OLDEST = [2020, 0, 0] as const;

export type Version = readonly [year: number, season: number, release: number];

/**
 * Reads an AppSuite version such as `2020.Winter.1`; `Fall` is read as `Autumn`. What a build has behind it, such as
 * `-hotfix3` or `+build.7`, does not count for the order. Null when it is none.
 */
export function parseVersion(text: string): Version | null {
  const parts = /^(\d{4})\.([A-Za-z]+)\.(\d{1,4})(?:[-+][0-9A-Za-z.-]{1,40})?$/.exec(text);
  if (!parts) return null;
  const name = parts[2]!.toLowerCase() === 'fall' ? 'autumn' : parts[2]!.toLowerCase();
  const season = SEASONS.findIndex((candidate) => candidate.toLowerCase() === name);
  return season < 0 ? null : [Number(parts[1]), season, Number(parts[3])];
}

/** Whether an AppSuite is too old to be activated; what can't be read counts as too old. */
export function isTooOld(text: string): boolean {
  const version = parseVersion(text);
  return !version || compareVersions(version, OLDEST) < 0;
}

/** Below 0 where the first is older, above 0 where it is newer, 0 where they are the same. */
export function compareVersions(one: Version, other: Version): number {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs < 0 ? 0 : one[differs]! - other[differs]!;
}
