import { compareVersions, parseVersion, type Version } from '../server/version.ts';

const HOLDS = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '=': (order: number) => order === 0,
  '>=': (order: number) => order >= 0,
  '>': (order: number) => order > 0,
};

/** A range of versions: those for which all comparisons hold. */
export type Range = { holds: (order: number) => boolean; version: Version }[];

/**
 * Reads comparisons of versions, joined by spaces: `<2026.Winter.3`, `>=2025.Winter.1 <2026.Winter.3`. What a build has
 * behind its version does not count. Null where it is none.
 */
export function parseRange(text: string): Range | null {
  const range = text.split(' ').map((comparison) => {
    const [, sign = '', named = ''] = /^([<>]=?|=)(.+)$/.exec(comparison) ?? [];
    const version = parseVersion(named);
    return version && { holds: HOLDS[sign as keyof typeof HOLDS], version };
  });
  return range.every((comparison) => comparison !== null) ? range : null;
}

/** Whether a version is in a range; one that can't be read is in none. */
export function isInRange(version: string, range: Range): boolean {
  const read = parseVersion(version);
  return read !== null && range.every(({ holds, version: bound }) => holds(compareVersions(read, bound)));
}
