import { counted } from '../plural.ts';

/** A noun after its number; of a round million, Spanish says “1.000.000 de usuarios”. */
export const count = (one: string, other: string) =>
  counted('es', { one: `# ${one}`, many: `# de ${other}`, other: `# ${other}` });
