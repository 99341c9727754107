import { counted } from '../plural.ts';

/** The forms of a noun after numbers: one, two, three to ten, eleven to ninety-nine, and hundreds. */
export const count = (one: string, two: string, few: string, many: string, other: string) =>
  counted('ar', { zero: `# ${other}`, one, two, few: `# ${few}`, many: `# ${many}`, other: `# ${other}` });
