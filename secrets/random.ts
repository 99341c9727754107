import { randomFillSync } from 'node:crypto';

/** For so many texts the system is asked at once. */
const TEXTS_AT_ONCE = 256;

/** Makes random texts of so many bytes each, as base64url. Asking the system for each of them takes longer than all else of it. */
export function createRandom(bytes: number): () => string {
  const drawn = Buffer.alloc(bytes * TEXTS_AT_ONCE);
  let next = drawn.length;
  return () => {
    if (next === drawn.length) {
      randomFillSync(drawn);
      next = 0;
    }
    next += bytes;
    return drawn.toString('base64url', next - bytes, next);
  };
}
