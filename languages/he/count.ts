import { counted } from '../plural.ts';

/** One in words, everything else as a number with the plural. */
export const count = (one: string, other: string) => counted('he', { one, two: `# ${other}`, other: `# ${other}` });
