import { counted } from '../plural.ts';

/** The forms of a noun after numbers; `many` is the one after whole millions, “1 000 000 de licences”. */
export const count = (one: string, other: string, many = `de ${other}`) =>
  counted('fr', { one: `# ${one}`, many: `# ${many}`, other: `# ${other}` });
