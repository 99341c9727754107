import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether something can be put there, or the folder can be made. */
export function isWritable(path) {
  if (!existsSync(path)) return dirname(path) !== path && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
