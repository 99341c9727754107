import { counted } from '../plural.ts';

/** A number of things in words; `#` stands for it. */
export const count = (one: string, other: string) => counted('de', { one: `# ${one}`, other: `# ${other}` });
